import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { parentPort } from 'node:worker_threads';
import type { ChartData } from './chart-data.js';
import { FONT } from './chart-option.js';
import type { ChartWords } from './chart-words.js';
import { measureWith } from './measure.js';

/** What the drawing thread receives; see drawChart. */
export interface Drawing {
  readonly data: ChartData;
  readonly words: ChartWords;
}

const libraries = load();

// An error here ends the thread. The drawing's caller gets the error.
parentPort?.on('message', async (drawing: Drawing) => parentPort?.postMessage(await draw(drawing)));

async function draw({ data, words }: Drawing): Promise<Uint8Array> {
  const { chartSvg, measure, Resvg, fontBuffers } = await libraries;
  const font = { fontBuffers, defaultFontFamily: FONT, loadSystemFonts: false };
  const drawn = new Resvg(chartSvg(data, words, measure), { font });
  try {
    return drawn.render().asPng();
  } finally {
    drawn.free();
  }
}

async function load() {
  const { resolve } = createRequire(import.meta.url);
  const [{ chartSvg }, { initWasm, Resvg }, wasm, ...fontBuffers] = await Promise.all([
    import('./chart-svg.js'),
    import('@resvg/resvg-wasm'),
    readFile(resolve('@resvg/resvg-wasm/index_bg.wasm')),
    ...['DejaVuSans.ttf', 'DejaVuSans-Bold.ttf'].map((font) =>
      readFile(resolve(`dejavu-fonts-ttf/ttf/${font}`)),
    ),
  ]);
  await initWasm(wasm);
  return { chartSvg, measure: measureWith(Resvg, { fontBuffers, family: FONT }), Resvg, fontBuffers };
}
