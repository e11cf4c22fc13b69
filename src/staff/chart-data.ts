import type { ChannelFlow, Figures, Moved } from '../signatures/figures.js';
import { hoursFrom } from './context.js';
import { foldTable, LEAST } from './fold.js';

/** One hour or day. */
export interface Bar {
  readonly since: Date;
  /** New signatures by channel, as far as they may be told apart. */
  readonly byChannel: Readonly<Record<string, number>>;
  /** New signatures that are not told apart. */
  readonly rest: number;
  /** The total at its end. */
  readonly total: number;
}

/** The numbers of the chart. */
export interface ChartData {
  readonly grain: 'hour' | 'day';
  /** One after the other, without a gap. */
  readonly bars: readonly Bar[];
  /** Those that are told apart somewhere, the largest first. */
  readonly channels: readonly string[];
  /** The total at the beginning. */
  readonly before: number;
  readonly goal: number;
}

/**
 * @param since the first bar's beginning; null: the first in which anything happened
 * @param until the last bar's beginning
 * @param total the total as it is at the figures' moment
 */
export function chartData(
  { flows }: Figures,
  place: {
    readonly grain: 'hour' | 'day';
    readonly since: Date | null;
    readonly until: Date;
    readonly total: number;
    readonly goal: number;
  },
): ChartData {
  const { grain, until, total, goal } = place;
  const since = place.since ?? flows[0]?.since ?? until;
  const hours = grain === 'hour' ? 1 : 24;
  const times: Date[] = [];
  for (let time = since; time <= until; time = hoursFrom(time, hours)) times.push(time);
  const inBar = (flow: ChannelFlow, time: Date) => flow.since >= time && flow.since < hoursFrom(time, hours);

  const channels = [...new Set(flows.map(({ channel }) => channel))]
    .map((channel) => ({ channel, signed: sumOf(flows.filter((flow) => flow.channel === channel)).signed }))
    .filter(({ signed }) => signed > 0)
    .sort((one, other) => other.signed - one.signed || (one.channel < other.channel ? -1 : 1));
  const table = channels.map(({ channel }) =>
    times.map((time) => sumOf(flows.filter((flow) => flow.channel === channel && inBar(flow, time))).signed),
  );
  // Of a single channel that is large enough to be named, each bar's sum says the same.
  const alone = channels.length === 1 && (channels[0]?.signed ?? 0) >= LEAST;
  const hidden = alone ? table.map((row) => row.map(() => false)) : foldTable(table);

  const ends = endings(
    times.map((time) => net(sumOf(flows.filter((flow) => inBar(flow, time))))),
    total,
  );
  const bars = times.map((time, x): Bar => {
    const byChannel: Record<string, number> = {};
    let rest = 0;
    channels.forEach(({ channel }, y) => {
      const count = table[y]?.[x] ?? 0;
      if (count === 0) return;
      if (hidden[y]?.[x] === true) rest += count;
      else byChannel[channel] = count;
    });
    return { since: time, byChannel, rest, total: ends[x] ?? total };
  });
  return {
    grain,
    bars,
    channels: channels
      .map(({ channel }) => channel)
      .filter((channel) => bars.some((bar) => channel in bar.byChannel)),
    before: total - net(sumOf(flows)),
    goal,
  };
}

/** The total at the end of each bar, counted back from what it is now. */
function endings(growth: readonly number[], total: number): number[] {
  const ends: number[] = [];
  let end = total;
  for (const grown of [...growth].reverse()) {
    ends.unshift(end);
    end -= grown;
  }
  return ends;
}

/** By how much the total grew. */
function net(moved: Moved): number {
  return moved.signed - moved.left - moved['set-aside'] + moved.released;
}

function sumOf(flows: readonly ChannelFlow[]): Moved {
  const of = (movement: keyof Moved) => flows.reduce((sum, { moved }) => sum + moved[movement], 0);
  return { signed: of('signed'), left: of('left'), 'set-aside': of('set-aside'), released: of('released') };
}
