import { plainText } from '../petition/plain.js';
import type { StaffMessage, StaffTable } from './desk.js';

/** A staff message as plain text for a terminal: an empty line between parts, aligned columns. */
export function plainMessage({ body }: StaffMessage): string {
  return body
    .map((part) => (part.kind === 'table' ? plainTable(part) : plainText([part], (command) => command)))
    .join('\n\n');
}

/** A table in columns, for a fixed-width font. */
export function plainTable({ columns, rows }: StaffTable): string {
  const lines = [columns, ...rows];
  const widths = columns.map((_, index) => Math.max(...lines.map((cells) => widthOf(cells[index] ?? ''))));
  return lines
    .map((cells) =>
      cells
        .map((cell, index) => {
          const space = ' '.repeat((widths[index] ?? 0) - widthOf(cell));
          return index === 0 ? cell + space : space + cell;
        })
        .join('  '),
    )
    .join('\n');
}

/** Marks of direction, which take no room. */
const MARKS = /[\u200E\u200F\u2066-\u2069]/gu;

/** How many characters a reader sees. */
function widthOf(text: string): number {
  return [...new Intl.Segmenter().segment(text.replaceAll(MARKS, ''))].length;
}
