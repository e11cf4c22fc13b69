import type { Reporter, TestModule } from 'vitest/node';
import type { Figures } from './figures.js';

/** Prints what the fault tests measured as one table, which fits into a note or a README. */
export default class TableReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const lines = modules.flatMap((module) =>
      [...module.children.allTests()].flatMap((test) => test.meta().figures ?? []),
    );
    if (lines.length > 0) console.log(`\n${tableOf(lines)}\n`);
  }
}

function tableOf(lines: readonly Figures[]): string {
  const rows = [
    ['fault', 'what people were told', '/readyz', 'mended after', 'acknowledged', 'lost', 'doubled'],
    ...lines.map(({ fault, told, readyz, mendedMs, acknowledged, lost, doubled }) => [
      fault,
      told,
      readyz,
      mendedMs === null ? '–' : `${(mendedMs / 1000).toFixed(1)} s`,
      String(acknowledged),
      String(lost),
      String(doubled),
    ]),
  ];
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? [];
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`;
  const [head = [], ...body] = rows;
  return [line(head), `|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`, ...body.map(line)].join(
    '\n',
  );
}
