import { createHash } from 'node:crypto';
import { z } from 'zod';
import { OperatorError } from '../operator-error.js';
import type { Database } from '../storage/database.js';
import { unwrap, wrap } from './data-keys.js';

/** A data key before and after it was wrapped to other recipients. */
const movedKeySchema = z.strictObject({ id: z.string(), before: z.string(), after: z.string() });
export type MovedKey = z.infer<typeof movedKeySchema>;

/** The result for all data keys. */
export interface Moved {
  readonly keys: readonly MovedKey[];
  /** The ids of keys that the identities can't open. They stay unchanged. */
  readonly closed: readonly string[];
}

/**
 * Wraps data keys to other recipients. The names sealed under them stay unchanged.
 * @param wrapped the stored keys by id
 * @param identities the identities of the current recipients
 * @param recipients checked age public keys: `age1…`
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

/** The stored keys have changed since they were rewrapped. Nothing was changed. */
class KeysChanged extends OperatorError {
  override readonly name = 'KeysChanged';
  constructor() {
    super(
      'the stored keys have changed since the rewrap: by another rewrap, by a purge, or this is another database. ' +
        'Nothing was changed: begin again.',
    );
  }
}

/**
 * Replaces the stored keys by the rewrapped ones, all or none. After an interruption each key is the old or
 * the new one, never a key from somewhere else.
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

/** Rewrapped keys on their way from the machine with the identity to the database. */
const carriedSchema = z.strictObject({
  petition: z.string(),
  preview: z.boolean(),
  /** The new age public keys, so that the operator can check them before applying the file. */
  recipients: z.array(z.string()).min(1),
  keys: z.array(movedKeySchema).min(1),
  /** The ids of keys that the identity could not open. */
  closed: z.array(z.string()),
});
export type CarriedKeys = z.infer<typeof carriedSchema>;

const fileSchema = z.strictObject({ sha256: z.string(), carried: z.string() });

/**
 * Makes the file's text, with a hash: one wrong letter in a key would make its names unreadable for good. The
 * hash finds damage; it is no protection against an attacker, who can make another.
 */
export function writeCarried(carried: CarriedKeys): string {
  const text = JSON.stringify(carried);
  return `${JSON.stringify({ sha256: hashOf(text), carried: text })}\n`;
}

/** Null if the text is incomplete or not such a file. */
export function readCarried(text: string): CarriedKeys | null {
  const file = fileSchema.safeParse(jsonIn(text)).data;
  if (file === undefined || hashOf(file.carried) !== file.sha256) return null;
  return carriedSchema.safeParse(jsonIn(file.carried)).data ?? null;
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** Undefined if the text is not JSON. */
function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
