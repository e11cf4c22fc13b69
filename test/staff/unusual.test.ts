import { describe, expect, it } from 'vitest';
import { usualOf } from '../../src/staff/unusual.js';

describe('what is usual', () => {
  it.each([
    ['nothing before: the floor', [], 0, 100],
    ['quiet days: the floor', [0, 1, 0, 3, 2], 1, 100],
    ['busy days that are all the same: twice as many', Array.from({ length: 14 }, () => 400), 400, 800],
    ['a wave on one of the days changes nothing', [400, 400, 9_000, 400, 400], 400, 800],
    ['few a day scatter by chance', [64, 64, 64, 64], 64, 128],
  ])('%s', (_what, history, usual, limit) => {
    expect(usualOf(history, 100)).toEqual({ usual, limit });
  });

  it('is wider where the days differ', () => {
    expect(usualOf([100, 200, 300, 400, 500], 100).limit).toBeCloseTo(300 + 6 * 148.26);
  });
});
