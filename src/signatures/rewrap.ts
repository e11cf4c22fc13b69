import { OperatorError } from '../operator-error.js';
import type { Database } from '../storage/database.js';
import { unwrap, wrap } from './data-keys.js';
import { refuseNothing } from './export/database-source.js';

/** What became of the data keys. */
export interface Rewrapped {
  /** Those that are wrapped to the new recipients now; in a dry run, those that would be. */
  readonly moved: number;
  /** Those that the identities don't open: they are as they were. */
  readonly closed: number;
}

/** Another rewrap or a purge was at the same keys: nothing was changed. */
export class KeysChanged extends OperatorError {
  override readonly name = 'KeysChanged';
  constructor() {
    super('the keys were changed by somebody else meanwhile; nothing was changed here: run it again');
  }
}

/**
 * Wraps the data keys to other recipients, all of those that the identities open or none: whatever interrupts it, a
 * key is either as it was or as it is to be. The names themselves stay as they are.
 * @param identities those of the recipients so far
 * @param recipients age public keys that have been looked at: `age1…`
 * @throws NothingThere, KeysChanged, StoreUnavailable
 */
export async function rewrap(
  database: Database,
  schema: string,
  identities: readonly string[],
  recipients: readonly string[],
  { dryRun }: { readonly dryRun: boolean },
): Promise<Rewrapped> {
  await refuseNothing(database.query, schema);
  const stored = await database.query<{ id: string; wrapped: string }>(
    `SELECT id, wrapped FROM ${schema}.data_keys ORDER BY id`,
  );
  const moved: { readonly id: string; readonly before: string; readonly after: string }[] = [];
  for (const { id, wrapped } of stored) {
    const key = await unwrap(wrapped, ...identities).catch(() => null);
    if (key === null) continue;
    moved.push({ id, before: wrapped, after: dryRun ? wrapped : await wrap(key, recipients) });
    key.fill(0);
  }
  if (!dryRun && moved.length > 0) {
    await database.transaction(async (query) => {
      const rows = await query(
        `UPDATE ${schema}.data_keys k SET wrapped = moved.after
         FROM unnest($1::text[], $2::text[], $3::text[]) AS moved (id, before, after)
         WHERE k.id = moved.id AND k.wrapped = moved.before
         RETURNING k.id`,
        [moved.map(({ id }) => id), moved.map(({ before }) => before), moved.map(({ after }) => after)],
      );
      if (rows.length !== moved.length) throw new KeysChanged();
    });
  }
  return { moved: moved.length, closed: stored.length - moved.length };
}
