import { addDays, type Day, dayOf } from '../day.js';
import type { Growth } from './figures.js';

/** The days before today that make a week. */
const WEEK_DAYS = 7;

/**
 * The growth in the seven days (UTC) before today. We read it once a day: it changes only at midnight.
 * @param read the growth from one day to the day before another
 * @returns a function that rejects if the database can't be read; the next call then tries again
 */
export function growthOfLastWeek(
  read: (from: Day, until: Day) => Promise<Growth>,
  now: () => Date,
): () => Promise<Growth> {
  let kept: { readonly day: Day; readonly growth: Promise<Growth> } | null = null;
  return () => {
    const today = dayOf(now());
    if (kept?.day !== today) {
      const reading = { day: today, growth: read(addDays(today, -WEEK_DAYS), today) };
      kept = reading;
      reading.growth.catch(() => {
        if (kept === reading) kept = null;
      });
    }
    return kept.growth;
  };
}
