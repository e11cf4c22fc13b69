import { randomFillSync } from 'node:crypto';

/**
 * Asking the system for twelve bytes takes longer than encrypting a name. So we ask for many bytes at once.
 */
const page = Buffer.alloc(4096);
let used = page.length;

/** Random bytes that must be unique but not secret: initialisation vectors and nonces. Not for keys. */
export function uniqueBytes(count: number): Buffer {
  if (used + count > page.length) {
    randomFillSync(page);
    used = 0;
  }
  used += count;
  return Buffer.from(page.subarray(used - count, used));
}
