import { type Day, dayOf } from '../day.js';
import { type Offset, totalShown } from '../petition/offsets.js';
import type { Petition } from '../petition/petition.js';
import { nextGoal } from '../petition/progress.js';
import { heading, paragraph } from '../petition/rich-text.js';
import { type Figures, MOVEMENTS } from '../signatures/figures.js';
import { breakdownTable, countsTable, REPORT_DIMENSIONS } from './breakdown.js';
import { type ChartData, chartData, movedInAll } from './chart-data.js';
import { chartAlt, chartTitle } from './chart-text.js';
import type { DeskContext } from './context.js';
import type { StaffMessage } from './desk.js';
import { grainFor } from './grain.js';
import { hoursFrom, startOfDay } from './hours.js';
import { lastDayNote, nearLastDay } from './last-day.js';
import { currentOffsets } from './public-total.js';
import { MIN_SHOWN, suppressSmallCounts } from './small-counts.js';
import { counted } from './total.js';
import type { Voice } from './voice.js';

/** The periods of a report, in whole days (UTC), today included. */
export const PERIODS = ['today', '7d', '30d', 'all'] as const;
export type Period = (typeof PERIODS)[number];

const DAYS = { today: 1, '7d': 7, '30d': 30, all: null } as const;

/** A report's numbers, all of one moment. */
export interface Report {
  readonly period: Period;
  readonly at: Date;
  /** Null for a report since the beginning. */
  readonly since: Date | null;
  readonly figures: Figures;
  readonly offsets: readonly Offset[];
  readonly total: number;
  readonly chart: ChartData;
  /** The last day for the names, if it is near. */
  readonly lastDay: Day | null;
}

/**
 * Reads the report's figures in one statement.
 * @param earlierSince where the earlier movements begin, if they are wanted
 */
export async function readReport(desk: DeskContext, period: Period, earlierSince?: Date): Promise<Report> {
  const { ledger, petition, now } = desk;
  const at = now();
  const days = DAYS[period];
  const since = days === null ? null : hoursFrom(startOfDay(at), -24 * (days - 1));
  // A week has few enough hours to read them all. The daily report needs them for the pace.
  const fine = period === 'today' || period === '7d';
  const figures = await ledger.staff.figures({
    since,
    grain: fine ? 'hour' : 'day',
    ...(earlierSince === undefined ? {} : { earlierSince }),
  });
  const offsets = await currentOffsets(desk);
  return { ...reportOf(petition, figures, { period, since, at, offsets }), lastDay: await nearLastDay(desk) };
}

/** The report of these figures. */
export function reportOf(
  { settings }: Petition,
  figures: Figures,
  { period, since, at, offsets }: Pick<Report, 'period' | 'since' | 'at' | 'offsets'>,
): Report {
  const begin = since ?? figures.flows[0]?.since ?? at;
  const total = totalShown(offsets, counted(figures));
  const chart = chartData(figures, {
    grain: period === 'today' ? 'hour' : grainFor(begin, at),
    since: begin,
    until: at,
    named: shownChannels(figures, since),
    total,
    goal: nextGoal(settings, total),
  });
  return { period, at, since, figures, offsets, total, chart, lastDay: null };
}

/**
 * The channels that the breakdown shows. For the whole period, the breakdown counts current signatures, while
 * the chart counts all that were made: a channel that either suppresses is shown in neither.
 */
function shownChannels({ signed, standing }: Figures, since: Date | null): readonly string[] {
  const named = (values: Readonly<Record<string, number>>) =>
    suppressSmallCounts(values).cells.map(({ value }) => value);
  const made = named(signed.channel);
  if (since !== null) return made;
  const counting = new Set(named(standing.channel));
  return made.filter((channel) => counting.has(channel));
}

/** `report`: where signatures come from, as tables and as a picture. */
export async function reportMessage(desk: DeskContext, period: Period): Promise<StaffMessage> {
  const report = await readReport(desk, period);
  return withPicture(desk, report, reportText(desk.voice, report));
}

/** `chart`: a report's picture alone. Its alternative text has the numbers. */
export async function chartMessage(desk: DeskContext, period: Period): Promise<StaffMessage> {
  const { voice } = desk;
  const report = await readReport(desk, period);
  const { at, total } = report;
  const moment = voice.saying((when) => voice.say('staff-report-moment', { time: when.time(at), total }));
  return withPicture(desk, report, voice.message([heading(titleOf(voice, report)), paragraph(...moment)]));
}

/** A report without its picture. */
export function reportText(voice: Voice, report: Report): StaffMessage {
  return voice.message([heading(titleOf(voice, report)), ...reportBody(voice, report)]);
}

/** The signatures that the breakdown covers: those made in the period, or all that count. */
export function coveredSignatures({ figures, since }: Pick<Report, 'figures' | 'since'>) {
  return since === null ? figures.standing : figures.signed;
}

/** A report without its title and its picture. */
export function reportBody(voice: Voice, report: Report): StaffMessage['body'] {
  const { at, total, since, lastDay } = report;
  const told = coveredSignatures(report);
  const sum = told.all[''] ?? 0;
  return [
    paragraph(...voice.saying((when) => voice.say('staff-report-moment', { time: when.time(at), total }))),
    ...lastDayNote(voice, lastDay),
    statusTable(voice, report),
    ...(sum < MIN_SHOWN
      ? [paragraph(voice.say('staff-report-too-few', { least: MIN_SHOWN }))]
      : breakdowns(voice, told, since)),
  ];
}

/** Where signatures come from; nothing if all of them come from one place. */
function breakdowns(
  voice: Voice,
  told: ReturnType<typeof coveredSignatures>,
  since: Date | null,
): StaffMessage['body'] {
  const tables = REPORT_DIMENSIONS.flatMap((dimension) => breakdownTable(voice, dimension, told[dimension]));
  if (tables.length === 0) return [];
  return [
    paragraph(voice.say(since === null ? 'staff-report-counted' : 'staff-report-signed')),
    ...tables,
    paragraph(voice.say('staff-report-small-counts', { least: MIN_SHOWN })),
  ];
}

/** Adds a report's picture to a message. If drawing failed, says so; the numbers stay. */
export async function withPicture(
  { voice, draw }: DeskContext,
  { chart, period, at }: Report,
  message: StaffMessage,
): Promise<StaffMessage> {
  const png = await draw(chart, voice);
  if (png === null) {
    return { ...message, body: [...message.body, paragraph(voice.say('staff-chart-failed'))] };
  }
  return {
    ...message,
    picture: {
      png,
      alt: chartAlt(chart, voice),
      title: chartTitle(chart, voice),
      fileName: `signatures-${period}-${dayOf(at)}.png`,
    },
  };
}

function titleOf(voice: Voice, { period, since, at }: Report): string {
  if (since === null) return voice.say('staff-report-all');
  return period === 'today'
    ? voice.say('staff-report-today', { day: voice.day(at) })
    : voice.say('staff-report-days', { from: voice.day(since), until: voice.day(at) });
}

/** For the whole campaign, how many signatures count and are set aside. For a period, what happened in it. */
function statusTable(voice: Voice, { figures, since }: Report) {
  if (since === null) {
    const { status } = figures.standing;
    return countsTable(voice, 'staff-column-status', [
      [voice.say('staff-status-counted'), status.counted ?? 0],
      [voice.say('staff-status-set-aside'), status['set-aside'] ?? 0],
    ]);
  }
  const moved = movedInAll(figures.flows);
  return countsTable(
    voice,
    'staff-column-moved',
    MOVEMENTS.map((movement) => [voice.say(`staff-moved-${movement}`), moved[movement]]),
  );
}
