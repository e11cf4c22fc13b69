import { type Day, daySchema } from '../../src/day.js';

/** A day as tests write it: `day('2027-01-15')`. */
export function day(written: string): Day {
  return daySchema.parse(written);
}
