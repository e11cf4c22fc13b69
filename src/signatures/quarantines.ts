import type { Database, Query } from '../storage/database.js';
import { matching } from '../storage/selection.js';
import { timestampOf } from '../storage/timestamp.js';
import { listQuarantines, type Quarantine } from './quarantine-list.js';
import { type Refusal, refusalOf } from './quarantine-refusal.js';
import { parametersOf, type Selection, WANTED } from './selection.js';

/** What a quarantine would change, or has changed. */
export interface Affected {
  /** Signatures that leave the total, or return to it. */
  readonly moving: number;
  /** Signatures that another quarantine also holds: they stay out of the total. */
  readonly staying: number;
  /** A hash of exactly these rows and their status: it differs if a row is added, removed or changed. */
  readonly fingerprint: string;
}

/**
 * Takes signatures out of the total and puts them back; never deletes one. A signature counts if no
 * quarantine holds it, so overlapping quarantines can be released in any order. Every method rejects with
 * StoreUnavailable.
 */
export interface Quarantines {
  count(selection: Selection): Promise<Affected | Refusal>;
  /**
   * Sets the selected signatures aside, unless that could tell whether one person has signed; see `refusalOf`.
   * @param order.expected the fingerprint of the rows that staff were shown: if the rows have changed,
   * nothing is done. Null takes the current rows, as for a hold, which also takes new ones
   * @returns the quarantine's number, `changed`, or why nothing was done
   */
  setAside(order: {
    readonly selection: Selection;
    readonly hold: boolean;
    readonly reason: string;
    readonly by: string;
    readonly expected: string | null;
  }): Promise<(Affected & { readonly number: number }) | 'changed' | Refusal>;
  /** What a release would change. */
  countHeld(number: number): Promise<Affected>;
  /** Puts back signatures that no other quarantine holds. It also finishes a release that was interrupted. */
  release(order: {
    readonly number: number;
    readonly by: string;
    readonly expected: string | null;
  }): Promise<Affected | 'changed'>;
  /** The newest first. */
  list(): Promise<readonly Quarantine[]>;
}

/** It may read every signature and change many: a million take some minutes. Signing goes on meanwhile. */
const BULK_MS = 1_800_000;

/**
 * Signing waits while this lock is waited for. A transaction that holds the table longer is the one at fault.
 */
const LOCK_WAIT_MS = 2_000;

/** Rolls a transaction back, because the rows differ from the ones that staff were shown. */
class Changed extends Error {}

