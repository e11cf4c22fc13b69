import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { STILL } from '../../src/signatures/figures.js';
import { chartOption } from '../../src/staff/chart-option.js';
import { chartAlt } from '../../src/staff/chart-text.js';
import { chartWords } from '../../src/staff/chart-words.js';
import { type Report, reportOf, reportText } from '../../src/staff/report.js';
import { reportJson } from '../../src/staff/report-json.js';
import { MIN_SHOWN } from '../../src/staff/small-counts.js';
import { staffVoice } from '../../src/staff/voice.js';
import { sample } from '../transcripts/sample.js';
import { tablesOf } from './stage.js';

const petition = await sample();
const voice = staffVoice(petition);
const NAMES = ['ant', 'bee', 'cat', 'dog', 'elk'];
const START = Date.UTC(2026, 2, 1);
const sum = (counts: readonly number[]) => counts.reduce((total, one) => total + one, 0);
const isFew = (count: number) => count > 0 && count < MIN_SHOWN;

/** A row for each channel, a column for each day; days on which few sign, and some on which many do. */
const table = fc
  .tuple(fc.integer({ min: 2, max: 5 }), fc.integer({ min: 1, max: 7 }))
  .chain(([height, width]) => {
    const cell = fc.oneof(fc.constant(0), fc.nat(12), fc.nat(60));
    const row = fc.array(cell, { minLength: width, maxLength: width });
    return fc.array(row, { minLength: height, maxLength: height });
  });

/** The report of a table, and of what left each channel since. */
function reportFrom(rows: readonly (readonly number[])[], left: readonly number[], whole: boolean): Report {
  const flows = rows.flatMap((row, y) =>
    row.map((signed, x) => ({
      since: new Date(START + x * 86_400_000),
      channel: NAMES[y] ?? '',
      moved: { ...STILL, signed, left: x === 0 ? (left[y] ?? 0) : 0 },
    })),
  );
  const byChannel = (of: (row: readonly number[], y: number) => number) =>
    Object.fromEntries(rows.map((row, y) => [NAMES[y] ?? '', of(row, y)]));
  const breakdown = (channel: Readonly<Record<string, number>>) => {
    const all = { '': sum(Object.values(channel)) };
    return { all, channel, locale: { en: all[''] }, source: { '': all[''] }, age: { older: all[''] } };
  };
  const standing = breakdown(byChannel((row, y) => sum(row) - (left[y] ?? 0)));
  const figures = {
    standing: { ...standing, status: { counted: standing.all[''] } },
    signed: breakdown(byChannel(sum)),
    flows,
    earlier: [],
  };
  const at = new Date(START + ((rows[0]?.length ?? 1) - 1) * 86_400_000 + 3_600_000);
  return reportOf(petition, figures, {
    period: whole ? 'all' : '7d',
    since: whole ? null : new Date(START),
    at,
    offsets: petition.settings.offset,
  });
}

/** The first column of the table of channels, as it is shown; null if it is left out. */
function shownChannels(report: Report): string[] | null {
  const channels = tablesOf(reportText(voice, report)).find(({ columns }) => columns[0] === 'Platform');
  const names = channels?.rows.map(([name = '']) => name);
  return names?.filter((name) => NAMES.includes(name)) ?? null;
}

describe('a reader of the whole report', () => {
  it('finds no channel in the picture or its text that the table does not name', () => {
    fc.assert(
      fc.property(
        table,
        fc.array(fc.nat(12), { minLength: 5, maxLength: 5 }),
        fc.boolean(),
        (rows, away, whole) => {
          const left = rows.map((row, y) => Math.min(sum(row), away[y] ?? 0));
          const report = reportFrom(rows, left, whole);
          const json = reportJson(report);
          const cells = Object.keys(json.breakdown?.channel?.cells ?? {});
          const named = shownChannels(report);
          // A table that would have one row is left out: it says no more than the total.
          if (named === null) expect(cells.length).toBeLessThan(2);
          else expect(cells).toEqual(named);
          const unnamed = NAMES.filter((name) => !cells.includes(name));
          for (const { withdrawn } of json.chart) {
            expect(withdrawn === null || withdrawn === 0 || withdrawn >= MIN_SHOWN).toBe(true);
          }
          const elsewhere = JSON.stringify([
            json.chart,
            chartAlt(report.chart, voice),
            chartOption(report.chart, chartWords(report.chart, voice), () => 10).series,
          ]);
          for (const name of unnamed) expect(elsewhere).not.toContain(name);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('can not work out a cell under ten from sums, margins and bars', () => {
    fc.assert(
      fc.property(table, (rows) => {
        fc.pre(rows.filter((row) => sum(row) > 0).length > 1);
        const json = reportJson(reportFrom(rows, [], false));
        const { cells = {}, others = 0 } = json.breakdown?.channel ?? {};
        const bars = json.chart;
        const named = Object.entries(cells);
        if (named.length > 0 && others > 0) {
          expect(
            rows.filter((row, y) => sum(row) > 0 && !((NAMES[y] ?? '') in cells)).length,
          ).toBeGreaterThan(1);
        }
        for (const { channels, others: rest } of bars) {
          expect(Object.values(channels).some(isFew)).toBe(false);
          if (Object.keys(channels).length > 0) expect(isFew(rest)).toBe(false);
        }
        const isTold = (x: number) => Object.keys(bars[x]?.channels ?? {}).length > 0;
        const untold = bars.map((_, x) => x).filter((x) => !isTold(x));
        const told = bars.map((_, x) => x).filter(isTold);
        const sumOf = (x: number) => sum([...Object.values(bars[x]?.channels ?? {}), bars[x]?.others ?? 0]);
        const whole = sum(untold.map(sumOf));
        const margins = [
          ...named.map(([name, count]) => count - sum(told.map((x) => bars[x]?.channels[name] ?? 0))),
          others - sum(told.map((x) => bars[x]?.others ?? 0)),
        ];
        for (const margin of named.length === 0 ? [] : margins) {
          expect(isFew(margin)).toBe(false);
          for (const x of untold) {
            // What a cell can be where only the sums of its row and its column are known.
            const least = Math.max(0, margin + sumOf(x) - whole);
            const most = Math.min(margin, sumOf(x));
            expect(least === most && isFew(least)).toBe(false);
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  it('finds the same movements everywhere, and no breakdown of too few signatures', () => {
    const report = reportFrom([[3], [4]], [0, 2], false);
    const [happened] = tablesOf(reportText(voice, report));
    expect(happened?.rows.map(([, count]) => count)).toEqual(['7', '2', '0', '0']);
    expect(reportJson(report)).toMatchObject({
      movements: { signed: 7, left: 2, 'set-aside': 0, released: 0 },
      breakdown: null,
    });
    expect(tablesOf(reportText(voice, report))).toHaveLength(1);
    expect(chartAlt(report.chart, voice)).toContain('Not shown apart 7. ');
  });
});
