import { createCipheriv, createDecipheriv, createSecretKey, hkdfSync } from 'node:crypto';
import { uniqueBytes } from './random.js';

const ALGORITHM = 'aes-256-gcm';
const KEY_BYTES = 32;

/** Random for every write. One key is safe for 2^32 writes (NIST SP 800-38D, 8.3). */
const IV_BYTES = 12;
const TAG_BYTES = 16;

/** We pad to a multiple of this, so that the length does not reveal what a person wrote. */
const BLOCK_BYTES = 256;

/** The version of the stored text. */
const PREFIX = 'c1.';

/**
 * Keyv's serialize and deserialize for conversations. A conversation can hold a name that a person typed, so
 * dumps must not contain it in the clear. AES-256-GCM under a key derived from the pepper.
 *
 * `expires` is left out: Keyv would compare it with this machine's clock and delete rows that the database
 * still has.
 */
export function conversationCipher(pepper: Buffer) {
  const derived = hkdfSync('sha256', pepper, '', 'petition-channel conversation 1', KEY_BYTES);
  const key = createSecretKey(Buffer.from(derived));

  function decrypt(text: string): string {
    if (!text.startsWith(PREFIX)) throw new RangeError('a conversation in another format');
    const sealed = Buffer.from(text.slice(PREFIX.length), 'base64');
    const options = { authTagLength: TAG_BYTES };
    const decipher = createDecipheriv(ALGORITHM, key, sealed.subarray(0, IV_BYTES), options);
    decipher.setAuthTag(sealed.subarray(-TAG_BYTES));
    const plain = Buffer.concat([decipher.update(sealed.subarray(IV_BYTES, -TAG_BYTES)), decipher.final()]);
    return plain.toString('utf8');
  }

  return {
    serialize({ value }: { readonly value?: unknown }): string {
      const json = JSON.stringify(value);
      const spare = BLOCK_BYTES - (Buffer.byteLength(json) % BLOCK_BYTES);
      const iv = uniqueBytes(IV_BYTES);
      const cipher = createCipheriv(ALGORITHM, key, iv);
      // JSON allows trailing spaces.
      const encrypted = cipher.update(json + ' '.repeat(spare), 'utf8');
      cipher.final();
      return PREFIX + Buffer.concat([iv, encrypted, cipher.getAuthTag()]).toString('base64');
    },
    /** Null if the text is damaged, tampered with, or from another pepper or version. */
    deserialize(text: string) {
      try {
        return { value: JSON.parse(decrypt(text)) };
      } catch {
        return { value: null };
      }
    },
  };
}
