import { z } from 'zod';
import { OperatorError } from '../../operator-error.js';
import { type Database, type Query, sqlstate } from '../database.js';
import { markRestored, readDatabaseId } from '../database-id.js';
import { migrateWithin } from '../migrate.js';
import { correctFlow } from '../tally-flow.js';
import { tablesOf } from './dump.js';
import { type BackupHeader, type RowCounts, readBackupFile, UnusableBackup } from './file.js';

/** Where these hold a row, there is something to lose. */
const PRECIOUS = ['signatures', 'conversations', 'tally'];

/**
 * What is there is kept, and what the file has is added: names that were sealed since the backup need their keys, also
 * those of a bot that was not stopped; and nobody is sent again what they were sent since.
 */
const MERGED = ['data_keys', 'texts', 'announcements', 'contacts'];

/** A batch is inserted within milliseconds; counting out ten million rows before may take minutes. */
const TIMEOUT_MS = 600_000;

/** The books hold signatures or conversations, and nobody said that they may be replaced. */
class BooksNotEmpty extends OperatorError {
  override readonly name = 'BooksNotEmpty';
  constructor(schema: string) {
    super(
      `${schema} holds signatures or conversations already: restore into an empty database, or add --replace to ` +
        'delete what is there (back it up first). Nothing was changed.',
    );
  }
}

const settingSchema = z.looseObject({ key: z.string(), value: z.string() });

/** What a whole and unchanged file says of itself. */
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
  // Only now: in a damaged file the rows need not even be JSON.
  const read = settings.map((line) => settingSchema.parse(JSON.parse(line)));
  return { header, rows, settings: new Map(read.map(({ key, value }) => [key, value])) };
}

export interface RestoreOptions {
  /** Deletes what is there; without it, books that hold anything are refused. */
  readonly replace: boolean;
  /** Puts those back as well who had asked for updates; without it, nobody is written to who is not there now. */
  readonly contacts: boolean;
  /** Leaves out the signatures that the database does not have any more. */
  readonly withoutWithdrawn: boolean;
}

/**
 * Puts a file's rows into a schema, in one transaction: all of them or none. The triggers count the signatures as
 * they come in, so that the tally's standing numbers are those of the rows; what happened when, as the file has it,
 * takes the place of what the triggers booked for today. People went on signing while the file was being made, so its
 * tables don't quite agree: where they don't, the signatures are right. Who asked for updates stays as they are in the
 * database.
 * @returns how many rows of each table came from the file
 * @throws BooksNotEmpty, UnusableBackup, MigrationRefused, StoreUnavailable
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
      // They go with their signatures at once, whatever is deferred.
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
      // Tables are read one after the other: a signature may have come, or gone, between its contact and itself.
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
  if (found?.occupied !== false) throw new BooksNotEmpty(schema);
}

/** Keeps, until the end of the transaction, what the database knows that the file can't. */
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
 * Has each signature set aside by the quarantines that stand and hold it, and by no others: staff may have begun or
 * released one between the reading of the signatures and of the quarantines.
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

/** Who comes back is not sent again what the database knows to have been sent: they may have had it. */
async function markTold(query: Query, schema: string): Promise<void> {
  await query(
    `UPDATE ${schema}.contacts c SET announced = told.last FROM pg_temp.told_before told
     WHERE c.announced < told.last AND NOT EXISTS (SELECT FROM pg_temp.contacts_before b WHERE b.key = c.key)`,
  );
}

/** Takes out what was not there before, as if each had withdrawn now: the tally books it. */
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

/** Column by column as PostgreSQL wrote them: what the file lacks is null, and refused where it may not be. */
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
  // What the triggers booked as having happened today.
  if (table === 'signatures') await query(`DELETE FROM ${schema}.tally WHERE movement <> 'standing'`);
}
