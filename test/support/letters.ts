import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { initWasm, Resvg } from '@resvg/resvg-wasm';
import { FONT } from '../../src/staff/chart-option.js';
import { type Measure, measureWith } from '../../src/staff/measure.js';

let loaded: Promise<Measure> | null = null;

/** The width of words as pictures show them. Loaded once for all the files that a worker runs. */
export function measuring(): Promise<Measure> {
  loaded ??= load();
  return loaded;
}

async function load(): Promise<Measure> {
  const { resolve } = createRequire(import.meta.url);
  const [wasm, ...fontBuffers] = await Promise.all(
    [
      '@resvg/resvg-wasm/index_bg.wasm',
      'dejavu-fonts-ttf/ttf/DejaVuSans.ttf',
      'dejavu-fonts-ttf/ttf/DejaVuSans-Bold.ttf',
    ].map((file) => readFile(resolve(file))),
  );
  await initWasm(wasm ?? new Uint8Array());
  return measureWith(Resvg, { fontBuffers, family: FONT });
}
