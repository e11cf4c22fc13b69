import type { AccountAge } from '../../src/conversation/event.js';

/** Discord's ids count milliseconds from the first second of 2015 in all but their low 22 bits. */
const EPOCH = 1_420_070_400_000;
const DAY = 86_400_000;

/**
 * The moment that an id was given at, in milliseconds since 1970; NaN for what is not one of Discord's ids.
 * @param id up to 64 bits in decimal, so more than a JavaScript number holds
 */
export function momentOf(id: string): number {
  return /^\d{1,20}$/.test(id) ? Number(BigInt(id) >> 22n) + EPOCH : Number.NaN;
}

/**
 * How old an account is, told from its id and nothing finer than this.
 * @param now in milliseconds since 1970
 */
export function accountAge(userId: string, now: number): AccountAge {
  const days = (now - momentOf(userId)) / DAY;
  if (Number.isNaN(days)) return 'unknown';
  if (days < 7) return 'under-7-days';
  return days < 30 ? 'under-30-days' : 'older';
}
