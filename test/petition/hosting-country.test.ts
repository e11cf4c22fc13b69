import { describe, expect, test } from 'vitest';
import { createFormats, plainRules } from '../../src/petition/formats.js';
import { hostingCountryIn, parseHostingCountry } from '../../src/petition/hosting-country.js';

function shownIn(locale: string, written: string): string {
  const parsed = parseHostingCountry(written);
  if (!parsed.ok) throw new Error(parsed.message);
  return hostingCountryIn(createFormats(plainRules(locale)), parsed.value);
}

describe('the country where the data are stored', () => {
  test.each([
    ['CA', 'en', 'Canada'],
    ['ca', 'es', 'Canadá'],
    [' Canada ', 'ar', 'كندا'],
    ['germany', 'fr', 'Allemagne'],
    ['DE', 'nl', 'Duitsland'],
    ['United Kingdom', 'de', 'Vereinigtes Königreich'],
  ])('%j is shown in %s as %s', (written, locale, shown) => {
    expect(shownIn(locale, written)).toBe(shown);
  });

  test.each(['Germany, at Hetzner', 'Côte d’Azur', 'المغرب', 'x'.repeat(60)])(
    '%j is shown as it is written',
    (written) => {
      expect(shownIn('fr', written)).toBe(written);
    },
  );

  test.each(['XZ', 'ZZ', 'EU', 'UK', 'SU', 'xa'])('%s is no country', (written) => {
    expect(parseHostingCountry(written)).toEqual({
      ok: false,
      message: expect.stringContaining('these two letters are no country'),
    });
  });

  test.each([
    ['x'.repeat(61), 'at most 60 characters'],
    ['Germany\nand more', 'one line'],
    ['Germany\u202e', 'without control characters'],
    ['123', 'give the country'],
    ['-', 'give the country'],
  ])('%j is refused', (written, message) => {
    expect(parseHostingCountry(written)).toEqual({ ok: false, message: expect.stringContaining(message) });
  });
});
