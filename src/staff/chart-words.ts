import { intlTag } from '../petition/formats.js';
import type { Locale } from '../petition/petition.js';
import type { ChartData } from './chart-data.js';
import { chartTitle } from './chart-text.js';
import type { Voice } from './voice.js';

/** All that is written in a chart but its numbers: plain values, which a thread can be handed. */
export interface ChartWords {
  readonly locale: Locale;
  readonly title: string;
  /** What stands below each bar. */
  readonly bars: readonly string[];
  /** Above the axis of the bars. */
  readonly fresh: string;
  /** Of the line, and above its axis. */
  readonly total: string;
  readonly rest: string;
  readonly goal: string;
}

/** Writes what is to stand in a chart. */
export function chartWords(data: ChartData, voice: Voice): ChartWords {
  return {
    locale: voice.locale,
    title: chartTitle(data, voice),
    bars: data.bars.map(({ since }) => barName(data, voice, since)),
    fresh: voice.say('staff-chart-new'),
    total: voice.say('staff-chart-total'),
    rest: voice.say('staff-chart-rest'),
    goal: voice.say('staff-chart-goal', { goal: data.goal }),
  };
}

/** What stands below a bar: the hour, the day, or the month. */
function barName({ grain }: ChartData, voice: Voice, since: Date): string {
  if (grain === 'hour') return voice.time(since).slice(0, 2);
  if (grain === 'month') return voice.month(since, 'short');
  const name = new Intl.DateTimeFormat(intlTag(voice.locale), {
    day: 'numeric',
    month: 'short',
    timeZone: 'UTC',
  }).format(since);
  // Pictures are drawn from left to right: a mark keeps the day where a right-to-left language has it.
  return voice.direction === 'rtl' ? `\u200F${name}` : name;
}
