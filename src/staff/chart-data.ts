import { type Figures, type Moved, STILL } from '../signatures/figures.js';
import { type Grain, next, startOf } from './grain.js';
import { showableColumns, suppressSmallCounts } from './small-counts.js';

/** One hour, day, week or month. */
export interface Bar {
  readonly since: Date;
  /** New signatures by channel; empty if suppression hides the channels of this bar. */
  readonly byChannel: Readonly<Record<string, number>>;
  /** New signatures without a channel. */
  readonly rest: number;
  /** Withdrawals; null if suppression hides them. */
  readonly left: number | null;
  /** The total at the end of the bar. */
  readonly total: number;
}

/** The numbers of the chart. */
export interface ChartData {
  readonly grain: Grain;
  /** In order and without gaps. */
  readonly bars: readonly Bar[];
  /** The channels that at least one bar names, in the order of the breakdown. */
  readonly channels: readonly string[];
  /** The total before the first bar. */
  readonly before: number;
  readonly goal: number;
}

/**
 * @param since an instant of the first bar
 * @param until an instant of the last bar
 * @param named the channels that the breakdown shows; the chart names no others
 * @param total the total at the moment of the figures
 */
export function chartData(
  { flows }: Pick<Figures, 'flows'>,
  place: {
    readonly grain: Grain;
    readonly since: Date;
    readonly until: Date;
    readonly named: readonly string[];
    readonly total: number;
    readonly goal: number;
  },
): ChartData {
  const { grain, since, until, named, total, goal } = place;
  const times: Date[] = [];
  for (let time = startOf(grain, since); time <= until; time = next(grain, time)) times.push(time);
  const places = new Map(times.map((time, x) => [time.getTime(), x]));
  const nothing = () => times.map(() => 0);

  const byChannel = named.map((channel) => ({ channel, counts: nothing() }));
  const counts = new Map(byChannel.map((row) => [row.channel, row.counts]));
  const rest = nothing();
  const left = nothing();
  const growth = nothing();
  for (const { since: at, channel, moved } of flows) {
    const x = places.get(startOf(grain, at).getTime());
    if (x === undefined) continue;
    const row = counts.get(channel) ?? rest;
    row[x] = (row[x] ?? 0) + moved.signed;
    left[x] = (left[x] ?? 0) + moved.left;
    growth[x] = (growth[x] ?? 0) + net(moved);
  }

  const told = showableColumns([...byChannel.map((row) => row.counts), rest]);
  const leftShown = shownCounts(left);
  const ends = endings(growth, total);
  const bars = times.map((time, x): Bar => {
    const apart = byChannel.flatMap((row) => {
      const count = row.counts[x] ?? 0;
      return count === 0 ? [] : [[row.channel, count] as const];
    });
    const own = { since: time, total: ends[x] ?? total, left: leftShown[x] ?? null };
    const others = rest[x] ?? 0;
    return told[x] === true
      ? { ...own, byChannel: Object.fromEntries(apart), rest: others }
      : { ...own, byChannel: {}, rest: apart.reduce((sum, [, count]) => sum + count, others) };
  });
  return {
    grain,
    bars,
    channels: named.filter((channel) => bars.some((bar) => channel in bar.byChannel)),
    before: total - growth.reduce((sum, grown) => sum + grown, 0),
    goal,
  };
}

/** Counts of withdrawals, with small ones suppressed as in a breakdown: a bar without any shows none. */
function shownCounts(counts: readonly number[]): (number | null)[] {
  const { cells } = suppressSmallCounts(Object.fromEntries(counts.entries()));
  const shown = new Map(cells.map(({ value, count }) => [Number(value), count]));
  return counts.map((count, x) => (count === 0 ? 0 : (shown.get(x) ?? null)));
}

/** The total at the end of each bar, counted back from the current one. */
function endings(growth: readonly number[], total: number): number[] {
  const ends: number[] = [];
  let end = total;
  for (const grown of [...growth].reverse()) {
    ends.unshift(end);
    end -= grown;
  }
  return ends;
}

/** How much the total grew. */
export function net(moved: Moved): number {
  return moved.signed - moved.left - moved['set-aside'] + moved.released;
}

/** The sum of all movements. */
export function movedInAll(flows: Figures['flows']): Moved {
  return flows.reduce<Moved>(
    (sum, { moved }) => ({
      signed: sum.signed + moved.signed,
      left: sum.left + moved.left,
      'set-aside': sum['set-aside'] + moved['set-aside'],
      released: sum.released + moved.released,
    }),
    STILL,
  );
}
