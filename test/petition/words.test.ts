import { describe, expect, test } from 'vitest';
import { isKnownToIntl } from '../../src/petition/formats.js';
import { loadPetition } from '../../src/petition/load.js';
import { createWords, longestWords, speaker } from '../../src/petition/words.js';
import { day } from '../support/day.js';
import { LANGUAGES, sayIn, wordsIn } from '../support/languages.js';
import { SAMPLE_CONTENT } from './content-copy.js';

const ARABIC = `
direction = rtl
intl-tag = ar-MA-u-nu-latn
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
    [12_345, '12.345 شخصًا'],
  ])('in Arabic have the plural form for %d', (total, said) => {
    expect(createWords(ARABIC, 'ar').say('total-line', { total })).toBe(said);
  });

  test("write numbers the language's own way, with or without NUMBER()", () => {
    const words = createWords('goal-line = { $goal }\ngoal-passed = { NUMBER($goal) }', 'es');
    expect(words.say('goal-line', { goal: 12_345 })).toBe('12.345');
    expect(words.say('goal-passed', { goal: 12_345 })).toBe('12.345');
    const spaced = createWords('number-example = 12\u00A0345\ngoal-line = { NUMBER($goal) }', 'es');
    expect(spaced.say('goal-line', { goal: 12_345 })).toBe('12\u00A0345');
    expect(spaced.say('goal-line', { goal: 1_234 })).toBe('1234');
  });

  test('isolate the texts that are put in, once, where the language is written from right to left', () => {
    const words = createWords('direction = rtl\nhelp-privacy = انظر { $url }', 'ar');
    expect(words.say('help-privacy', { url: '2027-01-15' })).toBe('انظر \u20682027-01-15\u2069');
    expect(words.say('help-privacy', { url: '\u2068/sign\u2069' })).toBe('انظر \u2068/sign\u2069');
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
    const longest = longestWords(speaker(ARABIC, 'ar'), { 'total-line': ['total'] });
    expect(longest('total-line')).toBe('1.000.000 شخص');
  });
});

describe('days and numbers', () => {
  test.each([
    ['en', '28 November 2026', '1 January 2027', '1 Jan', '1,234', '12,345'],
    ['fr', '28 novembre 2026', '1er janvier 2027', '1er janv.', '1\u202f234', '12\u202f345'],
    ['ar', '28 نونبر 2026', '1 يناير 2027', '1 يناير', '1.234', '12.345'],
    ['es', '28 de noviembre de 2026', '1 de enero de 2027', '1 ene', '1234', '12\u00a0345'],
  ])('in %s are written as there', (locale, later, first, short, four, five) => {
    const { formats } = wordsIn(locale);
    expect(formats.day(day('2026-11-28'))).toBe(later);
    expect(formats.day(day('2027-01-01'))).toBe(first);
    expect(formats.shortDay(new Date('2027-01-01'))).toBe(short);
    expect([formats.number(1_234), formats.number(12_345)]).toEqual([four, five]);
  });

  test('in Arabic have the months of Morocco', () => {
    const { formats } = wordsIn('ar');
    const written = ['2026-05-29', '2026-08-31', '2026-12-10'].map((each) => formats.day(day(each)));
    expect(written).toEqual(['29 ماي 2026', '31 غشت 2026', '10 دجنبر 2026']);
  });

  test('of the first of a month are French with a time too, in the time zone that is asked for', () => {
    const newYear = new Date('2026-12-31T23:30:00Z');
    expect(wordsIn('fr').formats.moment(newYear, 'Africa/Casablanca')).toMatch(/^1er janvier 2027 .*00:30$/);
    expect(wordsIn('fr').formats.moment(newYear, 'UTC')).toMatch(/^31 décembre 2026 .*23:30$/);
  });

  test.each(LANGUAGES)('in %s have the sign of the example between groups of digits', (locale) => {
    const { formats } = wordsIn(locale);
    expect(formats.number(12_345)).toBe(sayIn(locale)('number-example', {}));
    expect(formats.day(day('2026-11-28'))).toMatch(/28.*2026|2026.*28/);
  });

  test('are only trusted for languages that Node.js knows, by their usual tag', () => {
    expect(['en', 'pt-BR', 'ar-MA', 'zh-Hant'].filter(isKnownToIntl)).toHaveLength(4);
    expect(['xx', 'pt-br', 'en-', 'iw', ''].filter(isKnownToIntl)).toEqual([]);
  });
});
