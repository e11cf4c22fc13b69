import type { Resvg } from '@resvg/resvg-wasm';
import { escapeHtml } from '../petition/html.js';

/** The width of words in pixels, in letters of a size. */
export type Measure = (words: string, size: number, weight?: 'bold' | 'normal') => number;

/**
 * Measures words as the picture will show them.
 * @param fonts a font's files
 * @param family the font's name
 */
export function measureWith(
  Renderer: typeof Resvg,
  { fontBuffers, family }: { readonly fontBuffers: Uint8Array[]; readonly family: string },
): Measure {
  return (words, size, weight = 'normal') => {
    const picture = new Renderer(
      '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1">' +
        `<text font-family="${family}" font-size="${size}" font-weight="${weight}">${escapeHtml(words)}</text></svg>`,
      { font: { fontBuffers, loadSystemFonts: false } },
    );
    try {
      return picture.getBBox()?.width ?? 0;
    } finally {
      picture.free();
    }
  };
}
