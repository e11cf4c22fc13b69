import type { ChartData } from './chart-data.js';
import type { Voice } from './voice.js';

/** The same numbers for those who don't see the picture. */
export function chartAlt(data: ChartData, voice: Voice): string {
  const { bars, channels, goal, before } = data;
  const rest = bars.reduce((sum, bar) => sum + bar.rest, 0);
  const sums = [
    ...channels.map(
      (channel) =>
        `${channel} ${voice.number(bars.reduce((sum, { byChannel }) => sum + (byChannel[channel] ?? 0), 0))}`,
    ),
    ...(rest === 0 ? [] : [`${voice.say('staff-chart-rest')} ${voice.number(rest)}`]),
  ];
  const [first] = [...bars].sort((one, other) => signedIn(other) - signedIn(one));
  const most =
    first === undefined || signedIn(first) === 0
      ? []
      : [
          voice.say('staff-chart-most', {
            count: signedIn(first),
            when: data.grain === 'hour' ? voice.time(first.since) : voice.day(first.since),
          }),
        ];
  const until = bars.at(-1)?.total ?? before;
  return [
    `${chartTitle(data, voice)}.`,
    ...(sums.length === 0 ? [] : [`${sums.join(' · ')}.`]),
    ...most,
    voice.say('staff-chart-growth', { from: before, until, goal }),
  ].join(' ');
}

export function chartTitle({ grain, bars }: ChartData, voice: Voice): string {
  const [first] = bars;
  return grain === 'day' || first === undefined
    ? voice.say('staff-chart-days')
    : voice.say('staff-chart-hours', { day: voice.day(first.since) });
}

function signedIn({ byChannel, rest }: ChartData['bars'][number]): number {
  return Object.values(byChannel).reduce((sum, count) => sum + count, rest);
}
