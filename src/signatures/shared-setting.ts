import type { Database } from '../storage/database.js';

/**
 * Changes a setting that several processes share. Changes run one at a time.
 * @param decide gets the stored text (null for none); returns the new one and a result for the caller
 * @throws StoreUnavailable
 */
export function reviseSetting<T>(
  database: Database,
  schema: string,
  key: string,
  decide: (kept: string | null) => { readonly keep: string; readonly result: T },
): Promise<T> {
  return database.transaction(async (query) => {
    await query(
      `INSERT INTO ${schema}.settings (key, value, revision) VALUES ($1, 'null', 0) ON CONFLICT DO NOTHING`,
      [key],
    );
    const [row] = await query<{ value: string }>(
      `SELECT value FROM ${schema}.settings WHERE key = $1 FOR UPDATE`,
      [key],
    );
    const { keep, result } = decide(row === undefined || row.value === 'null' ? null : row.value);
    await query(`UPDATE ${schema}.settings SET value = $2, revision = revision + 1 WHERE key = $1`, [
      key,
      keep,
    ]);
    return result;
  });
}
