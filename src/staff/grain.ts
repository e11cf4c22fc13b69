import { DAY_MS } from '../day.js';
import { hourOf, hoursFrom, startOfDay } from './hours.js';

/** The length of a bar in the chart. */
export type Grain = 'hour' | 'day' | 'week' | 'month';

/** On a telephone nobody can tell more bars apart. */
const MAX_BARS = 60;

/** Days, or weeks and months if days would give too many bars. */
export function grainFor(since: Date, until: Date): Grain {
  const days = (startOfDay(until).getTime() - startOfDay(since).getTime()) / DAY_MS + 1;
  return days <= MAX_BARS ? 'day' : days <= 7 * MAX_BARS ? 'week' : 'month';
}

/** The beginning (UTC) of the bar that contains an instant; weeks begin on Monday. */
export function startOf(grain: Grain, date: Date): Date {
  if (grain === 'hour') return hourOf(date);
  const day = startOfDay(date);
  switch (grain) {
    case 'day':
      return day;
    case 'week':
      return hoursFrom(day, -24 * ((day.getUTCDay() + 6) % 7));
    case 'month':
      return new Date(Date.UTC(day.getUTCFullYear(), day.getUTCMonth()));
  }
}

/** The beginning of the next bar. */
export function next(grain: Grain, start: Date): Date {
  return grain === 'month'
    ? new Date(Date.UTC(start.getUTCFullYear(), start.getUTCMonth() + 1))
    : hoursFrom(start, { hour: 1, day: 24, week: 7 * 24 }[grain]);
}
