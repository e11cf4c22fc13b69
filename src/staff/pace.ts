import { nextGoal } from '../petition/progress.js';
import type { Settings } from '../petition/settings.js';
import type { Figures, Moved } from '../signatures/figures.js';
import { movedInAll, net } from './chart-data.js';
import { hourOf, hoursFrom, shareOfHourBefore, startOfDay } from './hours.js';
import { MIN_SHOWN } from './small-counts.js';
import type { Voice } from './voice.js';

/** A forecast beyond this means nothing. */
const MAX_FORECAST_HOURS = 365 * 24;

/** Nearer goals are given in hours, later ones as a day. */
const NEAR_HOURS = 48;

const DAY = 24;
const WEEK = 7 * DAY;

/** The beginning of the flows that this file needs: two weeks before. */
export function beginningOfPace(at: Date): Date {
  return hoursFrom(startOfDay(at), -2 * WEEK);
}

/** The movements between two instants, `until` excluded. Both are taken as the beginnings of hours. */
export function between(
  { flows, earlier }: Pick<Figures, 'flows' | 'earlier'>,
  from: Date,
  until: Date,
): Moved {
  return movedInAll([...earlier, ...flows].filter(({ since }) => since >= from && since < until));
}

/** How many hours a forecast looks back. */
type Span = typeof DAY | typeof WEEK;
export const SPANS = { day: DAY, week: WEEK } as const;

/** The growth of the total in the last 24 hours or 7 days: this hour so far, and the hours before it. */
export function growth(figures: Figures, at: Date, span: Span): number {
  return net(between(figures, hoursFrom(hourOf(at), 1 - span), at));
}

/**
 * When the next goal will be reached at this pace. There is a forecast if the growth is ten or more and the goal is
 * within a year.
 */
export function forecast(
  voice: Voice,
  settings: Settings,
  {
    total,
    grown,
    span,
    at,
  }: { readonly total: number; readonly grown: number; readonly span: Span; readonly at: Date },
): string {
  const goal = nextGoal(settings, total);
  if (total >= goal) return voice.say('staff-goal-none', { goal });
  const missing = goal - total;
  const hours = grown < MIN_SHOWN ? null : Math.ceil((missing / grown) * span);
  return `${voice.say('staff-goal', { goal, missing })} ${ahead()}`;

  function ahead(): string {
    const week = span === WEEK;
    if (hours === null || hours > MAX_FORECAST_HOURS)
      return voice.say(week ? 'staff-goal-week-unsure' : 'staff-goal-unsure');
    if (hours <= NEAR_HOURS) return voice.say(week ? 'staff-goal-week-hours' : 'staff-goal-hours', { hours });
    const day = voice.day(hoursFrom(at, hours));
    return voice.say(week ? 'staff-goal-week-day' : 'staff-goal-day', { day });
  }
}

/**
 * Today's signatures against those of the same weekday a week ago, by this time of the day. The tally has nothing finer
 * than hours: of the hour that was running then, the same share counts as of this hour has passed.
 * @returns nothing if nobody signed on that day: there is nothing to compare with
 */
export function againstLastWeek(voice: Voice, figures: Figures, at: Date): string[] {
  const then = hoursFrom(at, -WEEK);
  const [day, hour] = [startOfDay(then), hourOf(then)];
  if (between(figures, day, hoursFrom(day, DAY)).signed === 0) return [];
  const running = between(figures, hour, hoursFrom(hour, 1)).signed * (1 - shareOfHourBefore(then));
  const before = between(figures, day, hour).signed + Math.round(running);
  const today = between(figures, startOfDay(at), at).signed;
  return [voice.say('staff-total-week', { difference: difference(voice, today, before), before })];
}

/** The signatures of the last seven days, against those of the seven days before. */
export function weekAgainstWeek(voice: Voice, figures: Figures, at: Date): string {
  const begin = hoursFrom(hourOf(at), 1 - WEEK);
  const count = between(figures, begin, at).signed;
  const before = between(figures, hoursFrom(begin, -WEEK), begin).signed;
  return voice.say('staff-digest-pace', { count, difference: difference(voice, count, before) });
}

/** The day (UTC) of the last seven with the most signatures; nothing if there are none. */
export function bestDay(voice: Voice, figures: Figures, at: Date): string[] {
  const days = Array.from({ length: 7 }, (_, back) => hoursFrom(startOfDay(at), -DAY * back));
  const counts = days.map((day) => ({ day, count: between(figures, day, hoursFrom(day, DAY)).signed }));
  const best = counts.reduce((one, other) => (other.count > one.count ? other : one));
  return best.count === 0
    ? []
    : [voice.say('staff-digest-best', { day: voice.day(best.day), count: best.count })];
}

/** `+12`, and `+12 (+20 %)` if the earlier count is large enough for a share. */
function difference(voice: Voice, count: number, before: number): string {
  const signed = (value: number, written: (size: number) => string) =>
    leftToRight(voice, `${value > 0 ? '+' : value < 0 ? '−' : '±'}${written(Math.abs(value))}`);
  const more = signed(count - before, voice.number);
  if (before < MIN_SHOWN) return more;
  return `${more} (${signed((count - before) / before, voice.formats.percent)})`;
}

/** In text from right to left, a sign would stand behind its number. */
function leftToRight({ direction }: Voice, value: string): string {
  return direction === 'rtl' ? `\u2066${value}\u2069` : value;
}
