import { createHash } from 'node:crypto';
import Keyv from 'keyv';
import { z } from 'zod';
import { SIGNED_TEXTS } from '../petition/petition.js';
import type { Table } from '../storage/table.js';

const shownSchema = z.strictObject({ locale: z.string(), version: z.string() });
const textsSchema = z.record(z.enum(SIGNED_TEXTS), shownSchema);
const day = z.iso.date();

/** A signature as it is stored. Who signed is nowhere in it but in its key, a pseudonym, and in the sealed name. */
const presentSchema = z.strictObject({
  /** The shape's own version, and that of what is sealed in it. */
  version: z.literal(2),
  /** Random; the receipt and the sealed name hang on it. */
  nonce: z.string().min(1),
  day,
  locale: z.string(),
  /** The platform where it was signed. */
  channel: z.string(),
  /** The name, or none, and the button that chose so, sealed for the operator's offline identities; null once it was erased. */
  sealed: z.string().min(1).nullable(),
  evidence: z.strictObject({
    texts: textsSchema,
    petition: z.strictObject({ day, button: z.string() }),
    name: z.strictObject({ day }),
  }),
});
export type PresentRecord = z.infer<typeof presentSchema>;

/** The first shape: the platform stands in the column beside it alone, and the press on the consent agreed to all. */
const firstSchema = presentSchema.omit({ channel: true }).extend({
  version: z.literal(1),
  evidence: z.strictObject({ texts: textsSchema, agreedOn: day, agreedBy: z.string() }),
});

const storedSchema = z.discriminatedUnion('version', [firstSchema, presentSchema]);

/** The same as it is read for its own person: the store adds from the column beside it whether it is set aside. */
const status = z.literal('set-aside').optional();
const readSchema = z.discriminatedUnion('version', [
  firstSchema.extend({ status }),
  presentSchema.extend({ status }),
]);

/** A signature of any version, in the present shape. */
export interface SignatureRecord extends Omit<PresentRecord, 'version'> {
  readonly version: z.infer<typeof storedSchema>['version'];
}

/**
 * Reads a signature as it is stored; null where this version of the program can't.
 * @param channel what the column beside it says, for a record that doesn't
 */
export function parseRecord(stored: string, channel: string): SignatureRecord | null {
  const record = storedSchema.safeParse(jsonIn(stored)).data;
  return record === undefined ? null : inPresentShape(record, channel);
}

/** A stored signature without what is sealed in it, and otherwise as it was; null for one that can't be read. */
export function withoutName(stored: string): string | null {
  const record = storedSchema.safeParse(jsonIn(stored)).data;
  return record === undefined ? null : JSON.stringify({ ...record, sealed: null });
}

/** A hash of all that a signature says in the clear: sealed along with its name, so that none of it changes unnoticed. */
export function fingerprintOf({
  day,
  locale,
  channel,
  evidence: { texts, petition, name },
}: Pick<SignatureRecord, 'day' | 'locale' | 'channel' | 'evidence'>): string {
  const shown = SIGNED_TEXTS.map((text) => [text, texts[text].locale, texts[text].version]);
  const said = [day, locale, channel, shown, petition.day, petition.button, name.day];
  return createHash('sha256').update(JSON.stringify(said)).digest('hex');
}

/** The press that chose the name was the one that signed: its day is the signature's own. */
function inPresentShape(record: z.infer<typeof storedSchema>, channel: string): SignatureRecord {
  if (record.version === 2) return record;
  const { texts, agreedOn, agreedBy } = record.evidence;
  const evidence = { texts, petition: { day: agreedOn, button: agreedBy }, name: { day: record.day } };
  return { ...record, channel, evidence };
}

/** A signature as it is read for its own person. */
export interface OwnRecord extends SignatureRecord {
  readonly status: 'counted' | 'set-aside';
}

/** Signatures as they are stored, by the pseudonyms of their persons. */
export interface Records {
  /**
   * Null for none. One that was tampered with, or written by a later version of this program, is there but can't be
   * read: to take it for none would let its person sign twice.
   * @param channel its person's
   */
  read(key: string, channel: string): Promise<OwnRecord | 'unreadable' | null>;
  /** What a commit writes. */
  write(record: PresentRecord): string;
}

export function openRecords(table: Table): Records {
  const serialize = ({ value }: { readonly value?: unknown }) => JSON.stringify(value);
  const keyv = new Keyv<unknown>({
    store: table,
    namespace: '',
    useKeyPrefix: false,
    throwOnErrors: true,
    serialize,
    deserialize: (text) => ({ value: jsonIn(text) }),
  });
  return {
    async read(key, channel) {
      const stored = await keyv.get(key);
      if (stored === undefined) return null;
      const read = readSchema.safeParse(stored).data;
      if (read === undefined) return 'unreadable';
      const { status = 'counted', ...record } = read;
      return { ...inPresentShape(record, channel), status };
    },
    write: (record) => serialize({ value: record }),
  };
}

/** Null for a text that is no JSON: then it is no record either. */
function jsonIn(text: string) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
