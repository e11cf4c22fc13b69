import { describe, expect, test } from 'vitest';
import { addDays, dayOf, daySchema } from '../src/day.js';
import { day } from './support/day.js';

describe('a day', () => {
  test('is the one in UTC, to its last millisecond', () => {
    expect(dayOf(new Date('2026-03-01T23:59:59.999Z'))).toBe('2026-03-01');
    expect(dayOf(new Date('2026-03-02T00:30:00+01:00'))).toBe('2026-03-01');
  });

  test.each(['2026-02-29', '2026-13-01', '2026-3-1', '2026-03-01T00:00:00Z', 'yesterday', ''])(
    'is not %j',
    (written) => {
      expect(daySchema.safeParse(written).success).toBe(false);
    },
  );

  test('moves over the ends of months and years, back and forth', () => {
    expect(addDays(day('2028-02-28'), 2)).toBe('2028-03-01');
    expect(addDays(day('2027-01-01'), -1)).toBe('2026-12-31');
  });
});
