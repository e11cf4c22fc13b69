import { describe, expect, test } from 'vitest';
import { formatDay, formatNumber, isKnownToIntl } from '../../src/petition/formats.js';
import { loadPetition } from '../../src/petition/load.js';
import { createWords, longestWords } from '../../src/petition/words.js';
import { day } from '../support/day.js';
import { SAMPLE_CONTENT } from './content-copy.js';

const ARABIC = `
total-line =
    { $total ->
        [zero] لا أحد
        [one] شخص واحد
        [two] شخصان
        [few] { $total } أشخاص
        [many] { $total } شخصًا
       *[other] { $total } شخص
    }
`;

describe('words', () => {
  test.each([
    [0, 'لا أحد'],
    [1, 'شخص واحد'],
    [2, 'شخصان'],
    [3, '3 أشخاص'],
    [11, '11 شخصًا'],
    [100, '100 شخص'],
    [12_345, '12,345 شخصًا'],
  ])('in Arabic have the plural form for %d', (total, said) => {
    expect(createWords(ARABIC, 'ar').say('total-line', { total })).toBe(said);
  });

  test("write numbers the language's own way, with or without NUMBER()", () => {
    const words = createWords('goal-line = { $goal }\ngoal-passed = { NUMBER($goal) }', 'es');
    expect(words.say('goal-line', { goal: 12_345 })).toBe('12.345');
    expect(words.say('goal-passed', { goal: 12_345 })).toBe('12.345');
  });

  test('take what a person wrote as it is', () => {
    const words = createWords('name-typed = Sign as { $name }?', 'en');
    const name = '\u2068{ $name } <b> *x* -term\u2069';
    expect(words.say('name-typed', { name })).toBe(`Sign as ${name}?`);
  });

  test('say which message has no words, instead of saying nothing', () => {
    const words = createWords('name-typed = { $nobody }', 'en');
    expect(() => words.say('button-back')).toThrow('no words for button-back in en');
    expect(() => words.say('name-typed', { name: 'A' })).toThrow(
      "the words for name-typed can't be said in en",
    );
  });

  test('of a petition that loads can all be said', () => {
    const petition = loadPetition({ contentDir: SAMPLE_CONTENT, petition: 'sample', organiser: null });
    const { words } = petition.texts('ar');
    for (const total of [0, 1, 2, 3, 11, 100, 1_000_000]) {
      expect(words.say('total-line', { total })).not.toMatch(/[{}]/);
    }
  });

  test('are measured in the form that is longest', () => {
    const longest = longestWords(ARABIC, 'ar', { 'total-line': ['total'] });
    expect(longest('total-line')).toBe('1,000,000 شخص');
  });
});

describe('days and numbers', () => {
  test.each([
    ['en', 'November 2, 2026', '12,345'],
    ['fr', '2 novembre 2026', '12\u202f345'],
    ['ar', '2 نوفمبر 2026', '12,345'],
    ['es', '2 de noviembre de 2026', '12.345'],
  ])('in %s are written as there', (locale, written, number) => {
    expect(formatDay(locale, day('2026-11-02'))).toBe(written);
    expect(formatNumber(locale, 12_345)).toBe(number);
  });

  test('are only trusted for languages that Node.js knows, by their usual tag', () => {
    expect(['en', 'pt-BR', 'ar-MA', 'zh-Hant'].filter(isKnownToIntl)).toHaveLength(4);
    expect(['xx', 'pt-br', 'en-', 'iw', ''].filter(isKnownToIntl)).toEqual([]);
  });
});
