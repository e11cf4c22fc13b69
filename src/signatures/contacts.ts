import { z } from 'zod';
import type { UpdatesEvidence } from '../petition/evidence.js';
import type { ContactRow } from '../storage/commit.js';
import type { ContactCipher } from './contact-cipher.js';
import type { Person } from './person.js';

const text = z.strictObject({ locale: z.string(), version: z.string() });

/** What is kept of somebody who asked for updates, encrypted: the one place where an account's own id is kept. */
const contactSchema = z.strictObject({
  /** The shape's own version. */
  version: z.literal(1),
  person: z.strictObject({ channel: z.string(), tenant: z.string(), id: z.string() }),
  /** In which they asked. */
  locale: z.string(),
  evidence: z.strictObject({ text, day: z.iso.date(), button: z.string() }),
});

/** Somebody who asked to be told how the petition goes. */
export interface Contact {
  readonly person: Person;
  readonly locale: string;
  /** The words that they agreed to, and how; the channel is their person's. */
  readonly evidence: UpdatesEvidence;
}

/**
 * A contact's row.
 * @param key the pseudonym of the signature, which it goes with
 */
export function contactRow(
  cipher: ContactCipher,
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

/** Reads a contact's row; null for one that can't be read. */
export function contactIn(
  cipher: ContactCipher,
  { key, value }: Pick<ContactRow, 'key' | 'value'>,
): Contact | null {
  const plain = cipher.decrypt(key, value);
  if (plain === null) return null;
  const contact = contactSchema.safeParse(JSON.parse(plain));
  return contact.success ? contact.data : null;
}
