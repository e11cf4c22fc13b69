import type { EChartsCoreOption } from 'echarts/core';
import { createFormats } from '../petition/formats.js';
import type { Measure } from '../pictures/measure.js';
import { type Axis, barsAxis, totalAxis } from './chart-axes.js';
import type { ChartData } from './chart-data.js';
import type { ChartWords } from './chart-words.js';

/** Twice the width of a telephone's screen, for its finer pixels. */
export const WIDTH = 1200;
export const HEIGHT = 900;

export const FONT = 'DejaVu Sans';
/** A telephone shows the picture at a third of its size. */
const LETTERS = { title: 30, other: 26 };

const EDGE = 30;
/** From the top edge. */
const TITLE = 24;
const TOTAL = { name: 84, top: 146, height: 222 };
const BARS = { name: 394, top: 456 };
/** The height of a row of words. */
const ROW = 42;

const INK = '#1f2933';
const FAINT = '#d5dae0';
const REST = '#aab2bd';
const GOAL = '#b3261e';
const LEFT = '#d55e00';

/** People with any colour vision can tell these, and the colour of withdrawals, apart (Okabe and Ito, https://jfly.uni-koeln.de/color/). */
const COLOURS = ['#0072b2', '#e69f00', '#009e73', '#cc79a7', '#56b4e9', '#f0e442'];

/** The keys to colours and lines. */
const KEY = { itemGap: 44, itemWidth: 34, itemHeight: 22, textGap: 10, padding: 0, selectedMode: false };
const DASHES = 'path://M0 9h9v4h-9zM12.5 9h9v4h-9zM25 9h9v4h-9z';

/** Stripes over a colour: the bar whose time is not over. */
const STRIPES = {
  color: '#ffffffb8',
  symbol: 'rect',
  dashArrayX: [1, 0],
  dashArrayY: [6, 6],
  rotation: -Math.PI / 4,
};

/**
 * The options for ECharts. The upper part has a line of the total, and the goal as a dashed line behind it. The lower
 * part has bars of new signatures by channel, and of withdrawals below zero. Each has its own axis, so neither hides
 * the other. Time runs from left to right in every language: most charts in Arabic are drawn like that.
 * @param measure the width of words in the picture
 */
