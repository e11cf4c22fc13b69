import { randomFillSync } from 'node:crypto';

/** Asking the system for twelve bytes takes longer than encrypting a name with them: ask for many at once. */
const page = Buffer.alloc(4096);
let used = page.length;

/** Random bytes for what must not repeat and need not be secret: initialisation vectors and nonces. Not for keys. */
export function uniqueBytes(count: number): Buffer {
  if (used + count > page.length) {
    randomFillSync(page);
    used = 0;
  }
  used += count;
  return Buffer.from(page.subarray(used - count, used));
}
