import { createHash, createPrivateKey, createPublicKey, type KeyObject, sign, verify } from 'node:crypto';

/*
 * Signed notes: https://c2sp.org/signed-note. A text, an empty line, then signature lines: a dash, the key's name, and
 * base64 of the key's id and the signature. The signatures are Ed25519 (algorithm 1).
 */

const ED25519 = Buffer.of(1);
const ID_BYTES = 4;
const SEED_BYTES = 32;

/** The bytes that DER puts before a raw key (RFC 8410). */
const PRIVATE_PREFIX = Buffer.from('302e020100300506032b657004220420', 'hex');
const PUBLIC_PREFIX = Buffer.from('302a300506032b6570032100', 'hex');

/** The public key of notes. */
export interface NoteKey {
  readonly name: string;
  /** Tells keys of one name apart: four bytes in hexadecimal. */
  readonly id: string;
  /** `name+id+base64`: the form in which keys are passed on. */
  readonly written: string;
  readonly key: KeyObject;
}

/** Signs notes. */
export interface NoteSigner extends NoteKey {
  /** @param text complete lines, without an empty one at its end */
  sign(text: string): string;
}

/**
 * The signer of a key.
 * @param seed the private key: 32 random bytes
 * @param name of the key: no spaces and no plus
 */
export function noteSigner(seed: Uint8Array, name: string): NoteSigner {
  if (seed.length !== SEED_BYTES) throw new RangeError(`a private key has ${SEED_BYTES} bytes`);
  const secret = createPrivateKey({
    key: Buffer.concat([PRIVATE_PREFIX, seed]),
    format: 'der',
    type: 'pkcs8',
  });
  const exported = createPublicKey(secret).export({ format: 'der', type: 'spki' });
  const key = noteKey(name, exported.subarray(PUBLIC_PREFIX.length));
  return {
    ...key,
    sign(text) {
      if (!text.endsWith('\n')) throw new RangeError('the text of a note ends with a line break');
      const signature = sign(null, Buffer.from(text), secret);
      const line = Buffer.concat([Buffer.from(key.id, 'hex'), signature]).toString('base64');
      return `${text}\n— ${name} ${line}\n`;
    },
  };
}

function noteKey(name: string, raw: Buffer): NoteKey {
  if (!isKeyName(name)) throw new RangeError('the name of a key has no spaces and no plus');
  const typed = Buffer.concat([ED25519, raw]);
  const id = createHash('sha256').update(`${name}\n`).update(typed).digest().toString('hex', 0, ID_BYTES);
  const key = createPublicKey({ key: Buffer.concat([PUBLIC_PREFIX, raw]), format: 'der', type: 'spki' });
  return { name, id, written: `${name}+${id}+${typed.toString('base64')}`, key };
}

function isKeyName(name: string): boolean {
  return name !== '' && !/[\s+]/u.test(name);
}

/** Reads a public key in its written form; null if it isn't one. */
export function parseNoteKey(written: string): NoteKey | null {
  const [, name = '', encoded = ''] = /^([^+\s]+)\+[0-9a-f]{8}\+([A-Za-z0-9+/]+={0,2})$/.exec(written) ?? [];
  const typed = Buffer.from(encoded, 'base64');
  if (!isKeyName(name) || typed.length !== ED25519.length + SEED_BYTES || typed[0] !== ED25519[0])
    return null;
  const key = noteKey(name, typed.subarray(ED25519.length));
  return key.written === written ? key : null;
}

/**
 * The text of a note, if this key has signed it; null if it has not, or if this is no note. Signatures of other keys
 * are ignored, as the format asks: others may add theirs.
 */
export function openNote(note: string, { name, id, key }: NoteKey): string | null {
  const end = note.lastIndexOf('\n\n');
  if (end < 0 || !note.endsWith('\n')) return null;
  const text = note.slice(0, end + 1);
  for (const line of note.slice(end + 2, -1).split('\n')) {
    const [, signer, encoded = ''] = /^— (\S+) ([A-Za-z0-9+/]+={0,2})$/.exec(line) ?? [];
    if (signer === undefined) return null;
    const bytes = Buffer.from(encoded, 'base64');
    if (signer !== name || bytes.toString('hex', 0, ID_BYTES) !== id) continue;
    return verify(null, Buffer.from(text), key, bytes.subarray(ID_BYTES)) ? text : null;
  }
  return null;
}
