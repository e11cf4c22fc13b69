import { BarChart, LineChart } from 'echarts/charts';
import { GridComponent, LegendComponent, MarkLineComponent, TitleComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import type { ChartData } from '../staff/chart-data.js';
import { chartOption, HEIGHT, WIDTH } from '../staff/chart-option.js';
import type { ChartWords } from '../staff/chart-words.js';

use([BarChart, LineChart, GridComponent, LegendComponent, MarkLineComponent, TitleComponent, SVGRenderer]);

/** The chart as an SVG. */
export function chartSvg(data: ChartData, words: ChartWords): string {
  const chart = init(null, null, { renderer: 'svg', ssr: true, width: WIDTH, height: HEIGHT });
  try {
    chart.setOption(chartOption(data, words));
    return chart.renderToSVGString();
  } finally {
    chart.dispose();
  }
}
