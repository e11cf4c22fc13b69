import { expect, test } from 'vitest';
import { progressBar } from '../../../src/channel/kit/progress-bar.js';
import { progressAt } from '../../../src/petition/progress.js';
import { wordsIn } from '../../support/languages.js';
import { sample } from '../../transcripts/sample.js';

const { settings } = await sample();
const barAt = (total: number, locale: string) =>
  progressBar(progressAt({ ...settings, goals: [1000] }, wordsIn(locale).formats, total));

test('the bar never shows a goal as reached before it is, and writes the share as the language does', () => {
  expect(barAt(0, 'en')).toBe('▱▱▱▱▱▱▱▱▱▱▱▱ 0%');
  expect(barAt(999, 'fr')).toMatch(/^▰{11}▱ 99\s%$/);
  expect(barAt(2000, 'en')).toBe('▰▰▰▰▰▰▰▰▰▰▰▰ 100%');
});
