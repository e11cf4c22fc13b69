import { isolated } from '../petition/isolate.js';
import { type Offset, totalShown } from '../petition/offsets.js';
import { type Block, heading, paragraph, text } from '../petition/rich-text.js';
import type { Figures } from '../signatures/figures.js';
import { breakdownTable } from './breakdown.js';
import type { DeskContext } from './context.js';
import type { StaffMessage } from './desk.js';
import { hourOf, hoursFrom, startOfDay } from './hours.js';
import { lastDayNote, nearLastDay } from './last-day.js';
import { againstLastWeek, beginningOfPace, between, forecast, growth, SPANS } from './pace.js';
import { pausingSince } from './pausing.js';
import { currentOffsets } from './public-total.js';
import type { Voice } from './voice.js';

/** `total`: the total, its growth, and when it will reach the next goal. */
export async function totalMessage(desk: DeskContext): Promise<StaffMessage> {
  const { voice, ledger, now } = desk;
  const at = now();
  const figures = await ledger.staff.figures({ since: beginningOfPace(at), grain: 'hour' });
  const campaign = await ledger.campaign();
  const offsets = await currentOffsets(desk);
  const total = totalShown(offsets, counted(figures));
  const state = campaign.closed !== null ? 'staff-is-closed' : campaign.paused ? 'staff-is-paused' : null;
  const body: StaffMessage['body'] = [
    heading(voice.say('staff-total-heading', { total })),
    paragraph(...voice.saying((when) => voice.say('staff-as-of', { time: when.time(at) }))),
    ...(state === null ? [] : [paragraph(voice.say(state))]),
    ...(state === 'staff-is-paused' ? await pausingSince(desk) : []),
    ...lastDayNote(voice, await nearLastDay(desk)),
    ...paceLines(desk, { figures, offsets, at }),
    ...breakdownTable(voice, 'channel', figures.standing.channel),
    ...logLine(desk),
  ];
  return voice.message(body, {
    questions: [
      { words: 'total', label: voice.say('staff-button-refresh'), again: true },
      { words: 'report 7d', label: voice.say('staff-button-week') },
      { words: 'report 30d', label: voice.say('staff-button-month') },
      { words: 'chart 30d', label: voice.say('staff-button-chart') },
    ],
  });
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
 * What the total consists of, how it grows, and when it will reach the next goal.
 * @param found.figures by the hour, since `beginningOfPace`
 */
export function paceLines({ petition, voice }: DeskContext, { figures, offsets, at }: Found): Block[] {
  const today = startOfDay(at);
  const yesterday = hoursFrom(today, -24);
  const hour = hourOf(at);
  const before = hoursFrom(hour, -24);
  const after = hoursFrom(before, 1);
  const grown = growth(figures, at, SPANS.day);
  const signed = (from: Date, until: Date) => between(figures, from, until).signed;
  const lines = [
    ...madeLines(voice, { figures, offsets }).map((line) => [text(line)]),
    voice.saying((when) =>
      voice.say('staff-total-today', { from: when.time(today), count: signed(today, at) }),
    ),
    voice.saying((when) =>
      voice.say('staff-total-yesterday', {
        from: when.time(before),
        before: signed(yesterday, before),
        until: when.time(after),
        after: signed(yesterday, after),
      }),
    ),
    ...againstLastWeek(voice, figures, at).map((line) => [text(line)]),
    voice.saying((when) => voice.say('staff-total-hour', { time: when.time(hour), count: signed(hour, at) })),
    [text(voice.say('staff-total-day', { count: grown }))],
  ];
  const total = totalShown(offsets, counted(figures));
  return [
    { kind: 'list', ordered: false, items: lines },
    paragraph(forecast(voice, petition.settings, { total, grown, span: SPANS.day, at })),
  ];
}

/** What was counted elsewhere and what was collected here; where there are several counts, each of them. */
export function madeLines(
  { say, formats }: Voice,
  { figures, offsets }: Pick<Found, 'figures' | 'offsets'>,
): string[] {
  const collected = counted(figures);
  const entries = offsets.length < 2 ? [] : offsets;
  return [
    say('staff-total-made', { offset: totalShown(offsets, 0), collected }),
    ...entries.map(({ source, day, count }) =>
      say('offset-entry', { source: isolated(source), day: formats.day(day), count }),
    ),
  ];
}
