import { isolated } from '../../src/petition/isolate.js';
import type { StaffTable } from '../../src/staff/desk.js';
import { escaped } from './mrkdwn.js';

/** Stays within a section's 3000 characters, markup included. */
const TABLE_TEXT = 2_900;

/**
 * A table as text in a fixed-width font, with the first column left-aligned and the others right-aligned. It
 * fits a phone, and a screen reader reads it row by row.
 * @returns Slack's markup: several texts if the table is long, each with the column names
 */
export function tableText({ columns, rows }: StaffTable): string[] {
  const widths = columns.map((column, index) =>
    Math.max(...[column, ...rows.map((row) => row[index] ?? '')].map(widthOf)),
  );
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, index) => padded(cell, widths[index] ?? 0, index === 0))
      .join('  ')
      .trimEnd();
  const head = [line(columns), widths.map((width) => '─'.repeat(width)).join('  ')];
  const texts: string[] = [];
  let lines = [...head];
  for (const row of rows.map(line)) {
    if (code([...lines, row]).length > TABLE_TEXT && lines.length > head.length) {
      texts.push(code(lines));
      lines = [...head];
    }
    lines.push(row);
  }
  return [...texts, code(lines)];
}

function code(lines: readonly string[]): string {
  return `\`\`\`\n${escaped(lines.join('\n')).replaceAll('`', 'ˋ')}\n\`\`\``;
}

/** Marks of direction, which take no room. */
const MARKS = /[\u200E\u200F\u2066-\u2069]/gu;

/** Letters that are written from right to left. */
const RIGHT_TO_LEFT = /[\p{Script=Arabic}\p{Script=Hebrew}]/u;

/** How many characters a reader sees. */
function widthOf(text: string): number {
  return [...new Intl.Segmenter().segment(text.replaceAll(MARKS, ''))].length;
}

/** Without isolation, words of two neighbouring cells that are written from right to left would change places. */
function padded(cell: string, width: number, left: boolean): string {
  const space = ' '.repeat(Math.max(width - widthOf(cell), 0));
  const words = RIGHT_TO_LEFT.test(cell) ? isolated(cell) : cell;
  return left ? words + space : space + words;
}
