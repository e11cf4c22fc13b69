import { z } from 'zod';
import { OperatorError } from '../../operator-error.js';
import type { Database, Query } from '../../storage/database.js';
import { ORGANISER_SETTING, parseOrganiser } from '../organiser.js';
import { type SignatureSource, type StoredText, storedSignatureSchema } from './source.js';

/** Rows per statement: short enough that no write waits. One long snapshot would slow down every write. */
const PAGE = 1_000;

/** The database has no such petition. */
class NothingThere extends OperatorError {
  override readonly name = 'NothingThere';
}

/** @throws NothingThere if the schema does not exist */
async function refuseNothing(query: Query, schema: string): Promise<void> {
  const [found] = await query<{ there: boolean }>('SELECT to_regclass($1) IS NOT NULL AS there', [
    `${schema}.signatures`,
  ]);
  if (found?.there !== true) {
    throw new NothingThere(
      `the database has no signatures in ${schema}: check DATABASE_URL and PETITION. If the settings ` +
        'name no platform, choose with --campaign or --preview.',
    );
  }
}

/** Reads signatures from a database that may be in use, one page per statement. */
export async function openDatabaseSource(
  { query }: Database,
  schema: string,
  about: Pick<SignatureSource, 'petition' | 'preview'>,
): Promise<SignatureSource> {
  await refuseNothing(query, schema);
  return {
    ...about,
    async read(take) {
      for (let last = ''; ; ) {
        const rows = z.array(storedSignatureSchema).parse(
          await query(
            `SELECT key, value, receipt_key, data_key, channel, locale, status FROM ${schema}.signatures
             WHERE key > $1 ORDER BY key LIMIT ${PAGE}`,
            [last],
          ),
        );
        await take(rows);
        last = rows.at(-1)?.key ?? last;
        if (rows.length < PAGE) return;
      }
    },
    async wrappedKeys(ids) {
      const rows = await query<{ id: string; wrapped: string }>(
        `SELECT id, wrapped FROM ${schema}.data_keys WHERE $1::text[] IS NULL OR id = ANY ($1::text[])`,
        [ids ?? null],
      );
      return new Map(rows.map(({ id, wrapped }) => [id, wrapped]));
    },
    async stillThere(rows) {
      const stillThere = new Set<string>();
      for (let from = 0; from < rows.length; from += PAGE) {
        const page = rows.slice(from, from + PAGE);
        const found = await query<{ receipt_key: string }>(
          `SELECT receipt_key FROM ${schema}.signatures
           JOIN unnest($1::text[], $2::text[]) AS wanted (receipt_key, status) USING (receipt_key, status)`,
          [page.map(({ receiptKey }) => receiptKey), page.map(({ status }) => status)],
        );
        for (const { receipt_key } of found) stillThere.add(receipt_key);
      }
      return stillThere;
    },
    texts: () =>
      query<StoredText & Record<string, unknown>>(
        `SELECT name, locale, version, words, first_shown::text AS "firstShown" FROM ${schema}.texts`,
      ),
    async organiser() {
      const [row] = await query<{ value: string }>(`SELECT value FROM ${schema}.settings WHERE key = $1`, [
        ORGANISER_SETTING,
      ]);
      return parseOrganiser(row?.value);
    },
  };
}
