import { describe, expect, test } from 'vitest';
import { accountAge, momentOf } from '../../../adapters/discord/snowflake.js';

describe("Discord's ids", () => {
  test('tell their moment, also beyond what a number can hold', () => {
    // The example of Discord's own documentation.
    expect(new Date(momentOf('175928847299117063')).toISOString()).toBe('2016-04-30T11:18:25.796Z');
    expect(momentOf('18446744073709551615')).toBe(5_818_116_911_103);
  });

  test('say nothing where they are none', () => {
    expect(momentOf('someone')).toBeNaN();
    expect(accountAge('', Date.now())).toBe('unknown');
  });

  test('tell how old an account is, and nothing finer', () => {
    const day = 86_400_000;
    const id = '175928847299117063';
    const born = momentOf(id);
    const after = (days: number) => accountAge(id, born + days * day);
    expect([0, 6.9, 7, 29.9, 30, 4000].map(after)).toEqual([
      'under-7-days',
      'under-7-days',
      'under-30-days',
      'under-30-days',
      'older',
      'older',
    ]);
  });
});
