import { z } from 'zod';
import type { Query } from '../storage/database.js';

/**
 * The setting with the organiser, as the privacy notice names it. It is stored so that the cover of the letter can be
 * made from a backup alone, far from the bot's settings.
 */
export const ORGANISER_SETTING = 'organiser';

const organiserSchema = z.object({ name: z.string(), contact: z.string() });

/** Who answers for the petition: a name, and an e-mail or https address. */
export type Organiser = Readonly<z.infer<typeof organiserSchema>>;

/** Stores the organiser in place of an earlier one. */
export async function keepOrganiser(
  query: Query,
  schema: string,
  { name, contact }: Organiser,
): Promise<void> {
  await query(
    `INSERT INTO ${schema}.settings AS s (key, value, revision) VALUES ($1, $2, 1)
     ON CONFLICT (key) DO UPDATE SET value = excluded.value, revision = s.revision + 1
     WHERE s.value <> excluded.value`,
    [ORGANISER_SETTING, JSON.stringify({ name, contact })],
  );
}

/** Parses the stored setting; null if there is none. */
export function parseOrganiser(stored: string | undefined): Organiser | null {
  return stored === undefined ? null : organiserSchema.parse(JSON.parse(stored));
}
