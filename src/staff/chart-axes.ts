import type { ChartData } from './chart-data.js';

/** An axis whose ends are ticks. */
export interface Axis {
  readonly min: number;
  readonly max: number;
  /** From one tick to the next. */
  readonly step: number;
}

/** The axis of the total, and how it shows the goal. */
export interface TotalAxis extends Axis {
  /** Whether the goal lies on the axis, so that it can be drawn. */
  readonly showsGoal: boolean;
}

/** A picture on a telephone has no room for more. */
const MAX_STEPS = 5;

/** A line that rises over less of its axis looks flat. */
const MIN_SHARE = 1 / 8;

/**
 * The shortest axis with round ticks that holds two values.
 * @param low at most `high`; both are whole numbers
 */
function roundAxis(low: number, high: number): Axis {
  for (let power = 1; ; power *= 10) {
    for (const step of [power, 2 * power, 2.5 * power, 5 * power].filter(Number.isInteger)) {
      const min = Math.floor(low / step) * step;
      const max = Math.max(Math.ceil(high / step) * step, min + step);
      if ((max - min) / step <= MAX_STEPS) return { min, max, step };
    }
  }
}

/** The axis of the bars. It holds zero, and withdrawals are below zero. */
export function barsAxis({ bars }: Pick<ChartData, 'bars'>): Axis {
  const highest = Math.max(0, ...bars.map(signedIn));
  const lowest = Math.max(0, ...bars.map(({ left }) => left ?? 0));
  return roundAxis(-lowest, highest);
}

/**
 * The axis of the total. It starts at zero and reaches the goal if the line's rise can still be seen. If not, it leaves
 * out first what is below the line or above it, then both. A total that did not change stays on the whole axis: its
 * line is flat.
 */
export function totalAxis({ bars, before, goal }: Pick<ChartData, 'bars' | 'before' | 'goal'>): TotalAxis {
  const totals = bars.length === 0 ? [before] : bars.map(({ total }) => total);
  const [low, high] = [Math.min(...totals), Math.max(...totals)];
  const top = Math.max(high, goal);
  const wide = [
    { from: 0, to: top },
    { from: low, to: top },
    { from: 0, to: high },
  ].find(({ from, to }) => high === low || high - low >= (to - from) * MIN_SHARE);
  const axis = roundAxis(wide?.from ?? low, wide?.to ?? high);
  return { ...axis, showsGoal: goal >= axis.min && goal <= axis.max };
}

/** The new signatures of a bar. */
export function signedIn({ byChannel, rest }: ChartData['bars'][number]): number {
  return Object.values(byChannel).reduce((sum, count) => sum + count, rest);
}
