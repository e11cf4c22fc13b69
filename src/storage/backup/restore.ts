import { OperatorError } from '../../operator-error.js';
import { type Database, type Query, sqlstate } from '../database.js';
import { markRestored, readDatabaseId } from '../database-id.js';
import { migrateWithin } from '../migrate.js';
import { matching } from '../selection.js';
import { correctFlow } from '../tally-flow.js';
import { tablesOf } from './dump.js';
import { type RowCounts, readBackupFile, UnusableBackup } from './file.js';
import { refuseRunning } from './running.js';

/** If one of these holds a row, a restore could destroy something. */
const PRECIOUS = ['signatures', 'conversations', 'tally'];

/**
 * If newer rows are deleted (`lose`), these tables have only the file's rows afterwards. All other tables keep their
 * rows, and the file's rows are added. Names that were sealed since the backup need their keys, even if the bot was not
 * stopped. Nobody gets an announcement again that they got since the backup. And the public log never becomes shorter.
 */
const REPLACED = ['conversations', 'quarantines', 'settings'];

/** Inserting a batch takes milliseconds, but deleting ten million rows first may take minutes. */
const TIMEOUT_MS = 600_000;

/** The schema holds signatures or conversations, and the operator did not say that they may be replaced. */
class CampaignNotEmpty extends OperatorError {
  override readonly name = 'CampaignNotEmpty';
  constructor(schema: string) {
    super(
      `${schema} holds signatures or conversations already: restore into an empty database, or add --replace, which ` +
        'says first what would change (back it up before). Nothing was changed.',
    );
  }
}

export interface RestoreOptions {
  /** Without it, we refuse a schema that holds any rows. */
  readonly replace: boolean;
  /**
   * `keep`: the database's signatures, conversations and settings stay, and only what it lacks comes from the file.
   * `lose`: they are deleted first.
   */
  readonly newer: 'keep' | 'lose';
  /** The signatures of the file that the database no longer has. */
  readonly withdrawn: 'leave-out' | 'bring-back';
  /** Restores the backup's contacts too; without it, only people who are subscribed now stay subscribed. */
  readonly contacts: boolean;
  /** Other schemas of the same bot: it must not run there either. */
  readonly beside: readonly string[];
  /**
   * Decides on a setting that the database has, whatever the other options say.
   * @param backup null if the file lacks it
   * @returns its value from now on; null to decide like for other settings
   */
  settle(key: string, backup: string | null, database: string): string | null;
}

/**
 * Restores a file's rows into a schema, in one transaction: all or none. The triggers count all signatures again, so
 * the tally's standing counts match the rows. The movements are the database's if its rows are kept, else the file's,
 * and replace those that the triggers booked for today. People went on signing while the backup ran, so its tables may
 * differ: then the signatures are right. Current contacts stay in the database.
 * @returns how many rows of each table came from the file
 * @throws CampaignNotEmpty, BotRunning, UnusableBackup, MigrationRefused, StoreUnavailable
 */
export async function restoreBackup(
  database: Database,
  schema: string,
  path: string,
  options: RestoreOptions,
): Promise<RowCounts> {
  return database.transaction((query) => restoreWithin(query, schema, path, options), {
    timeoutMs: TIMEOUT_MS,
  });
}

