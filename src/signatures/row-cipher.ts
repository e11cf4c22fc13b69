import { createCipheriv, createDecipheriv, createSecretKey, hkdfSync } from 'node:crypto';
import { uniqueBytes } from './random.js';

const ALGORITHM = 'aes-256-gcm';
const KEY_BYTES = 32;
const IV_BYTES = 12;
const TAG_BYTES = 16;

/**
 * We pad to a multiple of this. Every contact fits in one block, so the length reveals neither platform nor
 * language.
 */
const BLOCK_BYTES = 1024;

/**
 * What is encrypted: ways to write to people, what adapters remember, or which petition a person has chosen. Each has a
 * key of its own.
 */
export type RowPurpose = 'contact' | 'memory' | 'choice';

/**
 * Encrypts values of rows with AES-256-GCM under a key derived from the pepper: a dump without the pepper reveals
 * nothing. A value can be decrypted only under the key of its own row.
 */
export interface RowCipher {
  /**
   * @param key the row's key
   * @returns base64
   */
  encrypt(key: string, plain: string): string;
  /** Null if the value was tampered with, belongs to another row, or was encrypted under another pepper. */
  decrypt(key: string, value: string): string | null;
}

/** @param petition its id: another petition can't decrypt this petition's values */
export function rowCipher(pepper: Buffer, petition: string, purpose: RowPurpose): RowCipher {
  const derived = hkdfSync('sha256', pepper, '', `petition-channel ${purpose} 1`, KEY_BYTES);
  const secret = createSecretKey(Buffer.from(derived));
  const boundTo = (key: string) => Buffer.from(JSON.stringify([purpose, 1, petition, key]));
  return {
    encrypt(key, plain) {
      const spare = BLOCK_BYTES - (Buffer.byteLength(plain) % BLOCK_BYTES);
      const iv = uniqueBytes(IV_BYTES);
      const cipher = createCipheriv(ALGORITHM, secret, iv).setAAD(boundTo(key));
      // JSON allows trailing spaces.
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
