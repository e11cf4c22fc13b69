import { BarChart, LineChart } from 'echarts/charts';
import { GridComponent, LegendComponent, MarkLineComponent, TitleComponent } from 'echarts/components';
import { init, setPlatformAPI, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { escapeHtml } from '../petition/html.js';
import type { ChartData } from '../staff/chart-data.js';
import { chartOption, FONT, HEIGHT, type Measure, WIDTH } from '../staff/chart-option.js';
import type { ChartWords } from '../staff/chart-words.js';

use([BarChart, LineChart, GridComponent, LegendComponent, MarkLineComponent, TitleComponent, SVGRenderer]);

/** ECharts takes its width as the height of a line. Our font does not have it. */
const SQUARE = '国';

/**
 * The chart as an SVG.
 * @param widthOf measures a `<text>` element as it will be drawn
 */
export function chartSvg(data: ChartData, words: ChartWords, widthOf: (text: string) => number): string {
  const measure = measureWith(widthOf);
  // Without a browser, ECharts only guesses how wide words are.
  setPlatformAPI({
    measureText(text = '', font = '') {
      const { size, weight } = lettersOf(font);
      return { width: text === SQUARE ? size : measure(text, size, weight) };
    },
  });
  const chart = init(null, null, { renderer: 'svg', ssr: true, width: WIDTH, height: HEIGHT });
  try {
    chart.setOption(chartOption(data, words, measure));
    return chart.renderToSVGString();
  } finally {
    chart.dispose();
  }
}

/** Measures words in the chart's letters. */
export function measureWith(widthOf: (text: string) => number): Measure {
  return (words, size, weight = 'normal') =>
    widthOf(
      `<text font-family="${FONT}" font-size="${size}" font-weight="${weight}">${escapeHtml(words)}</text>`,
    );
}

/** The size and weight in a font of CSS: `bold 30px DejaVu Sans`. */
function lettersOf(font: string): { readonly size: number; readonly weight: 'bold' | 'normal' } {
  return {
    size: Number(/([\d.]+)px/.exec(font)?.[1] ?? 12),
    weight: font.includes('bold') ? 'bold' : 'normal',
  };
}
