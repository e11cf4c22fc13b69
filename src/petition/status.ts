import { DAY_MS, type Day, dayOf } from '../day.js';
import { type CampaignState, nextGoal, type Petition, type Phase, phaseOn } from './petition.js';
import type { Settings } from './settings.js';

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

/** The campaign's status at a moment. */
export function statusAt(settings: Settings, campaign: CampaignState, now: Date): Status {
  const phase = phaseOn(settings, campaign, dayOf(now));
  return {
    phase,
    delivered: campaign.delivered,
    closing: phase === 'open' ? closingOf(settings, now) : null,
  };
}

function closingOf({ closes }: Settings, now: Date): Closing | null {
  if (closes === undefined) return null;
  const daysLeft = Math.round((Date.parse(closes) - Date.parse(dayOf(now))) / DAY_MS);
  return { day: closes, time: null, zone: 'UTC', daysLeft };
}

/** The goal that a text may name. Only an open petition has one: it asks people to sign. */
export function goalShown({ settings }: Petition, { phase }: Pick<Status, 'phase'>, total: number) {
  return phase === 'open' ? nextGoal(settings, total) : null;
}
