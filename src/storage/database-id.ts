import { randomBytes } from 'node:crypto';
import type { Query } from './database.js';

/**
 * The setting that holds the database's id: random, made once. It names the signatures, not the server: it goes along
 * with standbys, with copies and with backups.
 */
export const DATABASE_ID = 'database-id';

/** The setting that changes with every restore, so that a running process knows why rows are older. */
export const RESTORED = 'restored';

/** The id of the database behind a schema; null where the schema is not there, or has none yet. */
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

/** Gives the id, and makes one where there is none; of two processes that do so at once, both get the same. */
export async function ensureDatabaseId(query: Query, schema: string): Promise<string> {
  await addSetting(query, schema, DATABASE_ID, newId());
  const id = await readDatabaseId(query, schema);
  if (id === null) throw new Error('a setting is gone that was just made');
  return id;
}

/**
 * Notes, inside a restore's transaction, that the rows are a backup's now.
 * @param before the id from before the restore: kept where the backup has none of its own
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
