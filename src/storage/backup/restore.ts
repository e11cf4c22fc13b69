import { z } from 'zod';
import { OperatorError } from '../../operator-error.js';
import { type Database, type Query, sqlstate } from '../database.js';
import { markRestored, readDatabaseId } from '../database-id.js';
import { migrateWithin } from '../migrate.js';
import { correctFlow } from '../tally-flow.js';
import { tablesOf } from './dump.js';
import { type BackupHeader, type RowCounts, readBackupFile, UnusableBackup } from './file.js';

/** If one of these holds a row, a restore could destroy something. */
const PRECIOUS = ['signatures', 'conversations', 'tally'];

/**
 * These tables keep their rows, and the file's rows are added. Names that were sealed since the backup need their keys,
 * even if the bot was not stopped. Nobody gets an announcement again that they got since the backup. And the public log
 * of the total never becomes shorter: its lines were published.
 */
const MERGED = ['data_keys', 'texts', 'announcements', 'contacts', 'log_entries', 'log_heads'];

/** Inserting a batch takes milliseconds, but deleting ten million rows first may take minutes. */
const TIMEOUT_MS = 600_000;

/** The schema holds signatures or conversations, and the operator did not say that they may be replaced. */
class CampaignNotEmpty extends OperatorError {
  override readonly name = 'CampaignNotEmpty';
  constructor(schema: string) {
    super(
      `${schema} holds signatures or conversations already: restore into an empty database, or add --replace to ` +
        'delete what is there (back it up first). Nothing was changed.',
    );
  }
}

const settingSchema = z.looseObject({ key: z.string(), value: z.string() });

/** The contents of a complete and unchanged file. */
export interface BackupContents {
  readonly header: BackupHeader;
  readonly rows: RowCounts;
  /** The values of the table `settings`, by key. */
  readonly settings: ReadonlyMap<string, string>;
}

/**
 * Reads a file to its end without touching any database.
 * @throws UnusableBackup, and what the file system throws
 */
export async function inspectBackup(path: string): Promise<BackupContents> {
  let header: BackupHeader | undefined;
  const settings: string[] = [];
  const rows = await readBackupFile(path, {
    header: (found) => {
      header = found;
    },
    rows: (table, lines) => {
      if (table === 'settings') settings.push(...lines);
    },
  });
  if (header === undefined) throw new UnusableBackup('the file is empty');
  // Parsed last: the rows of a damaged file may not even be JSON.
  const read = settings.map((line) => settingSchema.parse(JSON.parse(line)));
  return { header, rows, settings: new Map(read.map(({ key, value }) => [key, value])) };
}

export interface RestoreOptions {
  /** Deletes the current rows; without it, we refuse a schema that holds any. */
  readonly replace: boolean;
  /** Restores the backup's contacts too; without it, only people who are subscribed now stay subscribed. */
  readonly contacts: boolean;
  /** Leaves out the signatures that the database no longer has. */
  readonly withoutWithdrawn: boolean;
}

/**
 * Restores a file's rows into a schema, in one transaction: all or none. The triggers count the inserted signatures, so
 * the tally's standing counts match the rows. The movements come from the file and replace those that the triggers
 * booked for today. People went on signing while the backup ran, so its tables may differ: then the signatures are
 * right. Current contacts stay in the database.
 * @returns how many rows of each table came from the file
 * @throws CampaignNotEmpty, UnusableBackup, MigrationRefused, StoreUnavailable
 */
