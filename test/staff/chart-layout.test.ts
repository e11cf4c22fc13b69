import { describe, expect, it } from 'vitest';
import { chartSvg } from '../../src/pictures/chart-svg.js';
import { totalAxis } from '../../src/staff/chart-axes.js';
import { type ChartData, chartData } from '../../src/staff/chart-data.js';
import { chartOption, HEIGHT, WIDTH } from '../../src/staff/chart-option.js';
import { chartAlt } from '../../src/staff/chart-text.js';
import { chartWords } from '../../src/staff/chart-words.js';
import { type Grain, startOf } from '../../src/staff/grain.js';
import { hoursFrom } from '../../src/staff/hours.js';
import { staffVoice } from '../../src/staff/voice.js';
import { LANGUAGES } from '../support/languages.js';
import { measuring } from '../support/letters.js';
import { NAMES } from '../support/names.js';
import { petitionNamed } from '../support/petitions.js';

const measure = await measuring();
const petition = petitionNamed('zefzafi');
const voiceIn = (staffLanguage: string) =>
  staffVoice({ ...petition, settings: { ...petition.settings, staffLanguage } }, NAMES);

const AT = new Date('2026-11-28T14:20:00Z');
const CHANNELS = ['telegram', 'discord', 'slack', 'web'];

/** A campaign's time, with as many signatures and withdrawals in each bar and channel. */
interface Time {
  readonly grain: Grain;
  readonly bars: number;
  readonly signed: number;
  readonly left?: number;
  readonly named?: readonly string[];
  readonly total: number;
  readonly goal: number;
}

function dataOf({ grain, bars, signed, left = 0, named = CHANNELS, total, goal }: Time): ChartData {
  const hours = { hour: 1, day: 24, week: 7 * 24, month: 30 * 24 }[grain];
  const times = Array.from({ length: bars }, (_, back) => hoursFrom(AT, -back * hours));
  const flows = times.flatMap((time) =>
    CHANNELS.map((channel) => ({
      since: startOf(grain, time),
      channel,
      moved: { signed, left, 'set-aside': 0, released: 0 },
    })),
  );
  const since = times.at(-1) ?? AT;
  return chartData({ flows }, { grain, since, until: AT, named, total, goal });
}

const MANY = { signed: 25_000, total: 1_000_000 };
const TIMES: readonly (readonly [string, Time])[] = [
  ['a day with few, and a goal beyond', { grain: 'hour', bars: 15, signed: 1, total: 900, goal: 25_000 }],
  ['a day with many, and the goal reached', { grain: 'hour', bars: 15, ...MANY, goal: 1_000_000 }],
  ['a week without any', { grain: 'day', bars: 7, signed: 0, total: 785, goal: 1_000 }],
  [
    'a week of millions on a broken axis',
    { grain: 'day', bars: 7, signed: 11, total: 12_345_678, goal: 25_000_000 },
  ],
  [
    'a month of few, with the goal at the top',
    { grain: 'day', bars: 30, signed: 12, left: 1, total: 2_400, goal: 2_500 },
  ],
  [
    'a month of many, with withdrawals',
    { grain: 'day', bars: 30, signed: 8_000, left: 900, total: 1_000_000, goal: 1_000_000 },
  ],
  [
    'a month with suppressed channels',
    {
      grain: 'day',
      bars: 30,
      signed: 14,
      left: 10,
      named: ['telegram', 'discord'],
      total: 9_100,
      goal: 10_000,
    },
  ],
  ['a year with few', { grain: 'week', bars: 53, signed: 1, total: 300, goal: 10_000 }],
  ['a year with many', { grain: 'week', bars: 53, ...MANY, signed: 4_000, goal: 2_500_000 }],
  ['years', { grain: 'month', bars: 30, ...MANY, signed: 8_000, left: 2_000, goal: 1_000_000 }],
];

