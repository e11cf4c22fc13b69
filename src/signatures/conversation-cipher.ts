import { createCipheriv, createDecipheriv, createSecretKey, hkdfSync } from 'node:crypto';
import { uniqueBytes } from './random.js';

const ALGORITHM = 'aes-256-gcm';
const KEY_BYTES = 32;

/** Random for every row written; under one key that is safe for 2^32 of them (NIST SP 800-38D, 8.3). */
const IV_BYTES = 12;
const TAG_BYTES = 16;

/** Rows are filled up to a multiple of this, so that their length doesn't tell what was written. */
const BLOCK_BYTES = 256;

/** The stored text's own version. */
const PREFIX = 'c1.';

/**
 * Keyv's serialize and deserialize for conversations: they hold a person's draft for a while, so no dump may hold
 * them in the clear. AES-256-GCM under a key that is derived from the pepper.
 *
 * `expires` is left out: Keyv would go by this machine's clock and delete a row that the database says is there.
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
      // JSON may be followed by spaces.
      const encrypted = cipher.update(json + ' '.repeat(spare), 'utf8');
      cipher.final();
      return PREFIX + Buffer.concat([iv, encrypted, cipher.getAuthTag()]).toString('base64');
    },
    /** Null for a text that was damaged, tampered with, or written under another pepper or by another version. */
    deserialize(text: string) {
      try {
        return { value: JSON.parse(decrypt(text)) };
      } catch {
        return { value: null };
      }
    },
  };
}
