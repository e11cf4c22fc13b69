import { dayOf, timeOf } from '../day.js';

/**
 * A number with its noun, and the verb where one follows: `1 key is`, `2 keys are`.
 * @param many what follows every number but 1
 */
export function plural(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}

/** A moment for people, to the minute: `2026-11-28 03:47 UTC`. */
export function moment(date: Date): string {
  return `${dayOf(date)} ${timeOf(date)} UTC`;
}
