import { z } from 'zod';

export const DAY_MS = 86_400_000;

/** Reads a day as `2027-01-15`; refuses a day that no calendar has. */
export const daySchema = z.iso.date('write a day as 2027-01-15').brand<'Day'>();

/** A day in UTC, `YYYY-MM-DD`. The later of two days is the greater text. */
export type Day = z.infer<typeof daySchema>;

/** The day in UTC of a moment. */
export function dayOf(moment: Date): Day {
  return daySchema.parse(moment.toISOString().slice(0, 'YYYY-MM-DD'.length));
}

/** The time in UTC of a moment, to the minute: `18:00`. */
export function timeOf(moment: Date): string {
  return moment.toISOString().slice('YYYY-MM-DDT'.length, 'YYYY-MM-DDTHH:MM'.length);
}

/** Somewhere on Earth it is tomorrow already: no local date is further ahead of UTC. */
const MAX_AHEAD_MS = 14 * 3_600_000;

/** Whether a day has begun nowhere on Earth yet. */
export function isInFuture(day: Day, now: Date): boolean {
  return day > dayOf(new Date(now.getTime() + MAX_AHEAD_MS));
}

/** The same day of the year, `years` years later; 1 March if that year has no 29 February. */
export function addYears(day: Day, years: number): Day {
  const moment = new Date(day);
  moment.setUTCFullYear(moment.getUTCFullYear() + years);
  return dayOf(moment);
}

/** The day `days` days later, or earlier if `days` is below 0. */
export function addDays(day: Day, days: number): Day {
  return dayOf(new Date(Date.parse(day) + days * DAY_MS));
}
