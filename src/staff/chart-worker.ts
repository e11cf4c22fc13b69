import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { parentPort } from 'node:worker_threads';
import type { ChartData } from './chart-data.js';
import { FONT } from './chart-option.js';
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
  const { chartSvg, Resvg, fontBuffers } = await libraries;
  const font = { fontBuffers, defaultFontFamily: FONT, loadSystemFonts: false };
  function using<T>(svg: string, use: (drawing: InstanceType<typeof Resvg>) => T): T {
    const drawing = new Resvg(svg, { font });
    try {
      return use(drawing);
    } finally {
      drawing.free();
    }
  }
  const widthOf = (text: string) =>
    using(
      `<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1">${text}</svg>`,
      (drawing) => drawing.getBBox()?.width ?? 0,
    );
  return using(chartSvg(data, words, widthOf), (drawing) => drawing.render().asPng());
}

async function load() {
  const { resolve } = createRequire(import.meta.url);
  const [{ chartSvg }, { initWasm, Resvg }, wasm, ...fontBuffers] = await Promise.all([
    import('../pictures/chart-svg.js'),
    import('@resvg/resvg-wasm'),
    readFile(resolve('@resvg/resvg-wasm/index_bg.wasm')),
    ...['DejaVuSans.ttf', 'DejaVuSans-Bold.ttf'].map((font) =>
      readFile(resolve(`dejavu-fonts-ttf/ttf/${font}`)),
    ),
  ]);
  await initWasm(wasm);
  return { chartSvg, Resvg, fontBuffers };
}
