import type { Campaign } from '../petition/petition.js';
import type { Database, Query } from '../storage/database.js';
import { withoutName } from './record.js';

const DAY_MS = 86_400_000;

/** Short statements: whoever withdraws meanwhile waits for one of them at most. */
const PAGE = 500;

/**
 * A process seals with a key for an hour, and each signature brings its key along. A key that was made today or
 * yesterday may still be in use: the next signature would store it again. It would keep the day on which it was made,
 * so a later run deletes it.
 */
const KEY_REST_DAYS = 1;

/** The books of a petition, and the part of its ledger that this needs. */
export interface Retained {
  readonly database: Database;
  readonly schema: string;
  readonly ledger: {
    campaign(): Promise<Campaign>;
    changeCampaign(change: Partial<Campaign>): Promise<void>;
  };
  /** Days from the delivery of the letter to the erasure of the names. */
  readonly retentionDays: number;
  /** `YYYY-MM-DD` in UTC. */
  readonly today: string;
  /** Told, after each page, how many names this run has erased. */
  readonly onProgress?: (names: number) => void;
}

/** What is there to be erased. */
export interface Holdings {
  /** Signatures whose sealed name, or none, is still there. */
  readonly names: number;
  readonly dataKeys: number;
}

/** What was erased. */
export interface Erased {
  readonly names: number;
  readonly dataKeys: number;
  /** Keys that nothing needs any more, but that are too young to go: the next run takes them. */
  readonly keysLeft: number;
}

/** The day on which the names go, `YYYY-MM-DD` in UTC; null as long as no delivery is recorded. */
export function erasureDay({ delivered }: Campaign, retentionDays: number): string | null {
  return delivered === null ? null : addDays(delivered, retentionDays);
}

export async function holdings({ query }: Database, schema: string): Promise<Holdings> {
  const [row] = await query<{ names: string; keys: string }>(
    `SELECT (SELECT count(*) FROM ${schema}.signatures WHERE data_key <> '')::text AS names,
            (SELECT count(*) FROM ${schema}.data_keys)::text AS keys`,
  );
  return { names: Number(row?.names ?? 0), dataKeys: Number(row?.keys ?? 0) };
}

/**
 * Erases the names when their day has come; does nothing before it, nor once all is done. May be interrupted at any
 * point, and run by several at once: what is left is erased by the next run.
 * @returns null where nothing was to be done
 * @throws StoreUnavailable
 */
export async function eraseWhenDue(retained: Retained): Promise<Erased | null> {
  const { database, schema, ledger, retentionDays, today } = retained;
  const campaign = await ledger.campaign();
  const due = erasureDay(campaign, retentionDays);
  if (due === null || today < due) return null;
  if (campaign.erased !== null && (await holdings(database, schema)).dataKeys === 0) return null;
  const names = await eraseNames(retained);
  const dataKeys = await dropKeys(database.query, schema, addDays(today, -KEY_REST_DAYS));
  if (campaign.erased === null) await ledger.changeCampaign({ erased: today });
  return { names, dataKeys, keysLeft: (await holdings(database, schema)).dataKeys };
}

/**
 * Takes what is sealed out of every signature, a page at a time. The signature stays, with all that the tally counts
 * by, and with the random part that its receipt hangs on: it can still be withdrawn. One that can't be read stays as it
 * is: without its key, nobody opens what may be in it.
 */
async function eraseNames({ database, schema, onProgress }: Retained): Promise<number> {
  let erased = 0;
  for (let last = ''; ; ) {
    const rows = await database.query<{ key: string; value: string }>(
      `SELECT key, value FROM ${schema}.signatures
       WHERE key > $1 AND data_key <> '' ORDER BY key LIMIT ${PAGE}`,
      [last],
    );
    erased += await erasePage(database.query, schema, rows);
    onProgress?.(erased);
    last = rows.at(-1)?.key ?? last;
    if (rows.length < PAGE) return erased;
  }
}

/** Rows are locked in the order of their keys, as those who withdraw do: nobody waits in a circle. */
async function erasePage(
  query: Query,
  schema: string,
  rows: readonly { readonly key: string; readonly value: string }[],
): Promise<number> {
  const erased = await query(
    `WITH page AS (
       SELECT * FROM unnest($1::text[], $2::text[], $3::text[]) AS page (key, before, after)
     ), held AS (
       SELECT s.key FROM ${schema}.signatures s JOIN page USING (key) WHERE s.value = page.before
       ORDER BY s.key FOR UPDATE OF s
     )
     UPDATE ${schema}.signatures s SET value = page.after, data_key = ''
     FROM page WHERE s.key = page.key AND s.key IN (SELECT key FROM held)
     RETURNING s.key`,
    [
      rows.map(({ key }) => key),
      rows.map(({ value }) => value),
      rows.map(({ value }) => withoutName(value) ?? value),
    ],
  );
  return erased.length;
}

/** Deletes the keys that no signature needs: what the database's files still hold of old rows opens no more. */
async function dropKeys(query: Query, schema: string, before: string): Promise<number> {
  const rows = await query(
    `DELETE FROM ${schema}.data_keys k
     WHERE k.day < $1::date AND NOT EXISTS (SELECT FROM ${schema}.signatures s WHERE s.data_key = k.id)
     RETURNING k.id`,
    [before],
  );
  return rows.length;
}

/** @param day `YYYY-MM-DD` in UTC, as what it gives */
export function addDays(day: string, days: number): string {
  return new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10);
}
