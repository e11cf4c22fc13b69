import { escapeHtml } from '../petition/html.js';
import type { Card } from './card.js';

/** Letters that stand together in one size and colour. */
export interface Run {
  readonly text: string;
  /** In pixels. */
  readonly size: number;
  readonly weight: 400 | 700;
  readonly fill: string;
}

/** One line of text. */
export type Line = readonly Run[];

/** How wide a `<text>` element is, in pixels. */
export type WidthOf = (text: string) => number;

export type Direction = Card['direction'];

/** Noto Naskh Arabic has Latin letters too. The others have the scripts that it lacks. */
const FAMILIES = "'Noto Naskh Arabic', 'DejaVu Serif', 'DejaVu Sans'";

/**
 * resvg reads every line from left to right, whatever its first letter. These characters set its direction; they are
 * invisible.
 */
const BEGIN = { ltr: '\u2066', rtl: '\u2067' } as const;
const END = '\u2069';

/** A line as a `<text>` element. `x` is its left end, or its right end where `anchor` is `end`. */
export function textElement(
  line: Line,
  direction: Direction,
  { x, y, anchor = 'start' }: { readonly x: number; readonly y: number; readonly anchor?: 'start' | 'end' },
): string {
  const runs = line.map(
    ({ text, size, weight, fill }) =>
      `<tspan font-size="${size}" font-weight="${weight}" fill="${fill}">${escapeHtml(text)}</tspan>`,
  );
  return `<text x="${x}" y="${y}" text-anchor="${anchor}" font-family="${FAMILIES}" xml:space="preserve">${BEGIN[direction]}${runs.join('')}${END}</text>`;
}

/** The size, in pixels, and the colour of the letters of a line while we measure it. */
const MEASURED_SIZE = 64;
const MEASURED_FILL = '#000000';

/** Breaks texts into lines. */
export interface Breaker {
  /** The width of a line, in pixels. */
  widthOf(line: Line): number;
  /**
   * Breaks a text where it has spaces, and a word that is too long anywhere.
   * @param style gives the runs of a line's text
   */
  lines(text: string, width: number, style: (text: string) => Line): readonly Line[];
  /** The same, but with lines about equally long. It needs no more lines than `lines`. */
  balanced(text: string, width: number, style: (text: string) => Line): readonly Line[];
}

export function createBreaker(widthOf: WidthOf, direction: Direction): Breaker {
  const known = new Map<string, number>();
  function measured(line: Line): number {
    // A line grows with its letters, so we measure it once for all the sizes and colours that are tried.
    const scale = (line[0]?.size ?? MEASURED_SIZE) / MEASURED_SIZE;
    const runs = line.map((run) => ({ ...run, size: run.size / scale, fill: MEASURED_FILL }));
    const text = textElement(runs, direction, { x: 0, y: 0 });
    const width = known.get(text) ?? widthOf(text);
    known.set(text, width);
    return width * scale;
  }

  function broken(text: string, width: number, style: (text: string) => Line): readonly string[] {
    const fits = (candidate: string) => measured(style(candidate)) <= width;
    const done: string[] = [];
    let line = '';
    // No-break spaces are other characters.
    for (const word of text.split(/[ \n]+/)) {
      const longer = line === '' ? word : `${line} ${word}`;
      if (fits(longer)) {
        line = longer;
        continue;
      }
      if (line !== '') done.push(line);
      const pieces = fits(word) ? [word] : piecesOf(word, fits);
      done.push(...pieces.slice(0, -1));
      line = pieces.at(-1) ?? '';
    }
    return [...done, line];
  }

  return {
    widthOf: measured,
    lines: (text, width, style) => broken(text, width, style).map(style),
    balanced(text, width, style) {
      let best = broken(text, width, style);
      for (let narrower = width * 0.95; narrower > width / 2; narrower *= 0.95) {
        const tried = broken(text, narrower, style);
        if (tried.length > best.length) break;
        best = tried;
      }
      return best.map(style);
    },
  };
}

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** A word that is wider than a line, in pieces that are not. */
function piecesOf(word: string, fits: (piece: string) => boolean): readonly string[] {
  const letters = [...graphemes.segment(word)].map(({ segment }) => segment);
  const pieces: string[] = [];
  for (let from = 0; from < letters.length; ) {
    const pieceTo = (end: number) => letters.slice(from, end).join('');
    // An end that fits, and one letter more that doesn't. A line gets at least one letter.
    let [end, tooFar] = [from + 1, letters.length + 1];
    while (tooFar - end > 1) {
      const middle = Math.floor((end + tooFar) / 2);
      if (fits(pieceTo(middle))) end = middle;
      else tooFar = middle;
    }
    pieces.push(pieceTo(end));
    from = end;
  }
  return pieces;
}