async function restoreWithin(
  query: Query,
  schema: string,
  path: string,
  { replace, newer, withdrawn, contacts, beside, settle }: RestoreOptions,
): Promise<RowCounts> {
  await migrateWithin(query, schema);
  const tables = (await tablesOf(query, schema)).map(({ name }) => name);
  const locked = [...tables, 'leases'].map((table) => `${schema}.${table}`);
  await query(`LOCK TABLE ${locked.join(', ')} IN EXCLUSIVE MODE`);
  await refuseRunning(query, [schema, ...beside]);
  if (!replace) await refuseOccupied(query, schema);
  const idBefore = await readDatabaseId(query, schema);
  await remember(query, schema);
  // Signatures come first: deleting them changes the tally.
  for (const table of ['signatures', 'tally', ...(newer === 'lose' ? REPLACED : [])]) {
    await query(`DELETE FROM ${schema}.${table}`);
  }
  // Deleting the signatures also deleted their contacts (a cascade can't be deferred).
  await query(`INSERT INTO ${schema}.contacts SELECT * FROM pg_temp.contacts_before`);
  if (newer === 'keep')
    await query(`INSERT INTO ${schema}.signatures SELECT * FROM pg_temp.signatures_before`);
  await dropTodaysMovements(query, schema);

  let madeAt: Date | undefined;
  let signatures = 0;
  const rows = await readBackupFile(path, {
    header: (header) => {
      madeAt = new Date(header.madeAt);
    },
    rows: async (table, lines) => {
      if (!tables.includes(table)) throw new UnusableBackup(`the backup holds an unknown table, ${table}`);
      if (table === 'contacts' && !contacts) return;
      // The database's signatures stay, and no other comes back: the file has none to add.
      if (table === 'signatures' && newer === 'keep' && withdrawn === 'leave-out') return;
      if (table === 'signatures') {
        // A signature without its row in the database can only be one that was withdrawn, or lost.
        const present =
          'EXISTS (SELECT FROM pg_temp.signatures_before b WHERE b.receipt_key = r.receipt_key)';
        signatures += await insert(query, schema, table, lines, withdrawn === 'leave-out' ? present : 'true');
        await dropTodaysMovements(query, schema);
      } else if (table === 'settings') await insert(query, 'pg_temp', 'settings_of_file', lines, 'true');
      // A conversation that the database no longer has was cancelled, or has expired.
      else if (newer === 'lose' || (table !== 'conversations' && table !== 'tally')) {
        await insert(query, schema, table, lines, table === 'tally' ? "movement <> 'standing'" : 'true');
      }
    },
  });
  if (madeAt === undefined) throw new UnusableBackup('the file is empty');
  if (newer === 'keep') {
    await query(`INSERT INTO ${schema}.tally SELECT * FROM pg_temp.movements_before`);
  }
  await settleSettings(query, schema, settle);
  await settleHolds(query, schema);
  await correctFlow(query, schema, madeAt);
  await markRestored(query, schema, idBefore);
  await markTold(query, schema);
  await dropStrays(query, schema);
  return {
    ...rows,
    signatures,
    conversations: newer === 'lose' ? (rows.conversations ?? 0) : 0,
    contacts: contacts ? (rows.contacts ?? 0) : 0,
  };
}

async function refuseOccupied(query: Query, schema: string): Promise<void> {
  const selects = PRECIOUS.map((table) => `EXISTS (SELECT FROM ${schema}.${table})`);
  const [found] = await query<{ occupied: boolean }>(`SELECT ${selects.join(' OR ')} AS occupied`);
  if (found?.occupied !== false) throw new CampaignNotEmpty(schema);
}

/** Copies what the database has into temporary tables, until the transaction ends. */
async function remember(query: Query, schema: string): Promise<void> {
  const before = {
    signatures_before: `SELECT * FROM ${schema}.signatures`,
    movements_before: `SELECT * FROM ${schema}.tally WHERE movement <> 'standing'`,
    settings_before: `SELECT * FROM ${schema}.settings`,
    contacts_before: `SELECT * FROM ${schema}.contacts`,
    keys_before: `SELECT id FROM ${schema}.data_keys`,
    told_before: `SELECT max(number) AS last FROM ${schema}.announcements`,
  };
  for (const [table, select] of Object.entries(before)) {
    await query(`CREATE TEMPORARY TABLE ${table} ON COMMIT DROP AS ${select}`);
  }
  await query('CREATE INDEX ON pg_temp.signatures_before (receipt_key)');
  // Without statistics, each batch of the file could read the whole table.
  await query('ANALYZE pg_temp.signatures_before');
  await query(`CREATE TEMPORARY TABLE settings_of_file (LIKE ${schema}.settings) ON COMMIT DROP`);
}

/** Removes the movements that the triggers booked for today. */
async function dropTodaysMovements(query: Query, schema: string): Promise<void> {
  await query(`DELETE FROM ${schema}.tally WHERE movement <> 'standing'`);
}