export async function restoreBackup(
  database: Database,
  schema: string,
  path: string,
  { replace, contacts, withoutWithdrawn }: RestoreOptions,
): Promise<RowCounts> {
  return database.transaction(
    async (query) => {
      await migrateWithin(query, schema);
      const tables = (await tablesOf(query, schema)).map(({ name }) => name);
      await query(`LOCK TABLE ${tables.map((table) => `${schema}.${table}`).join(', ')} IN EXCLUSIVE MODE`);
      if (!replace) await refuseOccupied(query, schema);
      const idBefore = await readDatabaseId(query, schema);
      await remember(query, schema);
      for (const table of tables) {
        if (!MERGED.includes(table)) await query(`DELETE FROM ${schema}.${table}`);
      }
      // Deleting the signatures also deleted their contacts (a cascade can't be deferred).
      await query(`INSERT INTO ${schema}.contacts SELECT * FROM pg_temp.contacts_before`);
      let madeAt: Date | undefined;
      const restored = await readBackupFile(path, {
        header: (header) => {
          madeAt = new Date(header.madeAt);
        },
        rows: async (table, rows) => {
          if (!tables.includes(table))
            throw new UnusableBackup(`the backup holds an unknown table, ${table}`);
          if (table === 'contacts' && !contacts) return;
          await insert(query, schema, table, rows);
        },
      });
      if (madeAt === undefined) throw new UnusableBackup('the file is empty');
      await settleHolds(query, schema);
      await correctFlow(query, schema, madeAt);
      await markRestored(query, schema, idBefore);
      await markTold(query, schema);
      const withdrawn = withoutWithdrawn ? await withdraw(query, schema) : 0;
      // The backup read the tables one after another: a contact's signature may have come or gone in between.
      await query(
        `DELETE FROM ${schema}.contacts c WHERE NOT EXISTS (SELECT FROM ${schema}.signatures s WHERE s.key = c.key)`,
      );
      return {
        ...restored,
        signatures: (restored.signatures ?? 0) - withdrawn,
        contacts: contacts ? (restored.contacts ?? 0) : 0,
      };
    },
    { timeoutMs: TIMEOUT_MS },
  );
}

async function refuseOccupied(query: Query, schema: string): Promise<void> {
  const selects = PRECIOUS.map((table) => `EXISTS (SELECT FROM ${schema}.${table})`);
  const [found] = await query<{ occupied: boolean }>(`SELECT ${selects.join(' OR ')} AS occupied`);
  if (found?.occupied !== false) throw new CampaignNotEmpty(schema);
}

/** Copies what only the database knows into temporary tables, until the transaction ends. */
async function remember(query: Query, schema: string): Promise<void> {
  const before = {
    keys_before: `SELECT key FROM ${schema}.signatures`,
    contacts_before: `SELECT * FROM ${schema}.contacts`,
    told_before: `SELECT max(number) AS last FROM ${schema}.announcements`,
  };
  for (const [table, select] of Object.entries(before)) {
    await query(`CREATE TEMPORARY TABLE ${table} ON COMMIT DROP AS ${select}`);
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
         WHERE released_on IS NULL AND (number = ANY (s.set_aside_by) OR (hold AND q.source = s.source))
         ORDER BY array_position(s.set_aside_by, number), number
       ) AS numbers
       FROM ${schema}.signatures s
       WHERE status = 'set-aside'
         OR source IN (SELECT source FROM ${schema}.quarantines WHERE hold AND released_on IS NULL)
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

/** Removes the signatures that were not there before. The tally books them as withdrawn now. */
async function withdraw(query: Query, schema: string): Promise<number> {
  const [row] = await query<{ count: string }>(
    `WITH gone AS (
       DELETE FROM ${schema}.signatures s
       WHERE NOT EXISTS (SELECT FROM pg_temp.keys_before b WHERE b.key = s.key) RETURNING s.key
     )
     SELECT count(*)::text AS count FROM gone`,
  );
  return Number(row?.count ?? 0);
}

/** Inserts rows as PostgreSQL wrote them. A missing column is null, and the table refuses it if it must not be. */
async function insert(query: Query, schema: string, table: string, rows: readonly string[]): Promise<void> {
  const moments = table === 'tally' ? `WHERE movement <> 'standing'` : '';
  const conflict = MERGED.includes(table) ? 'ON CONFLICT DO NOTHING' : '';
  try {
    await query(
      `INSERT INTO ${schema}.${table}
       SELECT * FROM jsonb_populate_recordset(NULL::${schema}.${table}, $1::text::jsonb) ${moments} ${conflict}`,
      [`[${rows.join(',')}]`],
    );
  } catch (error) {
    // Classes 22 and 23: a value or a row that the table does not take.
    if (!/^2[23]/.test(sqlstate(error) ?? '')) throw error;
    throw new UnusableBackup(`a row of the backup does not fit the table ${table}`, { cause: error });
  }
  // Remove the movements that the triggers booked for today.
  if (table === 'signatures') await query(`DELETE FROM ${schema}.tally WHERE movement <> 'standing'`);
}
