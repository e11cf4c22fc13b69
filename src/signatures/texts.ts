import type { Day } from '../day.js';
import type { Shown } from '../petition/evidence.js';
import type { Query } from '../storage/database.js';

/** A signed text, kept so that people can still read the evidence years later. */
export interface KeptText {
  readonly name: string;
  readonly locale: string;
  /** The hash of its words; the evidence names it. */
  readonly version: string;
  readonly words: string;
}

/**
 * Stores texts under their versions. A text that is already stored stays unchanged.
 * @param today the first day on which people may have seen them
 */
export async function keepTexts(
  query: Query,
  schema: string,
  texts: readonly KeptText[],
  today: Day,
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

/** The words of a version; null if it is not stored. */
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
