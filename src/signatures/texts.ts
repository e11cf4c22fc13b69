import type { Shown } from '../petition/evidence.js';
import type { Query } from '../storage/database.js';

/** A text that is signed, kept so that evidence can be read years later. */
export interface KeptText {
  readonly name: string;
  readonly locale: string;
  /** The hash of its words, as evidence names it. */
  readonly version: string;
  readonly words: string;
}

/**
 * Keeps texts under their versions; those that are kept already stay as they are.
 * @param today `YYYY-MM-DD` in UTC: the first day on which they may have been shown
 */
export async function keepTexts(
  query: Query,
  schema: string,
  texts: readonly KeptText[],
  today: string,
): Promise<void> {
  await query(
    `INSERT INTO ${schema}.texts (name, locale, version, words, first_shown)
     SELECT name, locale, version, words, $5::date
     FROM unnest($1::text[], $2::text[], $3::text[], $4::text[]) AS text (name, locale, version, words)
     ORDER BY name, locale, version
     ON CONFLICT DO NOTHING`,
    [
      texts.map(({ name }) => name),
      texts.map(({ locale }) => locale),
      texts.map(({ version }) => version),
      texts.map(({ words }) => words),
      today,
    ],
  );
}

/** The words that were kept under a version; null for none. */
export async function readText(
  query: Query,
  schema: string,
  name: string,
  { locale, version }: Shown,
): Promise<string | null> {
  const [row] = await query<{ words: string }>(
    `SELECT words FROM ${schema}.texts WHERE name = $1 AND locale = $2 AND version = $3`,
    [name, locale, version],
  );
  return row?.words ?? null;
}
