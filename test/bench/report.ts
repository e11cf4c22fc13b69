import { writeFile } from 'node:fs/promises';
import { cpus } from 'node:os';
import { join } from 'node:path';

/** One line of the report. */
export interface Line {
  readonly what: string;
  readonly value: number;
  readonly unit: string;
  /** Beside it, for whoever wants to know more. */
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

function targetOf(line: Line): string {
  const { target } = line;
  if (target === undefined) return '';
  const bound = 'atLeast' in target ? `at least ${target.atLeast}` : `at most ${target.atMost}`;
  return `(${bound}: ${reached(line) ? 'reached' : 'MISSED'})`;
}

/** Writes what was measured, and on what, beside this file. */
export async function save(parts: Readonly<Record<string, readonly Line[]>>): Promise<void> {
  const results = {
    measuredAt: new Date().toISOString(),
    node: process.version,
    processors: cpus().map(({ model }) => model),
    ...parts,
  };
  await writeFile(join(import.meta.dirname, 'results.json'), `${JSON.stringify(results, null, 2)}\n`);
}
