import { isolated } from '../petition/isolate.js';
import { signedIn } from './chart-axes.js';
import type { ChartData } from './chart-data.js';
import type { Grain } from './grain.js';
import type { Voice } from './voice.js';

/** The chart's numbers in words, for people who don't see the picture. */
export function chartAlt(data: ChartData, voice: Voice): string {
  const { bars, channels, goal, before } = data;
  const rest = bars.reduce((sum, bar) => sum + bar.rest, 0);
  const left = bars.reduce((sum, bar) => sum + (bar.left ?? 0), 0);
  const sums = [
    ...channels.map(
      (channel) =>
        `${isolated(voice.platform(channel))} ${voice.number(bars.reduce((sum, { byChannel }) => sum + (byChannel[channel] ?? 0), 0))}`,
    ),
    ...(rest === 0 ? [] : [`${voice.say('staff-chart-rest')} ${voice.number(rest)}`]),
    ...(left === 0 ? [] : [`${leftName(data, voice)} ${voice.number(left)}`]),
  ];
  const [first] = [...bars].sort((one, other) => signedIn(other) - signedIn(one));
  const most =
    first === undefined || signedIn(first) === 0
      ? []
      : [
          voice.say('staff-chart-most', {
            count: signedIn(first),
            when: whenOf(data.grain, voice, first.since),
          }),
        ];
  const last = bars.at(-1);
  const running =
    last === undefined
      ? []
      : [voice.say('staff-chart-running-when', { when: whenOf(data.grain, voice, last.since) })];
  return [
    `${chartTitle(data, voice)}.`,
    ...(sums.length === 0 ? [] : [`${sums.join(' · ')}.`]),
    ...most,
    ...running,
    voice.say('staff-chart-growth', { from: before, until: last?.total ?? before, goal }),
  ].join(' ');
}

export function chartTitle({ grain, bars }: ChartData, voice: Voice): string {
  const day = voice.day(bars[0]?.since ?? new Date(0));
  return grain === 'hour' ? voice.say('staff-chart-hours', { day }) : voice.say(`staff-chart-${grain}s`);
}

/** What withdrawals are called. It says if some bars hide theirs. */
export function leftName({ bars }: ChartData, voice: Voice): string {
  return voice.say(bars.some(({ left }) => left === null) ? 'staff-chart-left-some' : 'staff-chart-left');
}

/** When a bar is: the hour, the day, the week's first day, or the month. */
function whenOf(grain: Grain, voice: Voice, since: Date): string {
  if (grain === 'hour') return voice.time(since);
  return grain === 'month' ? voice.month(since, 'long') : voice.day(since);
}