export function openQuarantines(
  database: Database,
  s: string,
  now: () => Date,
  ready: () => Promise<void>,
): Quarantines {
  const timestamp = () => timestampOf(now());

  /**
   * Runs staff's changes one at a time. Otherwise one could wait for another while signers queue behind it.
   */
  async function change<T>(work: (query: Query) => Promise<T>): Promise<T | 'changed'> {
    await ready();
    try {
      return await database.transaction(
        async (query) => {
          await query("SELECT set_config('enable_seqscan', 'on', true)");
          await query(`LOCK TABLE ${s}.quarantines IN SHARE ROW EXCLUSIVE MODE`);
          return await work(query);
        },
        { timeoutMs: BULK_MS },
      );
    } catch (error) {
      if (error instanceof Changed) return 'changed';
      throw error;
    }
  }

  async function look<T>(work: (query: Query) => Promise<T>): Promise<T> {
    await ready();
    return database.transaction(
      async (query) => {
        await query("SELECT set_config('enable_seqscan', 'on', true)");
        return work(query);
      },
      { timeoutMs: BULK_MS },
    );
  }

  /**
   * Waits for signatures that are being recorded, and makes the next ones see the new quarantine. Under this
   * lock, no statement can have looked for holds before and add rows after.
   */
  async function betweenSignatures(query: Query): Promise<void> {
    await query("SELECT set_config('lock_timeout', $1, true)", [String(LOCK_WAIT_MS)]);
    await query(`LOCK TABLE ${s}.signatures IN SHARE ROW EXCLUSIVE MODE`);
  }

  const selected = `
    SELECT key, status, status = 'counted' AS moving FROM ${s}.signatures c CROSS JOIN ${WANTED}
    WHERE ${matching('c', 'wanted')}`;
  const held = `
    SELECT key, status, cardinality(set_aside_by) = 1 AS moving FROM ${s}.signatures c
    WHERE status = 'set-aside' AND $1::integer = ANY (set_aside_by)`;

  async function begin(
    query: Query,
    { selection, hold, reason, by }: Parameters<Quarantines['setAside']>[0],
  ): Promise<number> {
    const [row] = await query<{ number: number }>(
      `INSERT INTO ${s}.quarantines
         (number, channel, age, locale, source, from_day, until_day, hold, reason, set_by, set_on)
       SELECT coalesce(max(number), 0) + 1, $1::text, $2::text, $3::text, $4::text, $5::date, $6::date,
              $7::boolean, $8::text, $9::text, $10::timestamp
       FROM ${s}.quarantines RETURNING number`,
      [...parametersOf(selection), hold, reason, by, timestamp()],
    );
    if (row === undefined) throw new Error('a quarantine got no number');
    return row.number;
  }

  /** Locks rows in the order of their keys, as signing and withdrawing do, so that no deadlock can arise. */
  async function move(
    query: Query,
    rows: string,
    update: string,
    parameters: readonly unknown[],
    expected: string | null,
  ): Promise<Affected> {
    const affected = await affectedBy(
      query,
      `chosen AS MATERIALIZED (${rows} ORDER BY key FOR UPDATE OF c), changed AS (
         UPDATE ${s}.signatures s SET ${update} FROM chosen WHERE s.key = chosen.key
       )`,
      parameters,
    );
    if (expected !== null && expected !== affected.fingerprint) throw new Changed();
    return affected;
  }

  return {
    count: (selection) =>
      look(
        async (query) =>
          (await refusalOf(query, s, selection)) ??
          affectedBy(query, `chosen AS (${selected})`, parametersOf(selection)),
      ),
    async setAside(order) {
      const { selection, hold, expected } = order;
      const update = (query: Query, number: number) =>
        move(
          query,
          `${selected} AND $7::integer <> ALL (set_aside_by)`,
          "set_aside_by = s.set_aside_by || $7::integer, status = 'set-aside'",
          [...parametersOf(selection), number],
          expected,
        );
      if (!hold) {
        return change(async (query) => {
          const refusal = await refusalOf(query, s, selection);
          if (refusal !== null) return refusal;
          const number = await begin(query, order);
          return { number, ...(await update(query, number)) };
        });
      }
      // In two steps, so that signing waits only for the first, short one. If the second fails, the list
      // shows the quarantine with what it holds. Releasing it and ordering it again completes it.
      const number = await change(async (query) => {
        const refusal = await refusalOf(query, s, selection);
        if (refusal !== null) return refusal;
        await betweenSignatures(query);
        return begin(query, order);
      });
      if (typeof number !== 'number') return number;
      const affected = await change((query) => update(query, number));
      return affected === 'changed' ? affected : { number, ...affected };
    },
    countHeld: (number) => look((query) => affectedBy(query, `chosen AS (${held})`, [number])),
    async release({ number, by, expected }) {
      const end = (query: Query) =>
        query(
          `UPDATE ${s}.quarantines SET released_by = $2, released_on = $3::timestamp
           WHERE number = $1::integer AND released_on IS NULL`,
          [number, by, timestamp()],
        );
      const putBack = (query: Query) =>
        move(
          query,
          held,
          `set_aside_by = array_remove(s.set_aside_by, $1::integer),
           status = CASE WHEN chosen.moving THEN 'counted' ELSE 'set-aside' END`,
          [number],
          expected,
        );
      // Without a hold, no new signatures are set aside, so both steps fit in one transaction.
      if (expected !== null) {
        return change(async (query) => {
          await end(query);
          return putBack(query);
        });
      }
      await change(async (query) => {
        await betweenSignatures(query);
        await end(query);
      });
      return change(putBack);
    },
    list: () => look((query) => listQuarantines(query, s)),
  };
}

/** @param chosen makes the rows `chosen`, each with its `key`, its `status` and whether it is `moving` */
async function affectedBy(query: Query, chosen: string, parameters: readonly unknown[]): Promise<Affected> {
  const [found] = await query<{ moving: string; staying: string; sum: string }>(
    `WITH ${chosen}
     SELECT count(*) FILTER (WHERE moving)::text AS moving, count(*) FILTER (WHERE NOT moving)::text AS staying,
            coalesce(sum(hashtextextended(key || status, 0)::numeric), 0)::text AS sum
     FROM chosen`,
    parameters,
  );
  const { moving = '0', staying = '0', sum = '0' } = found ?? {};
  return {
    moving: Number(moving),
    staying: Number(staying),
    fingerprint: `${moving}/${staying}/${sum}`,
  };
}
