import Keyv from 'keyv';
import { z } from 'zod';
import { SIGNED_TEXTS } from '../petition/petition.js';
import type { Table } from '../storage/table.js';
import { prefixOf } from './pseudonym.js';

const shownSchema = z.strictObject({ locale: z.string(), version: z.string() });
const day = z.iso.date();

/** A signature as it is stored. Who signed is nowhere in it but in its key, a pseudonym, and in the sealed name. */
const recordSchema = z.strictObject({
  /** The shape's own version. */
  version: z.literal(1),
  /** Random; the receipt and the sealed name hang on it. */
  nonce: z.string().min(1),
  day,
  locale: z.string(),
  /** The platform where it was signed. */
  channel: z.string(),
  /** The name, or none, and the button that chose so, sealed for the operator's offline identities; null once it was erased. */
  sealed: z.string().min(1).nullable(),
  evidence: z.strictObject({
    texts: z.record(z.enum(SIGNED_TEXTS), shownSchema),
    petition: z.strictObject({ day, button: z.string() }),
    name: z.strictObject({ day }),
  }),
});
export type SignatureRecord = z.infer<typeof recordSchema>;

/** The same as it is read for its own person: the store adds from the column beside it whether it is set aside. */
const readSchema = recordSchema.extend({ status: z.literal('set-aside').optional() });

/** A stored signature that can't be read: tampered with, or written by a later version of this program. */
export class UnreadableSignature extends Error {
  override readonly name = 'UnreadableSignature';
  /** @param pseudonym its first characters */
  constructor(
    readonly pseudonym: string,
    options?: ErrorOptions,
  ) {
    super(`the stored signature ${pseudonym}… can not be read by this version of the program`, options);
  }
}

/** Reads a signature as it is stored; null where this version of the program can't. */
export function parseRecord(stored: string): SignatureRecord | null {
  return recordSchema.safeParse(jsonIn(stored)).data ?? null;
}

/** Signatures as they are stored, by the pseudonyms of their persons. */
export interface Records {
  /** Null for none. @throws UnreadableSignature: to take it for none would let its person sign twice */
  read(key: string): Promise<z.infer<typeof readSchema> | null>;
  /** What a commit writes. */
  write(record: SignatureRecord): string;
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
    async read(key) {
      const stored = await keyv.get(key);
      if (stored === undefined) return null;
      const record = readSchema.safeParse(stored);
      if (!record.success) throw new UnreadableSignature(prefixOf(key), { cause: record.error });
      return record.data;
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
