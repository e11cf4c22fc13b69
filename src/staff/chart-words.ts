import type { FormatRules } from '../petition/formats.js';
import type { ChartData } from './chart-data.js';
import { chartTitle } from './chart-text.js';
import type { Voice } from './voice.js';

/** All words in a chart: plain values, so that we can post them to the drawing thread. */
export interface ChartWords {
  /** How numbers are written. */
  readonly formats: FormatRules;
  readonly title: string;
  /** The labels below the bars. */
  readonly bars: readonly string[];
  /** The name of the bars' axis. */
  readonly fresh: string;
  /** The name of the line and of its axis. */
  readonly total: string;
  readonly rest: string;
  /** The name of the bars below the axis. */
  readonly left: string;
  readonly goal: string;
}

/** Writes the words of a chart. */
export function chartWords(data: ChartData, voice: Voice): ChartWords {
  return {
    formats: voice.formats.rules,
    title: chartTitle(data, voice),
    bars: data.bars.map(({ since }) => barName(data, voice, since)),
    fresh: voice.say('staff-chart-new'),
    total: voice.say('staff-chart-total'),
    rest: voice.say('staff-chart-rest'),
    left: voice.say('staff-chart-left'),
    goal: voice.say('staff-chart-goal', { goal: data.goal }),
  };
}

/** The label below a bar: the hour, the day, or the month. */
function barName({ grain }: ChartData, voice: Voice, since: Date): string {
  if (grain === 'hour') return voice.time(since).slice(0, 2);
  if (grain === 'month') return voice.month(since, 'short');
  const name = voice.formats.shortDay(since);
  // We draw pictures from left to right. The mark keeps a right-to-left day in its order.
  return voice.direction === 'rtl' ? `\u200F${name}` : name;
}
