import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { parentPort } from 'node:worker_threads';
import type { ChartData } from './chart-data.js';
import { chartOption, FONT, HEIGHT, WIDTH } from './chart-option.js';
import type { ChartWords } from './chart-words.js';

/** What the drawing thread receives; see drawChart. */
export interface Drawing {
  readonly data: ChartData;
  readonly words: ChartWords;
}

const libraries = load();

// An error here ends the thread. The drawing's caller gets the error.
parentPort?.on('message', async (drawing: Drawing) => parentPort?.postMessage(await draw(drawing)));

async function draw({ data, words }: Drawing): Promise<Uint8Array> {
  const { init, Resvg, fontBuffers } = await libraries;
  const chart = init(null, null, { renderer: 'svg', ssr: true, width: WIDTH, height: HEIGHT });
  try {
    chart.setOption(chartOption(data, words));
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
