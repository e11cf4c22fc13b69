import { hkdfSync, randomBytes } from 'node:crypto';
import type { Parsed } from '../signatures/keys.js';

/** The size of an Ed25519 private key. */
const SEED_BYTES = 32;

/** Makes a key that signs the log: base64. */
export function makeLogKey(): string {
  return randomBytes(SEED_BYTES).toString('base64');
}

/** Parses `LOG_SIGNING_KEY`. Its messages never repeat the input. */
export function parseLogKey(text: string): Parsed<Buffer> {
  const written = text.trim();
  const hint = 'npm run petition -- keygen makes one';
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(written)) {
    return { ok: false, message: `give base64, which is letters, digits, + and /; ${hint}` };
  }
  const seed = Buffer.from(written, 'base64');
  if (seed.length !== SEED_BYTES) {
    return { ok: false, message: `give exactly ${SEED_BYTES} bytes, this has ${seed.length}; ${hint}` };
  }
  if (new Set(seed).size < SEED_BYTES / 4) {
    return { ok: false, message: `give random bytes: these repeat; ${hint}` };
  }
  return { ok: true, value: seed };
}

/** A preview's key: derived, so that a preview never signs as the campaign. */
export function previewLogKey(seed: Buffer): Buffer {
  return Buffer.from(hkdfSync('sha256', seed, '', 'preview of a log of totals', SEED_BYTES));
}
