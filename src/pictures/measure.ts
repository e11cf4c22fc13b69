import { escapeHtml } from '../petition/html.js';

/** The width of words in pixels, in letters of a size. */
export type Measure = (words: string, size: number, weight?: 'bold' | 'normal') => number;

/**
 * Measures words as the picture will show them.
 * @param widthOf measures a `<text>` element at x = 0: see `SvgDrawer`
 * @param family the font's name
 */
export function measureWith(widthOf: (text: string) => number, family: string): Measure {
  return (words, size, weight = 'normal') =>
    widthOf(
      `<text font-family="${family}" font-size="${size}" font-weight="${weight}">${escapeHtml(words)}</text>`,
    );
}
