import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MIN_SHOWN, showableColumns, suppressSmallCounts } from '../../src/staff/small-counts.js';

const count = fc.oneof(fc.nat(15), fc.nat(500));
const sum = (counts: readonly number[]) => counts.reduce((total, one) => total + one, 0);

describe('a breakdown', () => {
  it('adds up to the whole, whatever is suppressed', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), count), (values) => {
        const { cells, suppressed } = suppressSmallCounts(values);
        expect(sum(cells.map((cell) => cell.count)) + suppressed).toBe(sum(Object.values(values)));
      }),
    );
  });

  it('shows no number under ten, and subtraction gives neither a single cell nor less than ten', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), count), (values) => {
        const there = Object.values(values).filter((one) => one > 0);
        const { cells, suppressed } = suppressSmallCounts(values);
        expect(cells.every((cell) => cell.count >= MIN_SHOWN)).toBe(true);
        const hidden = there.length - cells.length;
        if (hidden === 0) expect(suppressed).toBe(0);
        // If all is suppressed, readers learn only the whole.
        else if (cells.length > 0) {
          expect(hidden).toBeGreaterThan(1);
          expect(suppressed).toBeGreaterThanOrEqual(MIN_SHOWN);
        }
      }),
    );
  });

  it('shows every cell that is large enough', () => {
    expect(suppressSmallCounts({ telegram: 40, discord: 10, slack: 0 })).toEqual({
      cells: [
        { value: 'telegram', count: 40 },
        { value: 'discord', count: 10 },
      ],
      suppressed: 0,
    });
    expect(suppressSmallCounts({ a: 100, b: 50, c: 9, d: 8 })).toMatchObject({
      cells: [{ count: 100 }, { count: 50 }],
      suppressed: 17,
    });
    expect(suppressSmallCounts({ a: 100, b: 50, c: 9 })).toMatchObject({
      cells: [{ count: 100 }],
      suppressed: 59,
    });
    expect(suppressSmallCounts({ a: 100, b: 50, c: 4, d: 5 })).toMatchObject({
      cells: [{ count: 100 }],
      suppressed: 59,
    });
  });
});

describe('a breakdown over time', () => {
  it('gives away no hidden cell to a reader who knows all sums and which columns are shown', () => {
    const table = fc
      .tuple(fc.integer({ min: 2, max: 4 }), fc.integer({ min: 1, max: 8 }))
      .chain(([height, width]) =>
        fc.array(fc.array(count, { minLength: width, maxLength: width }), {
          minLength: height,
          maxLength: height,
        }),
      );
    fc.assert(
      fc.property(table, (all) => {
        const rows = all.filter((row) => sum(row) >= MIN_SHOWN);
        fc.pre(rows.length > 1);
        const told = showableColumns(rows);
        const untold = told.flatMap((isTold, x) => (isTold ? [] : [x]));
        const inColumn = (x: number) => sum(rows.map((row) => row[x] ?? 0));
        const whole = sum(untold.map(inColumn));
        for (const row of rows) {
          const left = sum(untold.map((x) => row[x] ?? 0));
          expect(left === 0 || left >= MIN_SHOWN).toBe(true);
          for (const [x, cell] of row.entries()) {
            const least = Math.max(0, left + inColumn(x) - whole);
            const most = Math.min(left, inColumn(x));
            expect(told[x] ? cell === 0 || cell >= MIN_SHOWN : least < most || cell === 0).toBe(true);
          }
        }
      }),
      { numRuns: 2_000 },
    );
  });

  it('shows columns that are large enough', () => {
    expect(
      showableColumns([
        [20, 0, 12],
        [10, 15, 0],
      ]),
    ).toEqual([true, true, true]);
    expect(showableColumns([[3, 9, 2]])).toEqual([true, true, true]);
  });

  it('hides a second column if one hidden column would follow from the sums', () => {
    expect(
      showableColumns([
        [20, 14, 30],
        [10, 3, 40],
      ]),
    ).toEqual([false, false, true]);
  });

  it('hides a column of another group if the hidden ones have only one group', () => {
    expect(
      showableColumns([
        [5, 5, 30, 0],
        [0, 0, 0, 12],
      ]),
    ).toEqual([false, false, true, false]);
  });
});
