import type { FormatRules } from '../petition/formats.js';
import { totalAxis } from './chart-axes.js';
import type { ChartData } from './chart-data.js';
import { chartTitle, leftName } from './chart-text.js';
import type { Voice } from './voice.js';

/** All words in a chart: plain values, so that we can post them to the drawing thread. */
export interface ChartWords {
  /** How numbers are written. */
  readonly formats: FormatRules;
  readonly direction: 'ltr' | 'rtl';
  readonly title: string;
  /** The labels below the bars. */
  readonly bars: readonly string[];
  /** The channels' names, in the order of the data. */
  readonly channels: readonly string[];
  /** The name of the bars' axis. */
  readonly fresh: string;
  /** The name of the line's axis. It says where the axis starts, unless at zero. */
  readonly total: string;
  readonly rest: string;
  /** The name of the bars below the axis. */
  readonly left: string;
  /** Says that the last bar's time is not over. */
  readonly running: string;
  /** Says also if the goal is reached, or above the axis. */
  readonly goal: string;
}

/** Writes the words of a chart. */
export function chartWords(data: ChartData, voice: Voice): ChartWords {
  const { goal, before, channels } = data;
  const axis = totalAxis(data);
  const total = data.bars.at(-1)?.total ?? before;
  const { direction } = voice;
  /** The picture sets words from left to right. Marks keep a sentence from right to left in its order. */
  const drawn = (words: string) => (direction === 'rtl' ? `\u2067${words}\u2069` : words);
  return {
    formats: voice.formats.rules,
    direction,
    title: drawn(chartTitle(data, voice)),
    channels: channels.map((channel) => drawn(voice.platform(channel))),
    bars: data.bars.map(({ since }) => drawn(barName(data, voice, since))),
    fresh: drawn(voice.say('staff-chart-new')),
    total: drawn(
      axis.min === 0
        ? voice.say('staff-chart-total')
        : voice.say('staff-chart-total-from', { start: axis.min }),
    ),
    rest: drawn(voice.say('staff-chart-rest')),
    left: drawn(leftName(data, voice)),
    running: drawn(voice.say('staff-chart-running')),
    goal: drawn(
      voice.say(
        total >= goal
          ? 'staff-chart-goal-reached'
          : axis.showsGoal
            ? 'staff-chart-goal'
            : 'staff-chart-goal-above',
        { goal },
      ),
    ),
  };
}

/** The label below a bar: the hour, the day, or the month. */
function barName({ grain }: ChartData, voice: Voice, since: Date): string {
  if (grain === 'hour') return voice.time(since).slice(0, 2);
  if (grain === 'month') return voice.month(since, 'short');
  return voice.formats.shortDay(since);
}
