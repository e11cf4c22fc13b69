import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold, foldTable, LEAST } from '../../src/staff/fold.js';

const count = fc.oneof(fc.nat(15), fc.nat(500));
const sum = (counts: readonly number[]) => counts.reduce((total, one) => total + one, 0);

describe('a breakdown', () => {
  it('adds up to the whole, whatever is folded', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), count), (values) => {
        const { cells, folded } = fold(values);
        expect(sum(cells.map((cell) => cell.count)) + folded).toBe(sum(Object.values(values)));
      }),
    );
  });

  it('shows no number under ten, and subtraction gives neither a single cell nor less than ten', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), count), (values) => {
        const there = Object.values(values).filter((one) => one > 0);
        const { cells, folded } = fold(values);
        expect(cells.every((cell) => cell.count >= LEAST)).toBe(true);
        const hidden = there.length - cells.length;
        if (hidden === 0) expect(folded).toBe(0);
        // Where everything is folded, the whole is all that there is to know.
        else if (cells.length > 0) {
          expect(hidden).toBeGreaterThan(1);
          expect(folded).toBeGreaterThanOrEqual(LEAST);
        }
      }),
    );
  });

  it('tells apart all that is large enough', () => {
    expect(fold({ telegram: 40, discord: 10, slack: 0 })).toEqual({
      cells: [
        { value: 'telegram', count: 40 },
        { value: 'discord', count: 10 },
      ],
      folded: 0,
    });
    expect(fold({ a: 100, b: 50, c: 9, d: 8 })).toMatchObject({
      cells: [{ count: 100 }, { count: 50 }],
      folded: 17,
    });
    expect(fold({ a: 100, b: 50, c: 9 })).toMatchObject({ cells: [{ count: 100 }], folded: 59 });
    expect(fold({ a: 100, b: 50, c: 4, d: 5 })).toMatchObject({ cells: [{ count: 100 }], folded: 59 });
  });
});

describe('a table of breakdowns', () => {
  it('hides in each row and column nothing, or several cells that are ten or more together, or all', () => {
    const table = fc
      .tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 8 }))
      .chain(([height, width]) =>
        fc.array(fc.array(count, { minLength: width, maxLength: width }), {
          minLength: height,
          maxLength: height,
        }),
      );
    fc.assert(
      fc.property(table, (rows) => {
        const hidden = foldTable(rows);
        const columns = (rows[0] ?? []).map((_, x) =>
          rows.map((row, y) => [row[x] ?? 0, hidden[y]?.[x]] as const),
        );
        const lines = [
          ...rows.map((row, y) => row.map((cell, x) => [cell, hidden[y]?.[x]] as const)),
          ...columns,
        ];
        for (const line of lines) {
          const shown = line.filter(([cell, isHidden]) => cell > 0 && !isHidden).map(([cell]) => cell);
          const out = line.filter(([, isHidden]) => isHidden).map(([cell]) => cell);
          expect(shown.every((cell) => cell >= LEAST)).toBe(true);
          expect(out.every((cell) => cell > 0)).toBe(true);
          if (out.length === 0 || shown.length === 0) continue;
          expect(out.length).toBeGreaterThan(1);
          expect(sum(out)).toBeGreaterThanOrEqual(LEAST);
        }
      }),
    );
  });
});
