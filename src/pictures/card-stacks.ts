import { type Breaker, type Direction, type Line, textElement } from './card-lines.js';

/** Where lines stand, in pixels. */
export interface Column {
  readonly direction: Direction;
  readonly breaker: Breaker;
  readonly width: number;
  /** The edge at which a line begins, and the one at which it ends. */
  readonly start: number;
  readonly end: number;
}

/** Lines or shapes, one above the other. */
export interface Stack {
  readonly height: number;
  /** @param top of the first line */
  draw(top: number): string;
}

export const EMPTY: Stack = { height: 0, draw: () => '' };

/** From one line to the next, by the letters' size. Arabic letters reach higher and lower. */
const LEADING = { ltr: 1.25, rtl: 1.5 } as const;
/** From a line's upper edge to its foot. */
const ASCENT = { ltr: 0.95, rtl: 1.05 } as const;

/** How many lines of a size a height has room for. */
export function linesIn(height: number, size: number, direction: Direction): number {
  return Math.floor(height / (size * LEADING[direction]));
}

/** Lines that begin at the column's edge. */
export function stackOf(
  { direction, start }: Pick<Column, 'direction' | 'start'>,
  lines: readonly Line[],
): Stack {
  const sizes = lines.map(sizeOf);
  return {
    height: sizes.reduce((sum, size) => sum + size * LEADING[direction], 0),
    draw(top) {
      let edge = top;
      return lines
        .map((line, index) => {
          const size = sizes[index] ?? 0;
          const y = edge + size * ASCENT[direction];
          edge += size * LEADING[direction];
          return textElement(line, direction, { x: start, y, anchor: anchorOf(direction, 'start') });
        })
        .join('');
    },
  };
}

/** One line that begins at the column's one edge, and one beside it that ends at the other. */
export function sideBySide({ direction, start, end }: Column, first: Line, last: Line): Stack {
  const size = Math.max(sizeOf(first), sizeOf(last));
  return {
    height: size * LEADING[direction],
    draw(top) {
      const y = top + size * ASCENT[direction];
      return (
        textElement(first, direction, { x: start, y, anchor: anchorOf(direction, 'start') }) +
        textElement(last, direction, { x: end, y, anchor: anchorOf(direction, 'end') })
      );
    },
  };
}

/** Stacks with a gap between them; empty ones are left out. */
export function spaced(gap: number, stacks: readonly Stack[]): Stack {
  const filled = stacks.filter(({ height }) => height > 0);
  return {
    height: filled.reduce((sum, { height }) => sum + height, 0) + gap * Math.max(0, filled.length - 1),
    draw(top) {
      let edge = top;
      return filled
        .map(({ height, draw }) => {
          const at = edge;
          edge += height + gap;
          return draw(at);
        })
        .join('');
    },
  };
}

/** The first lines, each of one run; the last one ends in an ellipsis where some are left out. */
export function cut(lines: readonly Line[], most: number, { breaker, width }: Column): readonly Line[] {
  if (lines.length <= most) return lines;
  const kept = lines.slice(0, most);
  const last = kept.at(-1)?.[0];
  if (last === undefined) return kept;
  let { text } = last;
  while (breaker.widthOf([{ ...last, text: `${text}…` }]) > width) {
    const word = text.lastIndexOf(' ');
    text = word > 0 ? text.slice(0, word) : [...text].slice(0, -1).join('');
  }
  return [...kept.slice(0, -1), [{ ...last, text: `${text}…` }]];
}

function sizeOf(line: Line): number {
  return Math.max(0, ...line.map(({ size }) => size));
}

/** resvg names the ends of a line from left to right. */
function anchorOf(direction: Direction, end: 'start' | 'end'): 'start' | 'end' {
  return (direction === 'ltr') === (end === 'start') ? 'start' : 'end';
}
