import { writeFile } from 'node:fs/promises';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';

/** One line of the report. */
export interface Line {
  readonly what: string;
  readonly value: number;
  readonly unit: string;
  /** What explains the figure. */
  readonly note?: string;
  readonly target?: { readonly atLeast: number } | { readonly atMost: number };
}

/** Whether a line reaches its target; null where it has none. */
export function reached({ value, target }: Line): boolean | null {
  if (target === undefined) return null;
  return 'atLeast' in target ? value >= target.atLeast : value <= target.atMost;
}

export function print(title: string, lines: readonly Line[]): void {
  console.log(`\n${title}`);
  const width = Math.max(...lines.map(({ what }) => what.length));
  for (const line of lines) {
    const columns = [
      line.what.padEnd(width),
      `${formatted(line.value).padStart(9)} ${line.unit}`.padEnd(24),
      targetOf(line).padEnd(26),
      line.note ?? '',
    ];
    console.log(`  ${columns.join('  ').trimEnd()}`);
  }
}

function formatted(value: number): string {
  const digits = value >= 100 ? 0 : 2;
  return value.toLocaleString('en', { maximumFractionDigits: digits });
}

function boundOf({ target }: Line): string {
  if (target === undefined) return '';
  return 'atLeast' in target ? `at least ${target.atLeast}` : `at most ${target.atMost}`;
}

function targetOf(line: Line): string {
  if (line.target === undefined) return '';
  return `(${boundOf(line)}: ${reached(line) ? 'reached' : 'MISSED'})`;
}

/** What one benchmark has found. */
export interface Found {
  readonly part: string;
  readonly title: string;
  readonly lines: readonly Line[];
}

/** Writes what was measured, and on what, beside this file. */
export async function save(size: string, found: readonly Found[]): Promise<void> {
  const results = { measuredAt: new Date().toISOString(), size, ...machine(), found };
  await writeFile(join(import.meta.dirname, 'results.json'), `${JSON.stringify(results, null, 2)}\n`);
}

function machine() {
  const processors = cpus().map(({ model }) => model);
  return { node: process.version, processors, memoryGigabytes: Math.round(totalmem() / 2 ** 30) };
}

/** The tables of docs/PERFORMANCE.md. */
export function markdown(size: string, found: readonly Found[]): string {
  const { node, processors, memoryGigabytes } = machine();
  const day = new Date().toISOString().slice(0, 10);
  const made = `Measured on ${day}: ${processors.length} processors (${processors[0]}), ${memoryGigabytes} GB, Node.js ${node}; size: ${size}.`;
  const tables = found.map(({ title, lines }) => {
    const rows = lines.map((line) => {
      const aim = reached(line) === false ? `${boundOf(line)} (**missed**)` : boundOf(line);
      return `| ${line.what} | ${formatted(line.value)} ${line.unit} | ${aim} | ${line.note ?? ''} |`;
    });
    return [`### ${title}`, '', '| | measured | aimed at | |', '|---|---|---|---|', ...rows].join('\n');
  });
  return [made, missedIn(found), ...tables].join('\n\n');
}

/** The targets that were missed, in one paragraph. */
function missedIn(found: readonly Found[]): string {
  const missed = found.flatMap(({ part, lines }) =>
    lines
      .filter((line) => reached(line) === false)
      .map((line) => `${part}, ${line.what}: ${formatted(line.value)} ${line.unit} (${boundOf(line)})`),
  );
  return missed.length === 0 ? 'Every target was reached.' : `**Missed**: ${missed.join('; ')}.`;
}
