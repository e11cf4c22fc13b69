import { createCipheriv, createDecipheriv } from 'node:crypto';
import { uniqueBytes } from './random.js';

const ALGORITHM = 'aes-256-gcm';
export const DATA_KEY_BYTES = 32;
const IV_BYTES = 12;
const TAG_BYTES = 16;

/** In bytes of UTF-8: the engine lets no longer name through. */
const LONGEST_NAME = 400;
const LENGTH_BYTES = 2;

/** What a sealed value belongs to; it opens for nothing else. */
export interface SealedFor {
  readonly petition: string;
  /** The pseudonym under which the signature is stored. */
  readonly signature: string;
  /** The row's own random part. */
  readonly nonce: string;
}

/**
 * Seals the name that somebody signs with. Every sealed value has the same length, and no name at all is sealed as
 * well: a dump tells neither how long a name is nor whether there is one.
 * @param name null: signs without a name
 * @returns base64
 */
export function seal(dataKey: Buffer, name: string | null, place: SealedFor): string {
  const plain = Buffer.alloc(LENGTH_BYTES + LONGEST_NAME);
  const bytes = Buffer.byteLength(name ?? '');
  if (bytes > LONGEST_NAME) throw new RangeError(`a name may have at most ${LONGEST_NAME} bytes`);
  plain.writeUInt16BE(bytes);
  plain.write(name ?? '', LENGTH_BYTES);
  const iv = uniqueBytes(IV_BYTES);
  const cipher = createCipheriv(ALGORITHM, dataKey, iv).setAAD(boundTo(place));
  return Buffer.concat([iv, cipher.update(plain), cipher.final(), cipher.getAuthTag()]).toString('base64');
}

/**
 * Opens a sealed name.
 * @returns null where the person signed without a name
 * @throws when the value was tampered with, belongs to another row, or was sealed under another key
 */
export function openSealed(dataKey: Buffer, sealed: string, place: SealedFor): string | null {
  const bytes = Buffer.from(sealed, 'base64');
  const decipher = createDecipheriv(ALGORITHM, dataKey, bytes.subarray(0, IV_BYTES), {
    authTagLength: TAG_BYTES,
  });
  decipher.setAAD(boundTo(place)).setAuthTag(bytes.subarray(-TAG_BYTES));
  const plain = Buffer.concat([decipher.update(bytes.subarray(IV_BYTES, -TAG_BYTES)), decipher.final()]);
  const length = plain.readUInt16BE();
  return length === 0 ? null : plain.toString('utf8', LENGTH_BYTES, LENGTH_BYTES + length);
}

function boundTo({ petition, signature, nonce }: SealedFor): Buffer {
  return Buffer.from(JSON.stringify(['sealed', 1, petition, signature, nonce]));
}
