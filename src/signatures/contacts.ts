import { z } from 'zod';
import { daySchema } from '../day.js';
import type { UpdatesEvidence } from '../petition/evidence.js';
import type { ContactRow } from '../storage/rows.js';
import type { Person } from './person.js';
import type { RowCipher } from './row-cipher.js';

const text = z.strictObject({ locale: z.string(), version: z.string() });

/** What we keep about a subscriber, encrypted. Only here do we keep the account's own id. */
const contactSchema = z.strictObject({
  /** The version of this shape. */
  version: z.literal(1),
  person: z.strictObject({ channel: z.string(), tenant: z.string(), id: z.string() }),
  /** The language of the subscription. */
  locale: z.string(),
  evidence: z.strictObject({ text, day: daySchema, button: z.string() }),
});

/** A person who has subscribed to announcements. */
export interface Contact {
  readonly person: Person;
  readonly locale: string;
  /** The text that they agreed to, and how. The channel is the person's. */
  readonly evidence: UpdatesEvidence;
}

/**
 * Makes a contact's row.
 * @param key the pseudonym of the signature that the contact belongs to
 */
export function contactRow(
  cipher: RowCipher,
  key: string,
  { person: { channel, tenant, id }, locale, evidence }: Contact,
): ContactRow {
  const stored: z.infer<typeof contactSchema> = {
    version: 1,
    person: { channel, tenant, id },
    locale,
    evidence: { text: evidence.text, day: evidence.day, button: evidence.button },
  };
  return { key, value: cipher.encrypt(key, JSON.stringify(stored)), channel };
}

/** Reads a contact's row; null if it can't be read. */
export function contactIn(
  cipher: RowCipher,
  { key, value }: Pick<ContactRow, 'key' | 'value'>,
): Contact | null {
  const plain = cipher.decrypt(key, value);
  if (plain === null) return null;
  const contact = contactSchema.safeParse(JSON.parse(plain));
  return contact.success ? contact.data : null;
}
