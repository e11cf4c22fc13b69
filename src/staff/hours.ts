import { DAY_MS } from '../day.js';

const HOUR_MS = 3_600_000;

/** The beginning of the hour that contains an instant. */
export function hourOf(date: Date): Date {
  return new Date(Math.floor(date.getTime() / HOUR_MS) * HOUR_MS);
}

/** The beginning of the day (UTC) that contains an instant. */
export function startOfDay(date: Date): Date {
  return new Date(Math.floor(date.getTime() / DAY_MS) * DAY_MS);
}

/** An instant of the last 60 minutes may lie in the hour before. This is the share of that hour that does. */
export function shareOfHourBefore(now: Date): number {
  return 1 - (now.getTime() % HOUR_MS) / HOUR_MS;
}

/** The instant `hours` hours later; a negative number gives an earlier one. */
export function hoursFrom(date: Date, hours: number): Date {
  return new Date(date.getTime() + hours * HOUR_MS);
}
