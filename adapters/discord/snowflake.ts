import { DAY_MS } from '../../src/day.js';
import type { AccountAge } from '../../src/petition/change.js';

/** All but the low 22 bits of an id are milliseconds since the first second of 2015. */
const EPOCH = 1_420_070_400_000;

/**
 * The time when an id was made, in milliseconds since 1970; NaN if it is not one of Discord's ids.
 * @param id up to 64 bits in decimal: too long for a JavaScript number
 */
export function momentOf(id: string): number {
  return /^\d{1,20}$/.test(id) ? Number(BigInt(id) >> 22n) + EPOCH : Number.NaN;
}

/**
 * An account's age, no finer than this, from its id.
 * @param now in milliseconds since 1970
 */
export function accountAge(userId: string, now: number): AccountAge {
  const days = (now - momentOf(userId)) / DAY_MS;
  if (Number.isNaN(days)) return 'unknown';
  if (days < 7) return 'under-7-days';
  return days < 30 ? 'under-30-days' : 'older';
}
