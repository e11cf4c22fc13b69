import { createHash } from 'node:crypto';
import { z } from 'zod';
import { OperatorError } from '../operator-error.js';
import type { Database } from '../storage/database.js';
import { unwrap, wrap } from './data-keys.js';

/** A data key before and after it was wrapped to other recipients. */
const movedKeySchema = z.strictObject({ id: z.string(), before: z.string(), after: z.string() });
export type MovedKey = z.infer<typeof movedKeySchema>;

/** What became of the data keys. */
export interface Moved {
  readonly keys: readonly MovedKey[];
  /** The ids of those that the identities don't open: they are to stay as they are. */
  readonly closed: readonly string[];
}

/**
 * Wraps data keys to other recipients. The names that are sealed under them stay as they are.
 * @param wrapped the keys as they are stored, by their ids
 * @param identities those of the recipients so far
 * @param recipients age public keys that have been looked at: `age1…`
 */
export async function moveKeys(
  wrapped: ReadonlyMap<string, string>,
  identities: readonly string[],
  recipients: readonly string[],
): Promise<Moved> {
  const keys: MovedKey[] = [];
  const closed: string[] = [];
  for (const [id, before] of wrapped) {
    const key = await unwrap(before, ...identities).catch(() => null);
    if (key === null) {
      closed.push(id);
      continue;
    }
    keys.push({ id, before, after: await wrap(key, recipients) });
    key.fill(0);
  }
  return { keys, closed };
}

/** The stored keys are not those that were moved: nothing was changed. */
export class KeysChanged extends OperatorError {
  override readonly name = 'KeysChanged';
  constructor() {
    super(
      'the stored keys are not those that were moved: another rewrap or a purge came between, or they belong to ' +
        'other books. Nothing was changed: begin again.',
    );
  }
}

/**
 * Stores moved keys in the place of those that they were, all or none: whatever interrupts it, a key is as it was or
 * as it is to be, and never replaced by one that belongs elsewhere.
 * @throws KeysChanged, StoreUnavailable
 */
export async function storeKeys(
  database: Database,
  schema: string,
  keys: readonly MovedKey[],
): Promise<void> {
  await database.transaction(async (query) => {
    const rows = await query(
      `UPDATE ${schema}.data_keys k SET wrapped = moved.after
       FROM unnest($1::text[], $2::text[], $3::text[]) AS moved (id, before, after)
       WHERE k.id = moved.id AND k.wrapped = moved.before
       RETURNING k.id`,
      [keys.map(({ id }) => id), keys.map(({ before }) => before), keys.map(({ after }) => after)],
    );
    if (rows.length !== keys.length) throw new KeysChanged();
  });
}

/** Moved keys on their way from the machine that has the identity to the database. */
const carriedSchema = z.strictObject({
  petition: z.string(),
  preview: z.boolean(),
  /** The age public keys that they are wrapped to now: for whoever applies it to look at. */
  recipients: z.array(z.string()).min(1),
  keys: z.array(movedKeySchema).min(1),
  /** The ids of those that the identity did not open. */
  closed: z.array(z.string()),
});
export type CarriedKeys = z.infer<typeof carriedSchema>;

const fileSchema = z.strictObject({ sha256: z.string(), carried: z.string() });

/**
 * As a file: with a hash, since a key with one wrong letter would be lost for ever. It tells of damage; whoever means
 * to exchange the keys can make another.
 */
export function writeCarried(carried: CarriedKeys): string {
  const text = JSON.stringify(carried);
  return `${JSON.stringify({ sha256: hashOf(text), carried: text })}\n`;
}

/** Null for a text that is not whole, or no such file at all. */
export function readCarried(text: string): CarriedKeys | null {
  const file = fileSchema.safeParse(jsonIn(text)).data;
  if (file === undefined || hashOf(file.carried) !== file.sha256) return null;
  return carriedSchema.safeParse(jsonIn(file.carried)).data ?? null;
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** Undefined for a text that is no JSON. */
function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
