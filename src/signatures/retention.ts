import { addDays, type Day } from '../day.js';
import type { CampaignState } from '../petition/petition.js';
import type { Settings } from '../petition/settings.js';
import type { Database, Query } from '../storage/database.js';
import { withoutName } from './record.js';

/** Rows per statement. Short statements: a person who withdraws meanwhile waits for one at most. */
const PAGE = 500;

/**
 * A process seals with a key for an hour, and each signature brings its key along. A key that was made today or
 * yesterday may still be in use: the next signature would store it again. It would keep the day on which it was made,
 * so a later run deletes it.
 */
const KEY_REST_DAYS = 1;

/** How long the settings promise to keep the names. */
export type Promised = Pick<Settings, 'retentionDays' | 'keepUntil'>;

/** A petition's database, and the part of its ledger that erasure needs. */
export interface Retained {
  readonly database: Database;
  readonly schema: string;
  readonly ledger: {
    campaign(): Promise<CampaignState>;
    changeCampaignState(change: Partial<CampaignState>): Promise<void>;
  };
  readonly settings: Promised;
  readonly today: Day;
  /** Called after each page with the number of names erased in this run. */
  readonly onProgress?: (names: number) => void;
}

/** What we can erase. */
export interface Holdings {
  /** Signatures that still have a sealed choice (a name or none). */
  readonly names: number;
  readonly dataKeys: number;
}

/** What a run has erased. */
export interface Erased {
  readonly names: number;
  readonly dataKeys: number;
  /** Unused keys that are too young to delete; a later run deletes them. */
  readonly keysLeft: number;
}

/** The day on which we erase the names: `retentionDays` after the delivery, and on `keepUntil` at the latest. */
export function erasureDay({ delivered }: CampaignState, { retentionDays, keepUntil }: Promised): Day {
  if (delivered === null) return keepUntil;
  const afterDelivery = addDays(delivered, retentionDays);
  return afterDelivery < keepUntil ? afterDelivery : keepUntil;
}

/** How many days before `keepUntil` we warn of it: time enough to hand the letter over, or to tell people that it ends. */
export const WARNING_DAYS = 30;

/** `keepUntil`, if it is near and the names are still there; null if not, or if a delivery erases them earlier. */
export function nearKeepUntil(campaign: CampaignState, settings: Promised, today: Day): Day | null {
  const { keepUntil } = settings;
  if (campaign.erased !== null || erasureDay(campaign, settings) < keepUntil) return null;
  return today >= addDays(keepUntil, -WARNING_DAYS) ? keepUntil : null;
}

export async function holdings({ query }: Database, schema: string): Promise<Holdings> {
  const [row] = await query<{ names: string; keys: string }>(
    `SELECT (SELECT count(*) FROM ${schema}.signatures WHERE data_key <> '')::text AS names,
            (SELECT count(*) FROM ${schema}.data_keys)::text AS keys`,
  );
  return { names: Number(row?.names ?? 0), dataKeys: Number(row?.keys ?? 0) };
}

/**
 * Erases the names when their day has come. Before that day, and after all is erased, it does nothing. It may
 * be interrupted, or run by several processes at once: the next run erases the rest.
 * @returns null if there was nothing to do
 * @throws StoreUnavailable
 */
export async function eraseWhenDue(retained: Retained): Promise<Erased | null> {
  const { database, schema, ledger, settings, today } = retained;
  const campaign = await ledger.campaign();
  if (today < erasureDay(campaign, settings)) return null;
  if (campaign.erased !== null && (await holdings(database, schema)).dataKeys === 0) return null;
  const names = await eraseNames(retained);
  const dataKeys = await dropKeys(database.query, schema, addDays(today, -KEY_REST_DAYS));
  if (campaign.erased === null) await ledger.changeCampaignState({ erased: today });
  return { names, dataKeys, keysLeft: (await holdings(database, schema)).dataKeys };
}

/**
 * Removes the sealed part of every signature, page by page. The signature keeps everything that the tally
 * counts by, and the nonce that its receipt depends on: people can still withdraw it. A record that can't be
 * read stays unchanged; without its data key nobody can open it.
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

/** Locks rows in the order of their keys, as withdrawing does, so that no deadlock can arise. */
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

/**
 * Deletes data keys that no signature needs. After that, nobody can open old rows left in the database's
 * files.
 */
async function dropKeys(query: Query, schema: string, before: Day): Promise<number> {
  const rows = await query(
    `DELETE FROM ${schema}.data_keys k
     WHERE k.day < $1::date AND NOT EXISTS (SELECT FROM ${schema}.signatures s WHERE s.data_key = k.id)
     RETURNING k.id`,
    [before],
  );
  return rows.length;
}
