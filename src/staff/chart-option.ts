import type { EChartsCoreOption } from 'echarts/core';
import { createFormats } from '../petition/formats.js';
import type { ChartData } from './chart-data.js';
import type { ChartWords } from './chart-words.js';

/** Twice the width of a telephone's screen, for its finer pixels. */
export const WIDTH = 1200;
export const HEIGHT = 900;

/** A telephone shows the picture at a third of its size. */
const LETTERS = 30;
const SMALL = 26;

export const FONT = 'DejaVu Sans';
const INK = '#1f2933';
const FAINT = '#d5dae0';
const REST = '#aab2bd';
const GOAL = '#b3261e';
const LEFT = '#d55e00';

/** People with any colour vision can tell these, and the colour of withdrawals, apart (Okabe and Ito, https://jfly.uni-koeln.de/color/). */
const COLOURS = ['#0072b2', '#e69f00', '#009e73', '#cc79a7', '#56b4e9', '#f0e442'];

/**
 * The options for ECharts: bars of new signatures by channel, bars of withdrawals below the axis, a line of the total, and the goal as a dashed
 * line.
 */
export function chartOption(data: ChartData, words: ChartWords) {
  const { bars, channels, goal } = data;
  const rest = bars.some((bar) => bar.rest > 0);
  const left = bars.some((bar) => (bar.left ?? 0) > 0);
  const column = (name: string, color: string, counts: readonly number[]) => ({
    type: 'bar' as const,
    name,
    stack: 'signatures',
    barMaxWidth: 90,
    itemStyle: { color },
    data: [...counts],
  });
  const letters = { fontFamily: FONT, fontSize: SMALL, color: INK };
  const formats = createFormats(words.formats);
  const value = {
    type: 'value' as const,
    // Withdrawals are drawn below the axis, and are no negative numbers.
    axisLabel: { ...letters, formatter: (count: number) => formats.number(Math.abs(count)) },
    minInterval: 1,
    splitNumber: 4,
  };
  /** Above the axis, aligned inwards from the picture's edge. */
  const axisName = (name: string, align: 'left' | 'right') => ({
    name,
    // Higher than the goal's name, which is on the goal's line.
    nameGap: 52,
    nameTextStyle: { ...letters, align },
  });
  return {
    animation: false,
    backgroundColor: '#ffffff',
    title: {
      text: words.title,
      left: 'center',
      top: 24,
      textStyle: {
        fontFamily: FONT,
        fontSize: LETTERS,
        lineHeight: 44,
        color: INK,
        width: WIDTH - 80,
        overflow: 'break' as const,
      },
    },
    legend: {
      bottom: 20,
      itemGap: 44,
      itemWidth: 34,
      itemHeight: 22,
      textStyle: { ...letters, padding: [0, 0, 0, 10] },
      data: [
        ...channels,
        ...(rest ? [words.rest] : []),
        ...(left ? [words.left] : []),
        { name: words.total, icon: 'path://M0 9h34v6h-34z' },
      ],
    },
    grid: { left: 30, right: 30, top: 140, bottom: 110, outerBoundsMode: 'same' as const },
    xAxis: {
      type: 'category' as const,
      data: [...words.bars],
      axisLabel: { ...letters, hideOverlap: true },
      axisTick: { show: false },
      // At the bottom: bars that go down would cover labels at zero.
      axisLine: { onZero: false },
    },
    yAxis: [
      { ...value, ...axisName(words.fresh, 'left'), splitLine: { lineStyle: { color: FAINT } } },
      {
        ...value,
        ...axisName(words.total, 'right'),
        splitLine: { show: false },
        scale: true,
        max: (axis: { max: number }) => Math.max(axis.max, goal),
      },
    ],
    series: [
      ...channels.map((channel, index) =>
        column(
          channel,
          COLOURS[index % COLOURS.length] ?? REST,
          bars.map(({ byChannel }) => byChannel[channel] ?? 0),
        ),
      ),
      ...(rest
        ? [
            column(
              words.rest,
              REST,
              bars.map((bar) => bar.rest),
            ),
          ]
        : []),
      ...(left
        ? [
            column(
              words.left,
              LEFT,
              bars.map((bar) => -(bar.left ?? 0)),
            ),
          ]
        : []),
      {
        type: 'line' as const,
        name: words.total,
        yAxisIndex: 1,
        symbol: bars.length === 1 ? 'circle' : 'none',
        symbolSize: 16,
        lineStyle: { color: INK, width: 6 },
        itemStyle: { color: INK },
        data: bars.map(({ total }) => total),
        markLine: {
          symbol: 'none',
          silent: true,
          lineStyle: { color: GOAL, width: 4, type: 'dashed' as const },
          label: {
            position: 'insideEndTop' as const,
            formatter: words.goal,
            fontFamily: FONT,
            fontSize: SMALL,
            color: GOAL,
          },
          data: [{ yAxis: goal }],
        },
      },
    ],
  } satisfies EChartsCoreOption;
}
