import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { initWasm, Resvg } from '@resvg/resvg-wasm';
import { FONT } from '../../src/staff/chart-option.js';

type WidthOf = (text: string) => number;

let loaded: Promise<WidthOf> | null = null;

/** Measures a `<text>` element as pictures show it. Loaded once for all the files that a worker runs. */
export function measuring(): Promise<WidthOf> {
  loaded ??= load();
  return loaded;
}

async function load(): Promise<WidthOf> {
  const { resolve } = createRequire(import.meta.url);
  const [wasm, ...fontBuffers] = await Promise.all(
    [
      '@resvg/resvg-wasm/index_bg.wasm',
      'dejavu-fonts-ttf/ttf/DejaVuSans.ttf',
      'dejavu-fonts-ttf/ttf/DejaVuSans-Bold.ttf',
    ].map((file) => readFile(resolve(file))),
  );
  await initWasm(wasm ?? new Uint8Array());
  const font = { fontBuffers, defaultFontFamily: FONT, loadSystemFonts: false };
  const known = new Map<string, number>();
  return (text) => {
    const width = known.get(text) ?? drawn(text);
    known.set(text, width);
    return width;
  };

  function drawn(text: string): number {
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1">${text}</svg>`;
    const drawing = new Resvg(svg, { font });
    try {
      return drawing.getBBox()?.width ?? 0;
    } finally {
      drawing.free();
    }
  }
}
