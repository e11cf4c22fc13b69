import { createCipheriv, createDecipheriv, createSecretKey, hkdfSync } from 'node:crypto';
import { uniqueBytes } from './random.js';

const ALGORITHM = 'aes-256-gcm';
const KEY_BYTES = 32;
const IV_BYTES = 12;
const TAG_BYTES = 16;

/** Filled up to a multiple of this, which holds them all: their length tells neither platform nor language. */
const BLOCK_BYTES = 1024;

/**
 * Encrypts what is kept to reach somebody: AES-256-GCM under a key of its own that is derived from the pepper, so that
 * a dump without the pepper reveals nothing of it. A value opens only under the key of the row that it was made for.
 */
export interface ContactCipher {
  /** @param key the row's @returns base64 */
  encrypt(key: string, plain: string): string;
  /** Null for what was tampered with, belongs to another row, or was written under another pepper. */
  decrypt(key: string, value: string): string | null;
}

/** @param petition its id: a contact of one petition opens in no other */
export function contactCipher(pepper: Buffer, petition: string): ContactCipher {
  const derived = hkdfSync('sha256', pepper, '', 'petition-channel contact 1', KEY_BYTES);
  const secret = createSecretKey(Buffer.from(derived));
  const boundTo = (key: string) => Buffer.from(JSON.stringify(['contact', 1, petition, key]));
  return {
    encrypt(key, plain) {
      const spare = BLOCK_BYTES - (Buffer.byteLength(plain) % BLOCK_BYTES);
      const iv = uniqueBytes(IV_BYTES);
      const cipher = createCipheriv(ALGORITHM, secret, iv).setAAD(boundTo(key));
      // JSON may be followed by spaces.
      const encrypted = cipher.update(plain + ' '.repeat(spare), 'utf8');
      cipher.final();
      return Buffer.concat([iv, encrypted, cipher.getAuthTag()]).toString('base64');
    },
    decrypt(key, value) {
      const bytes = Buffer.from(value, 'base64');
      try {
        const decipher = createDecipheriv(ALGORITHM, secret, bytes.subarray(0, IV_BYTES), {
          authTagLength: TAG_BYTES,
        });
        decipher.setAAD(boundTo(key)).setAuthTag(bytes.subarray(-TAG_BYTES));
        const plain = decipher.update(bytes.subarray(IV_BYTES, -TAG_BYTES));
        return Buffer.concat([plain, decipher.final()]).toString('utf8');
      } catch {
        return null;
      }
    },
  };
}
