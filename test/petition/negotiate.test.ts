import { describe, expect, test } from 'vitest';
import { negotiate } from '../../src/petition/negotiate.js';

describe('a language for a person', () => {
  test.each([
    [['ar-MA'], 'ar'],
    [['fr-CA'], 'fr'],
    [['es-419'], 'es'],
    [['ES_mx'], 'es'],
    [['nl-BE'], 'nl'],
    [['de-CH'], 'de'],
    [['ar-u-nu-arab'], 'ar'],
    [['pt', 'fr'], 'fr'],
    [['rif-MA', 'ar-MA', 'fr'], 'ar'],
    [['pt-BR'], 'en'],
    [['', '*', 'not a tag', 'x'.repeat(10_000), '\u0000'], 'en'],
    [[...Array.from({ length: 29 }, () => 'pt'), 'fr', 'nl'], 'fr'],
    // Nobody reads so many languages: we don't look at more than 30.
    [[...Array.from({ length: 30 }, () => 'pt'), 'fr'], 'en'],
    [['constructor', 'toString'], 'en'],
    [[], 'en'],
  ])('%j is spoken to in %s', (tags, locale) => {
    expect(negotiate(tags, ['en', 'fr', 'ar', 'es', 'nl', 'de'])).toBe(locale);
  });
});

describe('a person whose language the petition does not have', () => {
  test.each(['ary', 'ary-MA', 'arq', 'rif', 'rif-MA', 'zgh', 'zgh-Tfng-MA', 'tzm', 'tzm-Latn', 'shi', 'ber'])(
    'reads Arabic where the tag is %s, French without Arabic, and else the first language',
    (tag) => {
      expect(negotiate([tag], ['en', 'fr', 'ar'])).toBe('ar');
      expect(negotiate([tag], ['en', 'es'])).toBe('en');
    },
  );

  test.each(['rif', 'zgh', 'tzm', 'ber'])(
    'reads French where the tag is %s and Arabic is not there',
    (tag) => {
      expect(negotiate([tag], ['en', 'fr'])).toBe('fr');
    },
  );

  test('reads French before Arabic where the tag is of Kabylia', () => {
    expect(negotiate(['kab'], ['en', 'ar', 'fr'])).toBe('fr');
    expect(negotiate(['kab'], ['en', 'ar'])).toBe('ar');
  });

  test('reads what they named first, before what they also read', () => {
    expect(negotiate(['rif', 'nl'], ['en', 'ar', 'nl'])).toBe('nl');
    expect(negotiate(['zgh', 'pt', 'es-ES'], ['en', 'fr', 'ar', 'es'])).toBe('es');
    expect(negotiate(['zgh', 'pt'], ['en', 'fr', 'ar', 'es'])).toBe('ar');
  });

  test('reads what they also read before the English that browsers add, and after English that they put first', () => {
    expect(negotiate(['zgh', 'en-US', 'en'], ['en', 'fr', 'ar'])).toBe('ar');
    expect(negotiate(['zgh', 'en-US', 'nl'], ['en', 'ar', 'nl'])).toBe('nl');
    expect(negotiate(['zgh', 'en-US'], ['nl', 'en'])).toBe('en');
    expect(negotiate(['en', 'zgh'], ['fr', 'ar', 'en'])).toBe('en');
  });

  test('reads a variety of Arabic as Arabic, before the languages named after it', () => {
    expect(negotiate(['ary', 'fr'], ['en', 'fr', 'ar'])).toBe('ar');
  });

  test('reads their own language where the petition has it', () => {
    expect(negotiate(['rif'], ['en', 'ar', 'rif'])).toBe('rif');
    expect(negotiate(['ca-ES'], ['en', 'es'])).toBe('es');
  });
});
