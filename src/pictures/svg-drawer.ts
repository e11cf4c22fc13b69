import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { initWasm, Resvg, type ResvgRenderOptions } from '@resvg/resvg-wasm';
import upng from 'upng-js';
import { FONT } from '../staff/chart-option.js';

/** The fonts that we have, each with what it is for. resvg takes a missing letter from the next one that has it. */
const FONTS = [
  // Latin and Arabic letters of one design, as the page has them on many devices.
  '@expo-google-fonts/noto-naskh-arabic/400Regular/NotoNaskhArabic_400Regular.ttf',
  '@expo-google-fonts/noto-naskh-arabic/700Bold/NotoNaskhArabic_700Bold.ttf',
  // Greek and Cyrillic.
  'dejavu-fonts-ttf/ttf/DejaVuSerif.ttf',
  'dejavu-fonts-ttf/ttf/DejaVuSerif-Bold.ttf',
  // The charts, and the other scripts of cards.
  'dejavu-fonts-ttf/ttf/DejaVuSans.ttf',
  'dejavu-fonts-ttf/ttf/DejaVuSans-Bold.ttf',
];

/** Draws SVGs with our own fonts, never with those of the machine. */
export interface SvgDrawer {
  /** @param width in pixels; by default as the SVG says */
  png(svg: string, width?: number): Uint8Array;
  /** With 256 colours: a photo in it then takes a byte a pixel at most. */
  palettePng(svg: string): Uint8Array;
  /** The width of a `<text>` element at x = 0, from there to the right end of its last letter. */
  widthOf(text: string): number;
}

let loading: Promise<SvgDrawer> | null = null;

/** The drawer, loaded once. */
export function svgDrawer(): Promise<SvgDrawer> {
  loading ??= load();
  return loading;
}

async function load(): Promise<SvgDrawer> {
  const { resolve } = createRequire(import.meta.url);
  const [wasm, ...fontBuffers] = await Promise.all(
    ['@resvg/resvg-wasm/index_bg.wasm', ...FONTS].map((file) => readFile(resolve(file))),
  );
  if (wasm === undefined) throw new RangeError('the first file is the library');
  await initWasm(wasm);
  const options: ResvgRenderOptions = {
    font: { fontBuffers, defaultFontFamily: FONT, loadSystemFonts: false },
  };
  const using = <Result>(
    svg: string,
    more: ResvgRenderOptions,
    use: (drawing: InstanceType<typeof Resvg>) => Result,
  ): Result => {
    const drawing = new Resvg(svg, { ...options, ...more });
    try {
      return use(drawing);
    } finally {
      drawing.free();
    }
  };
  return {
    png: (svg, width) =>
      using(svg, width === undefined ? {} : { fitTo: { mode: 'width', value: width } }, (drawing) =>
        drawing.render().asPng(),
      ),
    palettePng: (svg) =>
      using(svg, {}, (drawing) => {
        const { pixels, width, height } = drawing.render();
        return new Uint8Array(upng.encode([new Uint8Array(pixels).buffer], width, height, 256));
      }),
    widthOf: (text) =>
      using(`<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1">${text}</svg>`, {}, (drawing) => {
        const box = drawing.getBBox();
        return box === undefined ? 0 : box.x + box.width;
      }),
  };
}
