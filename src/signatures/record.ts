import { createHash } from 'node:crypto';
import Keyv from 'keyv';
import { z } from 'zod';
import { daySchema } from '../day.js';
import { type Evidence, shownIn } from '../petition/evidence.js';
import { SIGNED_TEXTS } from '../petition/petition.js';
import type { Table } from '../storage/table.js';

const shownSchema = z.strictObject({ locale: z.string(), version: z.string() });
const textsSchema = z.record(z.enum(SIGNED_TEXTS), shownSchema);
/** Before version 3 there was no short notice: people were shown the full one. */
const formerTextsSchema = z.record(z.enum(SIGNED_TEXTS).exclude(['notice']), shownSchema);
const day = daySchema;

/** A signature as we store it. Only its key, a pseudonym, and the sealed name depend on the person. */
const schemaV3 = z.strictObject({
  /** The version of this shape. */
  version: z.literal(3),
  /** Random; the receipt and the sealed name depend on it. */
  nonce: z.string().min(1),
  day,
  locale: z.string(),
  /** The platform on which the person signed. */
  channel: z.string(),
  /**
   * The name (or none) and the button that chose it, sealed for the operator's offline identities; null after
   * erasure.
   */
  sealed: z.string().min(1).nullable(),
  evidence: z.strictObject({
    texts: textsSchema,
    petition: z.strictObject({ day, button: z.string() }),
    name: z.strictObject({ day }),
  }),
});
export type RecordV3 = z.infer<typeof schemaV3>;

/** Version 2: four texts. Its sealed part is that of version 3. */
const schemaV2 = schemaV3.extend({
  version: z.literal(2),
  evidence: schemaV3.shape.evidence.extend({ texts: formerTextsSchema }),
});

/** Version 1: the platform is only in the row's column, and the press on the consent agreed to everything. */
const schemaV1 = schemaV2.omit({ channel: true }).extend({
  version: z.literal(1),
  evidence: z.strictObject({ texts: formerTextsSchema, agreedOn: day, agreedBy: z.string() }),
});

const storedSchema = z.discriminatedUnion('version', [schemaV1, schemaV2, schemaV3]);

/** The value as its own person's read sees it: the store adds the row's status if it is set aside. */
const status = z.literal('set-aside').optional();
const readSchema = z.discriminatedUnion('version', [
  schemaV1.extend({ status }),
  schemaV2.extend({ status }),
  schemaV3.extend({ status }),
]);

/** A signature of any version, in the shape of version 3. The texts of an older one lack the short notice. */
export interface SignatureRecord extends Omit<RecordV3, 'version' | 'evidence'> {
  readonly version: z.infer<typeof storedSchema>['version'];
  readonly evidence: Evidence;
}

/**
 * Parses a stored signature; null if this version of the program can't.
 * @param channel the row's column, for a record without its own channel
 */
export function parseRecord(stored: string, channel: string): SignatureRecord | null {
  const record = storedSchema.safeParse(jsonIn(stored)).data;
  return record === undefined ? null : asV3(record, channel);
}

/** A stored signature with its sealed part removed and nothing else changed; null if it can't be read. */
export function withoutName(stored: string): string | null {
  const record = storedSchema.safeParse(jsonIn(stored)).data;
  return record === undefined ? null : JSON.stringify({ ...record, sealed: null });
}

/**
 * A hash of all that a signature says in the clear. It is sealed together with the name, so changes are
 * noticed.
 */
export function fingerprintOf({
  day,
  locale,
  channel,
  evidence: { texts, petition, name },
}: Pick<SignatureRecord, 'day' | 'locale' | 'channel' | 'evidence'>): string {
  const shown = shownIn(texts).map(([text, { locale, version }]) => [text, locale, version]);
  const said = [day, locale, channel, shown, petition.day, petition.button, name.day];
  return createHash('sha256').update(JSON.stringify(said)).digest('hex');
}

/** In version 1 the press that chose the name also signed, so its day is the signature's. */
function asV3(record: z.infer<typeof storedSchema>, channel: string): SignatureRecord {
  if (record.version !== 1) return record;
  const { texts, agreedOn, agreedBy } = record.evidence;
  const evidence = { texts, petition: { day: agreedOn, button: agreedBy }, name: { day: record.day } };
  return { ...record, channel, evidence };
}

/** A signature as its own person's read sees it. */
export interface OwnRecord extends SignatureRecord {
  readonly status: 'counted' | 'set-aside';
}

/** Stored signatures, by their persons' pseudonyms. */
export interface Records {
  /**
   * Null if there is none. A signature that was tampered with, or written by a later version of this program,
   * is `unreadable`: if we returned null, its person could sign twice.
   * @param channel the person's channel
   */
  read(key: string, channel: string): Promise<OwnRecord | 'unreadable' | null>;
  /** The value that a commit writes. */
  write(record: RecordV3): string;
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
      return { ...asV3(record, channel), status };
    },
    write: (record) => serialize({ value: record }),
  };
}

/** Null if the text is not JSON. */
function jsonIn(text: string) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