/** Adds the file's settings that the database lacks, and lets `settle` decide on those that the database had. */
async function settleSettings(query: Query, schema: string, settle: RestoreOptions['settle']): Promise<void> {
  await query(`INSERT INTO ${schema}.settings SELECT * FROM pg_temp.settings_of_file ON CONFLICT DO NOTHING`);
  const both = await query<{ key: string; backup: string | null; database: string }>(
    `SELECT key, f.value AS backup, b.value AS database
     FROM pg_temp.settings_before b LEFT JOIN pg_temp.settings_of_file f USING (key)`,
  );
  for (const { key, backup, database } of both) {
    const value = settle(key, backup, database);
    if (value === null) continue;
    await query(
      `INSERT INTO ${schema}.settings AS s (key, value, revision) VALUES ($1, $2, 1)
       ON CONFLICT (key) DO UPDATE SET value = excluded.value, revision = s.revision + 1`,
      [key, value],
    );
  }
}

/**
 * Makes each signature's quarantines match the active ones. Staff may have begun or released a quarantine while the
 * backup read the two tables.
 */
async function settleHolds(query: Query, schema: string): Promise<void> {
  await query(
    `UPDATE ${schema}.signatures c
     SET set_aside_by = due.numbers, status = CASE WHEN due.numbers = '{}' THEN 'counted' ELSE 'set-aside' END
     FROM (
       SELECT key, set_aside_by AS before, ARRAY (
         SELECT number FROM ${schema}.quarantines q
         WHERE released_on IS NULL AND (number = ANY (s.set_aside_by) OR (hold AND ${matching('s', 'q')}))
         ORDER BY array_position(s.set_aside_by, number), number
       ) AS numbers
       FROM ${schema}.signatures s
       WHERE status = 'set-aside'
         OR EXISTS (
           SELECT FROM ${schema}.quarantines h WHERE hold AND released_on IS NULL AND ${matching('s', 'h')}
         )
     ) due
     WHERE c.key = due.key AND due.numbers <> due.before`,
  );
}

/** Marks restored contacts as having had all announcements that the database knows: they may have had them. */
async function markTold(query: Query, schema: string): Promise<void> {
  await query(
    `UPDATE ${schema}.contacts c SET announced = told.last FROM pg_temp.told_before told
     WHERE c.announced < told.last AND NOT EXISTS (SELECT FROM pg_temp.contacts_before b WHERE b.key = c.key)`,
  );
}

/** Deletes what belongs to no signature: contacts, and data keys of the file, which could open rows of an old disk. */
async function dropStrays(query: Query, schema: string): Promise<void> {
  // The backup read the tables one after another: a contact's signature may have come or gone in between.
  await query(
    `DELETE FROM ${schema}.contacts c WHERE NOT EXISTS (SELECT FROM ${schema}.signatures s WHERE s.key = c.key)`,
  );
  await query(
    `DELETE FROM ${schema}.data_keys k
     WHERE NOT EXISTS (SELECT FROM pg_temp.keys_before b WHERE b.id = k.id)
       AND NOT EXISTS (SELECT FROM ${schema}.signatures s WHERE s.data_key = k.id)`,
  );
}

/**
 * Inserts rows as PostgreSQL wrote them. Rows that are there stay. A missing column is null, and the table refuses it
 * if it must not be.
 * @param condition on a row `r`
 * @returns how many rows are new
 */
async function insert(
  query: Query,
  schema: string,
  table: string,
  rows: readonly string[],
  condition: string,
): Promise<number> {
  try {
    const [row] = await query<{ count: string }>(
      `WITH added AS (
         INSERT INTO ${schema}.${table}
         SELECT r.* FROM jsonb_populate_recordset(NULL::${schema}.${table}, $1::text::jsonb) r WHERE ${condition}
         ON CONFLICT DO NOTHING RETURNING 1
       )
       SELECT count(*)::text AS count FROM added`,
      [`[${rows.join(',')}]`],
    );
    return Number(row?.count ?? 0);
  } catch (error) {
    // Classes 22 and 23: a value or a row that the table does not take.
    if (!/^2[23]/.test(sqlstate(error) ?? '')) throw error;
    throw new UnusableBackup(`a row of the backup does not fit the table ${table}`, { cause: error });
  }
}
