import type { Query } from '../database.js';
import { readBackupFile } from './file.js';

/** How the signatures of a database differ from a backup's. */
export interface Comparison {
  /** The number in the database. */
  readonly signatures: number;
  /** Signatures that only the backup has. If the database lost nothing, people have withdrawn these. */
  readonly gone: number;
}

/**
 * Compares a backup with the database that it may replace, page by page.
 * @throws UnusableBackup, and what the file system and the database throw
 */
export async function compareWith(query: Query, schema: string, path: string): Promise<Comparison> {
  const [found] = await query<{ there: boolean }>('SELECT to_regclass($1) IS NOT NULL AS there', [
    `${schema}.signatures`,
  ]);
  if (found?.there !== true) return { signatures: 0, gone: 0 };
  const signatures = await count(query, `SELECT count(*)::text AS count FROM ${schema}.signatures`);
  let gone = 0;
  await readBackupFile(path, {
    rows: async (table, rows) => {
      if (table !== 'signatures') return;
      gone += await count(
        query,
        `SELECT count(*)::text AS count FROM jsonb_to_recordset($1::text::jsonb) AS backed_up (key text)
         WHERE NOT EXISTS (SELECT FROM ${schema}.signatures s WHERE s.key = backed_up.key)`,
        [`[${rows.join(',')}]`],
      );
    },
  });
  return { signatures, gone };
}

async function count(query: Query, sql: string, parameters: readonly unknown[] = []): Promise<number> {
  const [row] = await query<{ count: string }>(sql, parameters);
  return Number(row?.count ?? 0);
}
