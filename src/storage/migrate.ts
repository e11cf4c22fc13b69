import { createHash } from 'node:crypto';
import { OperatorError } from '../operator-error.js';
import { type Database, type Query, sqlstate } from './database.js';
import { statements as ledger } from './migrations/001-ledger.js';
import { statements as quarantine } from './migrations/002-quarantine.js';
import { statements as updates } from './migrations/003-updates.js';
import { statements as leases } from './migrations/004-leases.js';
import { statements as logOfTotals } from './migrations/005-log-of-totals.js';
import { statements as quarantineFacts } from './migrations/006-quarantine-facts.js';
import { probeTriggers } from './trigger-probe.js';

/** One change of the schema. A released migration never changes. */
interface Migration {
  readonly version: number;
  readonly name: string;
  readonly statements: (schema: string) => readonly string[];
}

const MIGRATIONS: readonly Migration[] = [
  { version: 1, name: 'ledger', statements: ledger },
  { version: 2, name: 'quarantine', statements: quarantine },
  { version: 3, name: 'updates', statements: updates },
  { version: 4, name: 'leases', statements: leases },
  { version: 5, name: 'log-of-totals', statements: logOfTotals },
  { version: 6, name: 'quarantine-facts', statements: quarantineFacts },
];

/** The schema version that this program needs. */
export const SCHEMA_VERSION = Math.max(...MIGRATIONS.map(({ version }) => version));

/** The schema can't be migrated to this program's version; the message says why and what to do. */
export class MigrationRefused extends OperatorError {
  override readonly name = 'MigrationRefused';
}

/** The class of our advisory locks, so that other programs' locks don't collide ("migr" in ASCII). */
const LOCK_CLASS = 0x6d696772;

/** Another process may be migrating, or a table may be large. */
const TIMEOUT_MS = 300_000;

/**
 * Migrates a schema to this program's version, in one transaction. Safe if several processes start at once: the lock
 * belongs to the transaction, so it also works behind a pooler.
 * @param schema a plain identifier; created if it does not exist
 * @throws MigrationRefused, UnsuitableDatabase, StoreUnavailable
 */
export async function migrate(database: Database, schema: string): Promise<void> {
  await database.transaction((query) => migrateWithin(query, schema), { timeoutMs: TIMEOUT_MS });
}

/** The same inside an open transaction: a restore needs this. */
export async function migrateWithin(query: Query, schema: string): Promise<void> {
  if (!/^[a-z_][a-z0-9_]{0,62}$/.test(schema))
    throw new RangeError('a schema is named by a plain identifier');
  await query('SELECT pg_advisory_xact_lock($1::integer, hashtext($2))', [LOCK_CLASS, schema]);
  try {
    const applied = await appliedTo(query, schema);
    if (applied.size === 0) await probeTriggers(query, schema);
    for (const migration of MIGRATIONS) {
      const checksum = checksumOf(migration);
      const before = applied.get(migration.version);
      applied.delete(migration.version);
      if (before === checksum) continue;
      if (before !== undefined) {
        throw new MigrationRefused(
          `the schema ${schema} was made by another build of this program: migration ${migration.version} ` +
            `(${migration.name}) differs; run the build that made it, or restore a backup into a new database`,
        );
      }
      for (const statement of migration.statements(schema)) await query(statement);
      await query(
        `INSERT INTO ${schema}.migrations (version, name, checksum, applied)
         VALUES ($1, $2, $3, (now() AT TIME ZONE 'UTC')::date)`,
        [migration.version, migration.name, checksum],
      );
    }
    const unknown = [...applied.keys()];
    if (unknown.length > 0) {
      throw new MigrationRefused(
        `the schema ${schema} is at version ${Math.max(...unknown)}, which is newer than this program's ` +
          `${SCHEMA_VERSION}: update the program`,
      );
    }
  } catch (error) {
    if (sqlstate(error) !== '42501') throw error;
    throw new MigrationRefused(
      `the database role may not make the schema ${schema} or tables in it: grant it CREATE on the database ` +
        `once (GRANT CREATE ON DATABASE … TO …), or start once with a role that owns the database`,
      { cause: error },
    );
  }
}

/** The checksums of the migrations that a schema already has, by version. */
async function appliedTo(query: Query, schema: string): Promise<Map<number, string>> {
  // Look first: a role that may use the tables but not create any would be refused for trying.
  const [found] = await query<{ schema: boolean; migrations: boolean }>(
    'SELECT to_regnamespace($1) IS NOT NULL AS schema, to_regclass($2) IS NOT NULL AS migrations',
    [schema, `${schema}.migrations`],
  );
  if (found?.schema !== true) await query(`CREATE SCHEMA ${schema}`);
  if (found?.migrations !== true) {
    await query(`CREATE TABLE ${schema}.migrations (
      version integer PRIMARY KEY, name text NOT NULL, checksum text NOT NULL, applied date NOT NULL
    )`);
  }
  const rows = await query<{ version: number; checksum: string }>(
    `SELECT version, checksum FROM ${schema}.migrations`,
  );
  return new Map(rows.map(({ version, checksum }) => [version, checksum]));
}

/** The checksum of the statements' words: white space does not count. */
function checksumOf(migration: Migration): string {
  const words = migration.statements('schema').map((statement) => statement.replaceAll(/\s+/g, ' ').trim());
  return createHash('sha256').update(JSON.stringify(words)).digest('hex');
}
