import { expect, test } from 'vitest';
import { moment, plural } from '../../src/cli/words.js';

test.each([
  [0, '0 keys are'],
  [1, '1 key is'],
  [2, '2 keys are'],
  [21, '21 keys are'],
])('%i has its own form', (count, words) => {
  expect(plural(count, 'key is', 'keys are')).toBe(words);
});

test('a moment is written for people, to the minute', () => {
  expect(moment(new Date('2026-11-28T03:47:52.290Z'))).toBe('2026-11-28 03:47 UTC');
});
