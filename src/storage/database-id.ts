import { randomBytes } from 'node:crypto';
import type { Query } from './database.js';

/**
 * The setting with the database's id: random, made once. It identifies the signatures, not the server: standbys,
 * copies and backups have the same id.
 */
export const DATABASE_ID = 'database-id';

/** The setting that changes with every restore, so that a running process knows why rows went back in time. */
export const RESTORED = 'restored';

/** The id of a schema's database; null if the schema does not exist or has no id yet. */
export async function readDatabaseId(query: Query, schema: string): Promise<string | null> {
  const [found] = await query<{ there: boolean }>('SELECT to_regclass($1) IS NOT NULL AS there', [
    `${schema}.settings`,
  ]);
  if (found?.there !== true) return null;
  const [row] = await query<{ value: string }>(`SELECT value FROM ${schema}.settings WHERE key = $1`, [
    DATABASE_ID,
  ]);
  return row?.value ?? null;
}

/** Returns the id, and makes one if there is none. Two processes that do this at once get the same id. */
export async function ensureDatabaseId(query: Query, schema: string): Promise<string> {
  await addSetting(query, schema, DATABASE_ID, newId());
  const id = await readDatabaseId(query, schema);
  if (id === null) throw new Error('the database id that was just written is gone');
  return id;
}

/**
 * Records, inside a restore's transaction, that the rows now come from a backup.
 * @param before the id before the restore: kept if the backup has none
 */
export async function markRestored(query: Query, schema: string, before: string | null): Promise<void> {
  if (before !== null) await addSetting(query, schema, DATABASE_ID, before);
  await query(
    `INSERT INTO ${schema}.settings AS s (key, value, revision) VALUES ($1, $2, 1)
     ON CONFLICT (key) DO UPDATE SET value = excluded.value, revision = s.revision + 1`,
    [RESTORED, newId()],
  );
}

async function addSetting(query: Query, schema: string, key: string, value: string): Promise<void> {
  await query(
    `INSERT INTO ${schema}.settings (key, value, revision) VALUES ($1, $2, 1) ON CONFLICT DO NOTHING`,
    [key, value],
  );
}

function newId(): string {
  return randomBytes(16).toString('base64url');
}
