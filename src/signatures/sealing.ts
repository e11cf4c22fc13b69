import { createCipheriv, createDecipheriv } from 'node:crypto';
import { uniqueBytes } from './random.js';

const ALGORITHM = 'aes-256-gcm';
export const DATA_KEY_BYTES = 32;
const IV_BYTES = 12;
const TAG_BYTES = 16;

/** In bytes of UTF-8. The engine refuses longer names. */
const MAX_NAME_BYTES = 400;
const LENGTH_BYTES = 2;
/** A button's step and action are shorter than its code, which has at most 64 bytes. */
const MAX_BUTTON_BYTES = 64;

/** What a person chose at the name step. */
export interface NameChoice {
  /** Null: signs without a name. */
  readonly name: string | null;
  /** The step and action of the pressed button: the evidence for the choice. */
  readonly button: string;
}

/** The row that a sealed value belongs to. It can't be opened for another one. */
export interface SealedFor {
  readonly petition: string;
  /** The signature's pseudonym. */
  readonly signature: string;
  /** The row's nonce. */
  readonly nonce: string;
  /** The hash of all that the signature says in the clear. */
  readonly fingerprint: string;
}

/** The offset of each text in the plain bytes: its length, its bytes, then zeros. */
const NAME_AT = 0;
const BUTTON_AT = LENGTH_BYTES + MAX_NAME_BYTES;
const PLAIN_BYTES = BUTTON_AT + LENGTH_BYTES + MAX_BUTTON_BYTES;

/**
 * Seals the choice at the name step. Every sealed value has the same length, and the choice of no name is
 * sealed too. So a dump reveals neither a name's length nor whether there is one.
 * @returns base64
 */
export function seal(dataKey: Buffer, { name, button }: NameChoice, place: SealedFor): string {
  const plain = Buffer.alloc(PLAIN_BYTES);
  writeAt(plain, NAME_AT, name ?? '', MAX_NAME_BYTES);
  writeAt(plain, BUTTON_AT, button, MAX_BUTTON_BYTES);
  const iv = uniqueBytes(IV_BYTES);
  const cipher = createCipheriv(ALGORITHM, dataKey, iv).setAAD(boundTo(place));
  return Buffer.concat([iv, cipher.update(plain), cipher.final(), cipher.getAuthTag()]).toString('base64');
}

/**
 * Opens a sealed choice: the name (null if the person signed without one) and the button that chose it.
 * @throws if the value or the signature was changed, or if it belongs to another row or key
 */
export function openSealed(dataKey: Buffer, sealed: string, place: SealedFor): NameChoice {
  const plain = opened(dataKey, sealed, boundTo(place));
  return { name: nameIn(plain), button: readAt(plain, BUTTON_AT) };
}

/**
 * Opens the sealed part of a version 1 record: a name or none, bound to its row but not to the row's content.
 * @throws if the value was changed, or if it belongs to another row or key
 */
export function openSealedV1(
  dataKey: Buffer,
  sealed: string,
  { petition, signature, nonce }: Omit<SealedFor, 'fingerprint'>,
): string | null {
  return nameIn(
    opened(dataKey, sealed, Buffer.from(JSON.stringify(['sealed', 1, petition, signature, nonce]))),
  );
}

function opened(dataKey: Buffer, sealed: string, boundTo: Buffer): Buffer {
  const bytes = Buffer.from(sealed, 'base64');
  const decipher = createDecipheriv(ALGORITHM, dataKey, bytes.subarray(0, IV_BYTES), {
    authTagLength: TAG_BYTES,
  });
  decipher.setAAD(boundTo).setAuthTag(bytes.subarray(-TAG_BYTES));
  return Buffer.concat([decipher.update(bytes.subarray(IV_BYTES, -TAG_BYTES)), decipher.final()]);
}

/** At the same offset in every version. */
function nameIn(plain: Buffer): string | null {
  const name = readAt(plain, NAME_AT);
  return name === '' ? null : name;
}

function writeAt(plain: Buffer, at: number, text: string, longest: number): void {
  const bytes = Buffer.byteLength(text);
  if (bytes > longest) throw new RangeError(`a sealed text may have at most ${longest} bytes here`);
  plain.writeUInt16BE(bytes, at);
  plain.write(text, at + LENGTH_BYTES);
}

function readAt(plain: Buffer, at: number): string {
  const from = at + LENGTH_BYTES;
  return plain.toString('utf8', from, from + plain.readUInt16BE(at));
}

function boundTo({ petition, signature, nonce, fingerprint }: SealedFor): Buffer {
  return Buffer.from(JSON.stringify(['sealed', 2, petition, signature, nonce, fingerprint]));
}
