import { dayOf, hourOf, hoursFrom } from './context.js';

/** How long a bar of the chart is. */
export type Grain = 'hour' | 'day' | 'week' | 'month';

/** More bars than this can't be told from each other on a telephone. */
const MOST_BARS = 60;

/** The bars for so many days: weeks and months where days would be too many. */
export function grainFor(since: Date, until: Date): Grain {
  const days = (dayOf(until).getTime() - dayOf(since).getTime()) / 86_400_000 + 1;
  return days <= MOST_BARS ? 'day' : days <= 7 * MOST_BARS ? 'week' : 'month';
}

/** The beginning of the bar that an instant is in, in UTC; weeks begin on Monday. */
export function startOf(grain: Grain, date: Date): Date {
  if (grain === 'hour') return hourOf(date);
  const day = dayOf(date);
  switch (grain) {
    case 'day':
      return day;
    case 'week':
      return hoursFrom(day, -24 * ((day.getUTCDay() + 6) % 7));
    case 'month':
      return new Date(Date.UTC(day.getUTCFullYear(), day.getUTCMonth()));
  }
}

/** The beginning of the bar after the one that begins here. */
export function next(grain: Grain, start: Date): Date {
  return grain === 'month'
    ? new Date(Date.UTC(start.getUTCFullYear(), start.getUTCMonth() + 1))
    : hoursFrom(start, { hour: 1, day: 24, week: 7 * 24 }[grain]);
}
