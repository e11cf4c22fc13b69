import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { EChartsCoreOption } from 'echarts/core';
import { intlTag } from '../petition/formats.js';
import type { ChartData } from './chart-data.js';
import { chartTitle } from './chart-text.js';
import type { Voice } from './voice.js';

/** As wide as a telephone shows it without zooming, twice over for its finer screen. */
const WIDTH = 1200;
const HEIGHT = 900;

/** Read on a telephone, the picture is shown at a third of its size. */
const LETTERS = 30;
const SMALL = 26;

const FONT = 'DejaVu Sans';
const INK = '#1f2933';
const FAINT = '#d5dae0';
const REST = '#aab2bd';
const GOAL = '#b3261e';

/** Told apart by people with any colour vision (Okabe and Ito, https://jfly.uni-koeln.de/color/). */
const COLOURS = ['#0072b2', '#e69f00', '#009e73', '#cc79a7', '#56b4e9', '#f0e442'];

/** What the chart is drawn from: bars of new signatures by channel, and a line of the total that meets the goal's. */
export function chartOption(data: ChartData, voice: Voice) {
  const { bars, channels, goal } = data;
  const rest = bars.some((bar) => bar.rest > 0);
  const column = (name: string, color: string, counts: readonly number[]) => ({
    type: 'bar' as const,
    name,
    stack: 'signatures',
    barMaxWidth: 90,
    itemStyle: { color },
    data: [...counts],
  });
  const letters = { fontFamily: FONT, fontSize: SMALL, color: INK };
  const value = {
    type: 'value' as const,
    axisLabel: { ...letters, formatter: (count: number) => voice.number(count) },
    minInterval: 1,
    splitNumber: 4,
  };
  return {
    animation: false,
    backgroundColor: '#ffffff',
    title: {
      text: chartTitle(data, voice),
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
      textStyle: letters,
      data: [
        ...channels,
        ...(rest ? [voice.say('staff-chart-rest')] : []),
        { name: voice.say('staff-chart-total'), icon: 'path://M0 9h34v6h-34z' },
      ],
    },
    grid: { left: 30, right: 30, top: 140, bottom: 110, outerBoundsMode: 'same' as const },
    xAxis: {
      type: 'category' as const,
      data: bars.map(({ since }) => barName(data, voice, since)),
      axisLabel: { ...letters, hideOverlap: true },
      axisTick: { show: false },
    },
    yAxis: [
      { ...value, splitLine: { lineStyle: { color: FAINT } } },
      {
        ...value,
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
              voice.say('staff-chart-rest'),
              REST,
              bars.map((bar) => bar.rest),
            ),
          ]
        : []),
      {
        type: 'line' as const,
        name: voice.say('staff-chart-total'),
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
            position: 'insideStartTop' as const,
            formatter: voice.say('staff-chart-goal', { goal }),
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

/** Draws the chart: a PNG. The libraries are loaded when the first is asked for, since few processes ever draw one. */
export async function drawChart(data: ChartData, voice: Voice): Promise<Uint8Array> {
  libraries ??= load().catch((error: unknown) => {
    libraries = null;
    throw error;
  });
  const { init, Resvg, fontBuffers } = await libraries;
  const chart = init(null, null, { renderer: 'svg', ssr: true, width: WIDTH, height: HEIGHT });
  try {
    chart.setOption(chartOption(data, voice));
    const font = { fontBuffers, defaultFontFamily: FONT, loadSystemFonts: false };
    const drawn = new Resvg(chart.renderToSVGString(), { font });
    try {
      return drawn.render().asPng();
    } finally {
      drawn.free();
    }
  } finally {
    chart.dispose();
  }
}

let libraries: ReturnType<typeof load> | null = null;

async function load() {
  const { resolve } = createRequire(import.meta.url);
  const [
    core,
    { BarChart, LineChart },
    components,
    { SVGRenderer },
    { initWasm, Resvg },
    wasm,
    ...fontBuffers
  ] = await Promise.all([
    import('echarts/core'),
    import('echarts/charts'),
    import('echarts/components'),
    import('echarts/renderers'),
    import('@resvg/resvg-wasm'),
    readFile(resolve('@resvg/resvg-wasm/index_bg.wasm')),
    ...['DejaVuSans.ttf', 'DejaVuSans-Bold.ttf'].map((font) =>
      readFile(resolve(`dejavu-fonts-ttf/ttf/${font}`)),
    ),
  ]);
  const { GridComponent, LegendComponent, MarkLineComponent, TitleComponent } = components;
  core.use([
    BarChart,
    LineChart,
    GridComponent,
    LegendComponent,
    MarkLineComponent,
    TitleComponent,
    SVGRenderer,
  ]);
  await initWasm(wasm);
  return { init: core.init, Resvg, fontBuffers };
}

/** What stands below a bar: the hour, or the day. */
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
