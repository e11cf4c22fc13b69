import { isolated } from '../petition/isolate.js';
import { type Offset, totalShown } from '../petition/offsets.js';
import { nextGoal } from '../petition/petition.js';
import { type Block, heading, paragraph, text } from '../petition/rich-text.js';
import type { Figures, Moved } from '../signatures/figures.js';
import { breakdownTable } from './breakdown.js';
import { movedInAll, net } from './chart-data.js';
import type { DeskContext } from './context.js';
import type { StaffMessage } from './desk.js';
import { hourOf, hoursFrom, startOfDay } from './hours.js';
import { lastDayNote, nearLastDay } from './last-day.js';
import { pausingSince } from './pausing.js';
import { currentOffsets } from './public-total.js';
import { MIN_SHOWN } from './small-counts.js';
import type { Voice } from './voice.js';

/** A forecast beyond this means nothing. */
const FURTHEST_HOURS = 365 * 24;

/** Nearer goals are given in hours, later ones as a day. */
const NEAR_HOURS = 48;

/** `total`: the total, its growth, and when it will reach the next goal. */
export async function totalMessage(desk: DeskContext): Promise<StaffMessage> {
  const { voice, ledger, now } = desk;
  const at = now();
  const figures = await ledger.staff.figures({ since: hoursFrom(startOfDay(at), -24), grain: 'hour' });
  const campaign = await ledger.campaign();
  const offsets = await currentOffsets(desk);
  const total = totalShown(offsets, counted(figures));
  const state = campaign.closed !== null ? 'staff-is-closed' : campaign.paused ? 'staff-is-paused' : null;
  return voice.message([
    heading(voice.say('staff-total-heading', { total })),
    ...(state === null ? [] : [paragraph(voice.say(state))]),
    ...(state === 'staff-is-paused' ? await pausingSince(desk) : []),
    ...lastDayNote(voice, await nearLastDay(desk)),
    ...paceLines(desk, { figures, offsets, at }),
    breakdownTable(voice, 'channel', figures.standing.channel),
    ...logLine(desk),
  ]);
}

function logLine({ voice, logAddress }: DeskContext): Block[] {
  return logAddress === undefined || logAddress === null
    ? []
    : [paragraph(voice.say('staff-total-log', { address: isolated(logAddress) }))];
}

/** How many signatures count. */
export function counted({ standing }: Figures): number {
  return standing.all[''] ?? 0;
}

interface Found {
  readonly figures: Figures;
  readonly offsets: readonly Offset[];
  readonly at: Date;
}

/**
 * What the total consists of and how it grows.
 *
 * The pace is the total's growth in the last 24 hours: this hour so far and the 23 before it. It gives a
 * forecast if it is ten or more and the goal is within a year.
 * @param found.figures by the hour, at least since the beginning of yesterday
 */
export function paceLines({ petition, voice }: DeskContext, { figures, offsets, at }: Found): Block[] {
  const collected = counted(figures);
  const total = totalShown(offsets, collected);
  const today = startOfDay(at);
  const yesterday = hoursFrom(today, -24);
  const hour = hourOf(at);
  const before = hoursFrom(hour, -24);
  const after = hoursFrom(before, 1);
  const pace = net(between(figures, hoursFrom(hour, -23), at));
  const signed = (from: Date, until: Date) => between(figures, from, until).signed;
  const lines = [
    voice.say('staff-total-made', { offset: total - collected, collected }),
    ...(offsets.length < 2 ? [] : offsets.map((offset) => offsetLine(voice, offset))),
    voice.say('staff-total-today', { time: voice.time(at), count: signed(today, at) }),
    voice.say('staff-total-yesterday', {
      from: voice.time(before),
      before: signed(yesterday, before),
      until: voice.time(after),
      after: signed(yesterday, after),
    }),
    voice.say('staff-total-hour', { time: voice.time(hour), count: signed(hour, at) }),
    voice.say('staff-total-day', { count: pace }),
  ];
  const list: Block = { kind: 'list', ordered: false, items: lines.map((line) => [text(line)]) };
  const goal = nextGoal(petition.settings, total);
  if (total >= goal) return [list, paragraph(voice.say('staff-goal-none', { goal }))];
  const missing = goal - total;
  const reached = whenReached(missing, pace);
  const ahead =
    reached === null
      ? voice.say('staff-goal-unsure')
      : reached <= NEAR_HOURS
        ? voice.say('staff-goal-hours', { hours: reached })
        : voice.say('staff-goal-day', { day: voice.day(hoursFrom(at, reached)) });
  return [list, paragraph(`${voice.say('staff-goal', { goal, missing })} ${ahead}`)];
}

function offsetLine({ say, formats }: Voice, { source, day, count }: Offset): string {
  return say('offset-entry', { source: isolated(source), day: formats.day(day), count });
}

/**
 * In how many whole hours the missing signatures will be there.
 * @param pace signatures in 24 hours
 * @returns null if the pace is too small for a forecast
 */
function whenReached(missing: number, pace: number): number | null {
  if (pace < MIN_SHOWN) return null;
  const hours = Math.ceil((missing / pace) * 24);
  return hours > FURTHEST_HOURS ? null : hours;
}

/** The movements between two instants, `until` excluded. */
function between({ flows }: Figures, from: Date, until: Date): Moved {
  return movedInAll(flows.filter(({ since }) => since >= from && since < until));
}
