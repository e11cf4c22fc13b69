import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { CONTENT_DIR } from '../../src/paths.js';
import { catalogue } from '../../src/petition/catalogue.generated.js';
import { parseMarkdown } from '../../src/petition/markdown.js';
import { asDisplayed, disordered, disorderedBlocks } from '../support/bidi.js';
import { LANGUAGES, sayIn, wordsIn } from '../support/languages.js';

/** Values as the program puts them in: all of them are isolated, or numbers. */
const TEXTS = [
  '/sign',
  '2027-01-15',
  '2027-01-15..2027-01-20',
  'K7QF2-XH4DA',
  'https://example.org/x/',
  '2-radio',
];

const rightToLeft = LANGUAGES.filter((locale) => sayIn(locale)('direction', {}) === 'rtl');

describe('the check of what is displayed', () => {
  test.each([
    ['استخدموا /sign الآن', 'sign/'],
    ['في 2027-01-15 فقط', '15-01-2027'],
    ['مع --hold أيضًا', 'hold--'],
  ])('finds what turns around: %s', (text, seen) => {
    expect(asDisplayed(text)).toContain(seen);
    expect(disordered(text)).toHaveLength(1);
  });

  test.each([
    'استخدموا \u2066/sign\u2069 الآن',
    'في \u20682027-01-15\u2069 فقط',
    'أكثر من 1.000 توقيع، 14:05',
  ])('finds nothing where all is in order: %s', (text) => {
    expect(disordered(text)).toEqual([]);
  });

  test('takes a command of several words as one', () => {
    const command = { kind: 'command', command: 'sign' } as const;
    const asOnSlack = (name: string) => `/petition ${name}`;
    expect(disorderedBlocks([{ kind: 'paragraph', children: [command] }], asOnSlack)).toContain(
      '/petition sign in: /petition sign',
    );
  });
});

test('a language is written from right to left', () => {
  expect(rightToLeft).toContain('ar');
});

describe.each(rightToLeft)('in %s', (locale) => {
  const say = sayIn(locale);

  test.each(Object.entries(catalogue))('%s is displayed in order', (id, variables: readonly string[]) => {
    for (const value of variables.length === 0 ? [0] : [...TEXTS, 0, 1, 2, 3, 11, 100, 12_345]) {
      const said = say(id, Object.fromEntries(variables.map((name) => [name, value])));
      expect(disordered(said)).toEqual([]);
    }
  });

  test('a hyphen in a word from left to right is in an isolate, because a line can break after it', () => {
    for (const [id, variables] of Object.entries(catalogue)) {
      if (id === 'intl-tag') continue;
      const said = say(id, Object.fromEntries(variables.map((name) => [name, 0])));
      expect(said.replaceAll(/[\u2066\u2068][^\u2066-\u2069]*\u2069/g, '')).not.toMatch(
        /[A-Za-z0-9]-[A-Za-z0-9]/,
      );
    }
  });

  test('days, moments and shares are displayed in order', () => {
    const { formats } = wordsIn(locale);
    const moment = new Date('2027-01-15T14:05:00Z');
    for (const written of [formats.moment(moment, 'UTC'), formats.shortDay(moment), formats.percent(0.78)]) {
      expect(disordered(`في ${written} (UTC)`)).toEqual([]);
    }
  });

  test('every text of every petition is displayed in order', () => {
    for (const petition of readdirSync(CONTENT_DIR)) {
      const folder = join(CONTENT_DIR, petition, locale);
      if (petition === 'interface' || !existsSync(folder)) continue;
      for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
        if (!file.endsWith('.md')) continue;
        const { blocks } = parseMarkdown(readFileSync(join(folder, file), 'utf8'), new Map());
        expect({ file, found: disorderedBlocks(blocks, (name) => `/${name}`) }).toEqual({ file, found: [] });
      }
    }
  });
});
