import { BarChart, LineChart } from 'echarts/charts';
import { GridComponent, LegendComponent, MarkLineComponent, TitleComponent } from 'echarts/components';
import { init, setPlatformAPI, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import type { ChartData } from '../staff/chart-data.js';
import { chartOption, HEIGHT, WIDTH } from '../staff/chart-option.js';
import type { ChartWords } from '../staff/chart-words.js';
import type { Measure } from './measure.js';

use([BarChart, LineChart, GridComponent, LegendComponent, MarkLineComponent, TitleComponent, SVGRenderer]);

/** ECharts takes its width as the height of a line. Our font does not have it. */
const SQUARE = '国';

/**
 * Draws a chart as SVG.
 * @param measure used also by ECharts: without a browser it only guesses how wide words are
 */
export function chartSvg(data: ChartData, words: ChartWords, measure: Measure): string {
  setPlatformAPI({
    measureText(text = '', font = '') {
      const [size, weight] = letters(font);
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

/** The size and weight in a font of CSS: `bold 30px DejaVu Sans`. */
function letters(font: string): [size: number, weight: 'bold' | 'normal'] {
  return [Number(/([\d.]+)px/.exec(font)?.[1] ?? 12), font.includes('bold') ? 'bold' : 'normal'];
}
