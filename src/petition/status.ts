import { addDays, DAY_MS, type Day, dayOf } from '../day.js';
import { type CampaignState, type LocaleTexts, type Petition, type Phase, phaseAt } from './petition.js';
import { type Progress, progressAt } from './progress.js';
import type { Settings } from './settings.js';
import { clockIn } from './signing-time.js';

/** When signing closes. */
export interface Closing {
  /** The last day for signing, in `zone`. */
  readonly day: Day;
  /** When signing ends on that day, as `18:00`; null for the end of the day. */
  readonly time: string | null;
  /** An IANA time zone, such as `America/Toronto`. */
  readonly zone: string;
  /** The days from today to that day, both as `zone` has them; 0 if signing closes today. */
  readonly daysLeft: number;
}

/** What every text, button and card must know of the campaign at a moment. */
export interface Status {
  readonly phase: Phase;
  /** The day on which the letter was handed over; null before. */
  readonly delivered: Day | null;
  /** When signing closes; null if it is not open, or if no day is set. */
  readonly closing: Closing | null;
}

/** A petition without `closes` says only in its last days that signing ends, at `keepUntil`. */
const DAYS_BEFORE_ERASURE = 3;

/** The campaign's status at a moment. */
export function statusAt(settings: Settings, campaign: CampaignState, now: Date): Status {
  const phase = phaseAt(settings, campaign, now);
  return {
    phase,
    delivered: campaign.delivered,
    closing: phase === 'open' ? closingOf(settings, now) : null,
  };
}

function closingOf({ closes, keepUntil }: Settings, now: Date): Closing | null {
  if (closes?.kind === 'hour') {
    const { day, time } = clockIn(closes.zone, closes.moment);
    return { day, time, zone: closes.zone, daysLeft: daysBetween(clockIn(closes.zone, now).day, day) };
  }
  const today = dayOf(now);
  if (closes?.kind === 'day') return untilTheEndOf(closes.day, today);
  const last = untilTheEndOf(addDays(keepUntil, -1), today);
  return last.daysLeft < DAYS_BEFORE_ERASURE ? last : null;
}

function untilTheEndOf(day: Day, today: Day): Closing {
  return { day, time: null, zone: 'UTC', daysLeft: daysBetween(today, day) };
}

function daysBetween(from: Day, until: Day): number {
  return Math.round((Date.parse(until) - Date.parse(from)) / DAY_MS);
}

/** The progress to the next goal, for a bar. Only an open petition has one: a goal asks people to sign. */
export function progressShown(
  { settings }: Petition,
  { words }: LocaleTexts,
  { phase }: Pick<Status, 'phase'>,
  total: number,
): Progress | null {
  return phase === 'open' ? progressAt(settings, words.formats, total) : null;
}