export function chartOption(data: ChartData, words: ChartWords, measure: Measure) {
  const { bars, goal } = data;
  const isMirrored = words.direction === 'rtl';
  const formats = createFormats(words.formats);
  const letters = { fontFamily: FONT, fontSize: LETTERS.other, color: INK };
  const columns = columnsOf(data, words);
  const [totals, counts] = [totalAxis(data), barsAxis(data)];

  /** Withdrawals are drawn below zero, but they are not negative numbers. */
  const written = (value: number) => formats.number(Math.abs(value));
  const labels = [totals, counts].flatMap((axis) => ticksOf(axis).map(written));
  const gutter = EDGE + 14 + Math.max(...labels.map((label) => measure(label, LETTERS.other)));
  const rows = keyRows(
    columns.map((column) => column.name),
    measure,
  );
  // The words below the first and the last bar are centred there, and can be wider than the bar.
  const widest = Math.max(0, ...words.bars.map((label) => measure(label, LETTERS.other)));
  const overhang = Math.max(0, widest - (WIDTH - gutter - EDGE) / Math.max(1, bars.length)) / 2;
  const sides = {
    left: Math.max(gutter, EDGE + overhang),
    right: EDGE + overhang,
    outerBoundsMode: 'none' as const,
  };

  const time = (gridIndex: number) => ({
    type: 'category' as const,
    gridIndex,
    data: [...words.bars],
    axisTick: { show: false },
    // At the bottom: bars that go down would cover labels at zero.
    axisLine: { onZero: false, lineStyle: { color: INK } },
  });
  const value = (gridIndex: number, { min, max, step }: Axis) => ({
    type: 'value' as const,
    gridIndex,
    min,
    max,
    interval: step,
    axisLabel: { ...letters, margin: 14, formatter: written },
    splitLine: { lineStyle: { color: FAINT } },
  });
  const [begin, end] = isMirrored ? (['right', 'left'] as const) : (['left', 'right'] as const);
  /** A panel's name, at the side where the language begins. */
  const name = (text: string, top: number) => ({
    text,
    top,
    [begin]: EDGE,
    padding: 0,
    textStyle: { ...letters, fontWeight: 'normal' as const },
  });
  const keys = (names: readonly string[]) => ({
    ...KEY,
    align: begin,
    textStyle: { ...letters, padding: isMirrored ? [0, KEY.textGap, 0, 0] : [0, 0, 0, KEY.textGap] },
    data: isMirrored ? [...names].reverse() : [...names],
  });

  const lower = { xAxisIndex: 1, yAxisIndex: 1, stack: 'signatures' };
  return {
    animation: false,
    backgroundColor: '#ffffff',
    title: [
      {
        text: words.title,
        left: 'center',
        top: TITLE,
        padding: 0,
        textStyle: { ...letters, fontSize: LETTERS.title, fontWeight: 'bold' as const },
      },
      name(words.total, TOTAL.name),
      name(words.fresh, BARS.name),
    ],
    legend: [
      ...rows.map((row, index) => ({
        ...keys(row),
        left: 'center' as const,
        bottom: EDGE - 10 + (rows.length - 1 - index) * ROW,
      })),
      // The goal's key is above its line and not beside it, where it would cover bars and ticks.
      {
        ...keys([words.goal]),
        textStyle: { ...keys([]).textStyle, color: GOAL },
        [end]: EDGE,
        top: TOTAL.name,
        ...(totals.showsGoal ? { icon: DASHES } : { icon: 'rect', itemWidth: 0 }),
      },
      { ...keys([words.running]), [end]: EDGE, top: BARS.name },
    ],
    grid: [
      { ...sides, top: TOTAL.top, height: TOTAL.height },
      { ...sides, top: BARS.top, bottom: EDGE + (rows.length + 1) * ROW + 12 },
    ],
    xAxis: [
      { ...time(0), axisLabel: { show: false } },
      { ...time(1), axisLabel: { ...letters, hideOverlap: true, margin: 26 } },
    ],
    yAxis: [value(0, totals), value(1, counts)],
    series: [
      ...columns.map(({ name, color, counts }) => ({
        type: 'bar' as const,
        name,
        ...lower,
        barMaxWidth: 90,
        itemStyle: { color },
        data: counts.map((count, x) =>
          x === bars.length - 1 && count !== 0
            ? { value: count, itemStyle: { decal: STRIPES } }
            : { value: count },
        ),
      })),
      // Without bars of its own, for the key.
      {
        type: 'bar' as const,
        ...lower,
        name: words.running,
        itemStyle: { color: REST, decal: STRIPES },
        data: [],
      },
      {
        type: 'line' as const,
        name: words.goal,
        data: [],
        itemStyle: { color: GOAL },
        markLine: {
          symbol: 'none',
          silent: true,
          // Behind the line of the total.
          z: 1,
          lineStyle: { color: GOAL, width: 4, type: 'dashed' as const },
          label: { show: false },
          data: totals.showsGoal ? [{ yAxis: goal }] : [],
        },
      },
      {
        type: 'line' as const,
        name: words.total,
        symbol: bars.length === 1 ? 'circle' : 'none',
        symbolSize: 16,
        lineStyle: { color: INK, width: 6 },
        itemStyle: { color: INK },
        data: bars.map(({ total }) => ({ value: total })),
      },
    ],
  } satisfies EChartsCoreOption;
}

/** The bars' parts: what each is called and how it is drawn, with its height in every bar. */
function columnsOf({ bars, channels }: ChartData, words: ChartWords) {
  const columns = [
    ...channels.map((channel, index) => ({
      name: words.channels[index] ?? channel,
      color: COLOURS[index % COLOURS.length] ?? REST,
      counts: bars.map(({ byChannel }) => byChannel[channel] ?? 0),
    })),
    { name: words.rest, color: REST, counts: bars.map(({ rest }) => rest) },
    { name: words.left, color: LEFT, counts: bars.map(({ left }) => -(left ?? 0)) },
  ];
  return columns.filter(({ counts }) => counts.some((count) => count !== 0));
}

/** The names of the keys, in as many rows as they need. */
function keyRows(names: readonly string[], measure: Measure): readonly (readonly string[])[] {
  const rows: string[][] = [];
  let room = 0;
  for (const name of names) {
    const width = KEY.itemWidth + 5 + KEY.textGap + measure(name, LETTERS.other) + KEY.itemGap;
    const row = rows.at(-1);
    if (row === undefined || width > room) {
      rows.push([name]);
      room = WIDTH - 2 * EDGE;
    } else row.push(name);
    room -= width;
  }
  return rows;
}

function ticksOf({ min, max, step }: Axis): number[] {
  return Array.from({ length: Math.round((max - min) / step) + 1 }, (_, index) => min + index * step);
}
