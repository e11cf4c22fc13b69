import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, type Day } from '../../src/day.js';
import { MOVEMENTS, type Movements } from '../../src/log-of-totals/entry.js';
import { mergeSmallDays } from '../../src/log-of-totals/small-days.js';
import { day } from '../support/day.js';

const FIRST = day('2026-12-01');

function merged(...days: readonly Partial<Movements>[]) {
  const moved = new Map<Day, Movements>(
    days.map((one, index) => [
      addDays(FIRST, index),
      { signed: 0, withdrawn: 0, setAside: 0, released: 0, ...one },
    ]),
  );
  return mergeSmallDays(FIRST, addDays(FIRST, days.length - 1), moved);
}

const spans = (days: ReturnType<typeof merged>) => days.map(({ from, day: last }) => `${from}..${last}`);

describe('days with few movements', () => {
  it('stand alone where each movement is nothing, or of ten people or more', () => {
    expect(spans(merged({ signed: 10 }, {}, { signed: 500, withdrawn: 10 }))).toEqual([
      '2026-12-01..2026-12-01',
      '2026-12-02..2026-12-02',
      '2026-12-03..2026-12-03',
    ]);
  });

  it('wait for the days after them, together with all other movements of the day', () => {
    expect(merged({ signed: 500, withdrawn: 1 }, {}, { signed: 40, withdrawn: 9 })).toEqual([
      {
        from: '2026-12-01',
        day: '2026-12-03',
        signed: 540,
        withdrawn: 10,
        setAside: 0,
        released: 0,
      },
    ]);
  });

  it('are not told as long as one act would stand alone: one late withdrawal waits', () => {
    expect(spans(merged({ signed: 12 }, { withdrawn: 1 }, { signed: 100 }, {}))).toEqual([
      '2026-12-01..2026-12-01',
    ]);
  });

  it('never show a movement of one to nine people, leave out no day, and lose no movement', () => {
    const movement = fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 12 }), fc.nat(1000));
    const movements = fc.record({
      signed: movement,
      withdrawn: movement,
      setAside: movement,
      released: movement,
    });
    fc.assert(
      fc.property(fc.array(movements, { minLength: 1, maxLength: 40 }), (days) => {
        const lines = merged(...days);
        let next = FIRST;
        let from = 0;
        for (const line of lines) {
          expect(line.from).toBe(next);
          const length = (Date.parse(line.day) - Date.parse(line.from)) / 86_400_000 + 1;
          const covered = days.slice(from, from + length);
          for (const name of MOVEMENTS) {
            expect(line[name] === 0 || line[name] >= 10).toBe(true);
            expect(line[name]).toBe(covered.reduce((sum, one) => sum + one[name], 0));
          }
          // No line could have been told a day earlier.
          for (let shorter = 1; shorter < length; shorter += 1) {
            const sums = MOVEMENTS.map((name) =>
              covered.slice(0, shorter).reduce((sum, one) => sum + one[name], 0),
            );
            expect(sums.some((sum) => sum > 0 && sum < 10)).toBe(true);
          }
          from += length;
          next = addDays(line.day, 1);
        }
      }),
    );
  });
});
