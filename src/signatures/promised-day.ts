import { type Day, daySchema } from '../day.js';
import { OperatorError } from '../operator-error.js';
import type { Query } from '../storage/database.js';

/** The setting with the earliest `keepUntil` under which people have signed. */
export const PROMISED_SETTING = 'keep-until';

/** The settings name a later last day for the names than the notice under which people have signed. */
export class PromiseBroken extends OperatorError {
  override readonly name = 'PromiseBroken';
  constructor(promised: Day, keepUntil: Day) {
    super(
      `people have signed under a notice that says that their names are erased on ${promised}, and keepUntil in ` +
        `petition.yaml is now ${keepUntil}: write ${promised} or an earlier day`,
    );
  }
}

/**
 * Records the last day for the names. As long as names are stored, it can only become an earlier day.
 * @throws PromiseBroken if it is later than the day under which people have signed
 */
export async function keepPromisedDay(query: Query, schema: string, keepUntil: Day): Promise<void> {
  await query(
    `INSERT INTO ${schema}.settings AS t (key, value, revision) VALUES ($1, $2, 1)
     ON CONFLICT (key) DO UPDATE SET value = excluded.value, revision = t.revision + 1
     WHERE excluded.value < t.value
       OR NOT EXISTS (SELECT FROM ${schema}.signatures s WHERE s.data_key <> '')`,
    [PROMISED_SETTING, keepUntil],
  );
  const [row] = await query<{ value: string }>(`SELECT value FROM ${schema}.settings WHERE key = $1`, [
    PROMISED_SETTING,
  ]);
  const promised = daySchema.parse(row?.value);
  if (keepUntil > promised) throw new PromiseBroken(promised, keepUntil);
}
