import { z } from 'zod';
import type { Query } from '../database.js';
import { DATABASE_ID, readDatabaseId } from '../database-id.js';
import { readBackupFile } from './file.js';

/** How the signatures of a database differ from a backup's. Each has a receipt, which a later one does not share. */
export interface Comparison {
  /** The number in the database. */
  readonly signatures: number;
  /** Signatures that only the database has: they were made since, if it is the database that was backed up. */
  readonly newer: number;
  /** Signatures that only the backup has: people have withdrawn them since, or the database has lost them. */
  readonly gone: number;
  /** How many withdrawals the database has booked since the backup, without those of signatures set aside. */
  readonly withdrawals: number;
  /** Whether the database is the one that was backed up; true if one of the two has no id. */
  readonly sameDatabase: boolean;
}

const NOTHING: Comparison = { signatures: 0, newer: 0, gone: 0, withdrawals: 0, sameDatabase: true };

const tallySchema = z.object({
  dimension: z.string(),
  movement: z.string(),
  count: z.number(),
});
const settingSchema = z.object({ key: z.string(), value: z.string() });

/**
 * Compares a backup with the database that it may replace, page by page.
 * @throws UnusableBackup, and what the file system and the database throw
 */
export async function compareWith(query: Query, schema: string, path: string): Promise<Comparison> {
  const [found] = await query<{ there: boolean }>('SELECT to_regclass($1) IS NOT NULL AS there', [
    `${schema}.signatures`,
  ]);
  if (found?.there !== true) return NOTHING;
  const signatures = await count(query, `SELECT count(*)::text AS count FROM ${schema}.signatures`);
  let inFile = 0;
  let inBoth = 0;
  let withdrawnBefore = 0;
  let idOfFile: string | null = null;
  await readBackupFile(path, {
    rows: async (table, rows) => {
      if (table === 'signatures') {
        inFile += rows.length;
        inBoth += await count(
          query,
          `SELECT count(*)::text AS count FROM jsonb_to_recordset($1::text::jsonb) AS backed_up (receipt_key text)
           JOIN ${schema}.signatures USING (receipt_key)`,
          [`[${rows.join(',')}]`],
        );
      } else if (table === 'tally') {
        for (const row of rows) {
          const { dimension, movement, count } = tallySchema.parse(JSON.parse(row));
          if (dimension === 'all' && movement === 'left') withdrawnBefore += count;
        }
      } else if (table === 'settings') {
        for (const row of rows) {
          const { key, value } = settingSchema.parse(JSON.parse(row));
          if (key === DATABASE_ID) idOfFile = value;
        }
      }
    },
  });
  const withdrawn = await count(
    query,
    `SELECT coalesce(sum(count), 0)::text AS count FROM ${schema}.tally
     WHERE dimension = 'all' AND movement = 'left'`,
  );
  const id = await readDatabaseId(query, schema);
  return {
    signatures,
    newer: signatures - inBoth,
    gone: inFile - inBoth,
    withdrawals: Math.max(0, withdrawn - withdrawnBefore),
    sameDatabase: id === null || idOfFile === null || id === idOfFile,
  };
}

async function count(query: Query, sql: string, parameters: readonly unknown[] = []): Promise<number> {
  const [row] = await query<{ count: string }>(sql, parameters);
  return Number(row?.count ?? 0);
}