interface Box {
  readonly words: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Where the picture's words are. */
function boxesIn(svg: string): Box[] {
  return [...svg.matchAll(/<text ([^>]*)>([^<]*)</g)].map(([, attributes = '', words = '']) => {
    const number = (pattern: RegExp) => Number(pattern.exec(attributes)?.[1] ?? 0);
    const size = number(/font-size:(\d+)px/);
    const width = measure(words, size, attributes.includes('bold') ? 'bold' : 'normal');
    const x = number(/ x="([-\d.]+)"/) + number(/translate\(([-\d.]+) /);
    const y = number(/ y="([-\d.]+)"/) + number(/translate\([-\d.]+ ([-\d.]+)/);
    const before = { start: 0, middle: 0.5, end: 1 }[/text-anchor="(\w+)"/.exec(attributes)?.[1] ?? ''] ?? 0;
    const left = x - before * width;
    return { words, left, right: left + width, top: y - size / 2, bottom: y + size / 2 };
  });
}

const meet = (one: Omit<Box, 'words'>, other: Omit<Box, 'words'>) =>
  one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;

/** The two parts of the picture that hold the line and the bars. */
function panelsOf(data: ChartData, words: ReturnType<typeof chartWords>) {
  return chartOption(data, words, measure).grid.map((grid) => ({
    left: grid.left,
    right: WIDTH - grid.right,
    top: grid.top,
    bottom: 'height' in grid ? grid.top + grid.height : HEIGHT - grid.bottom,
  }));
}

describe.each(TIMES)('the picture of %s', (_, time) => {
  it.each(LANGUAGES)(
    'keeps all words apart, inside the picture and off the line and the bars: %s',
    (language) => {
      const data = dataOf(time);
      const words = chartWords(data, voiceIn(language));
      const boxes = boxesIn(chartSvg(data, words, measure));
      expect(boxes.map((box) => box.words)).toEqual(
        expect.arrayContaining([words.title, words.goal, words.total]),
      );
      const collisions = boxes.flatMap((one, index) => {
        const others = [
          ...boxes.slice(index + 1),
          ...panelsOf(data, words).map((panel) => ({ words: 'panel', ...panel })),
        ];
        return others.filter((other) => meet(one, other)).map((other) => `${one.words} / ${other.words}`);
      });
      expect(collisions).toEqual([]);
      const outside = boxes.filter(
        ({ left, right, top, bottom }) => left < 20 || right > WIDTH - 20 || top < 20 || bottom > HEIGHT - 10,
      );
      expect(outside).toEqual([]);
    },
  );
});

it('has room for the words below the first and the last bar, where a language writes long dates', () => {
  const data = dataOf({ grain: 'day', bars: 30, signed: 20, total: 700, goal: 500 });
  const words = { ...chartWords(data, voiceIn('en')), bars: data.bars.map(() => '30 de novembro de 2026') };
  const dates = boxesIn(chartSvg(data, words, measure)).filter((box) => box.words === words.bars[0]);
  expect(dates).not.toEqual([]);
  expect(dates.filter(({ left, right }) => left < 20 || right > WIDTH - 20)).toEqual([]);
});

it('draws the goal behind the line of the total, in the part that has no bars', () => {
  const data = dataOf({ grain: 'day', bars: 7, signed: 20, total: 700, goal: 500 });
  const words = chartWords(data, voiceIn('en'));
  const paths = chartSvg(data, words, measure).match(/<path [^>]*>/g) ?? [];
  const goal = paths.findIndex((path) => path.includes('stroke-dasharray'));
  const total = paths.findIndex((path) => path.includes('stroke-width="6"'));
  expect(goal).toBeGreaterThan(-1);
  expect(total).toBeGreaterThan(goal);
  const y = Number(/M[\d.]+ ([\d.]+)L/.exec(paths[goal] ?? '')?.[1]);
  const [upper, lower] = panelsOf(data, words);
  expect(y).toBeLessThanOrEqual(upper?.bottom ?? 0);
  expect(y).toBeLessThan(lower?.top ?? 0);
});

describe('the axis of the total', () => {
  const axisOf = (totals: readonly number[], goal: number) => {
    const bars = totals.map((total) => ({ since: AT, byChannel: {}, rest: 0, left: 0, total }));
    const { min, max, showsGoal } = totalAxis({ bars, before: 0, goal });
    return { min, max, showsGoal };
  };

  it.each([
    [
      'starts at zero and holds the goal where the rise can be seen',
      [100, 800],
      1_000,
      { min: 0, max: 1_000, showsGoal: true },
    ],
    [
      'starts above zero where the line would be flat, and keeps a near goal',
      [1_700, 1_800],
      2_000,
      { min: 1_700, max: 2_000, showsGoal: true },
    ],
    [
      'starts at zero without a goal that is far above',
      [10, 400],
      10_000,
      { min: 0, max: 400, showsGoal: false },
    ],
    ['shows only the line if both are far', [785, 790], 10_000, { min: 785, max: 790, showsGoal: false }],
    ['keeps a goal that the line has crossed', [100, 700], 500, { min: 0, max: 800, showsGoal: true }],
    [
      'leaves out a goal far below',
      [1_000_301, 1_000_340],
      1_000_000,
      { min: 1_000_300, max: 1_000_340, showsGoal: false },
    ],
    ['is whole if nothing changed', [785, 785], 1_000, { min: 0, max: 1_000, showsGoal: true }],
    ['has a height even if there is nothing', [0, 0], 0, { min: 0, max: 1, showsGoal: true }],
    ['holds the total before, if there are no bars', [], 10, { min: 0, max: 10, showsGoal: true }],
  ] as const)('%s', (_, totals, goal, axis) => {
    expect(axisOf(totals, goal)).toEqual(axis);
  });

  it('says where it starts, unless at zero, and what became of the goal', () => {
    const said = (time: Pick<Time, 'signed' | 'total' | 'goal'>) => {
      const { total, goal } = chartWords(dataOf({ grain: 'day', bars: 7, ...time }), voiceIn('en'));
      return [total, goal];
    };
    expect(said({ signed: 20, total: 700, goal: 1_000 })).toEqual(['Total', 'Goal 1,000']);
    expect(said({ signed: 1, total: 809, goal: 10_000 })).toEqual([
      'Total (axis starts at 785)',
      'Goal 10,000 (above this axis)',
    ]);
    expect(said({ signed: 20, total: 700, goal: 500 })).toEqual(['Total', 'Goal 500 (reached)']);
  });
});

it('marks the last bar as not over, in the picture and in its words', () => {
  const data = dataOf({ grain: 'day', bars: 7, signed: 20, total: 700, goal: 1_000 });
  const words = chartWords(data, voiceIn('en'));
  const { series } = chartOption(data, words, measure);
  const [telegram] = series.filter(({ name }) => name === 'Telegram');
  expect(telegram?.data.map((bar) => 'itemStyle' in bar)).toEqual([...Array(6).fill(false), true]);
  expect(words.running).toBe('Last bar: still in progress');
  expect(chartAlt(data, voiceIn('en'))).toContain('The last bar (28 November 2026) is still in progress.');
});

it('calls platforms by their names, in the key and in the words', () => {
  const data = dataOf({ grain: 'day', bars: 7, signed: 20, total: 700, goal: 1_000 });
  expect(chartWords(data, voiceIn('en')).channels).toEqual(['Telegram', 'Discord', 'Slack', 'Preview chat']);
  const alt = chartAlt(data, voiceIn('nl')).replaceAll(/[\u2068\u2069]/gu, '');
  expect(alt).toContain('Telegram 140 · Discord 140 · Slack 140 · Chat (proefversie) 140.');
});
