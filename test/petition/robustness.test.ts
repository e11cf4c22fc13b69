import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseMarkdown } from '../../src/petition/markdown.js';
import { plainText } from '../../src/petition/plain.js';
import { text } from '../../src/petition/rich-text.js';
import { readSettings } from '../../src/petition/settings-file.js';
import { normalised, unwantedCharacters } from '../../src/petition/source-text.js';
import { checkWords } from '../../src/petition/words-check.js';

/** Text that is likely to mean something to one of the parsers. */
const scraps = (...marks: string[]) =>
  fc.array(fc.oneof(fc.constantFrom(...marks, '\n', ' ', 'a'), fc.string())).map((parts) => parts.join(''));

test('any Markdown is read or refused in words, and nothing else is made of it', () => {
  const markdown = scraps(
    '# ',
    '- ',
    '1. ',
    '> ',
    '**',
    '*',
    '[',
    '](https:',
    ')',
    '{name}',
    '{',
    '<b>',
    '`',
    '|',
    '---',
  );
  fc.assert(
    fc.property(markdown, (source) => {
      const { blocks, problems } = parseMarkdown(
        normalised(Buffer.from(source)),
        new Map([['name', text('N')]]),
      );
      for (const { problem, remedy } of problems) expect([problem, remedy]).not.toContain('');
      if (problems.length === 0) expect(plainText(blocks)).not.toMatch(/[{}]/);
    }),
  );
});

test('any Fluent is read or refused in words', () => {
  const fluent = scraps(
    'hello = ',
    '{ ',
    ' }',
    '$name',
    '-term',
    ' ->\n',
    '\n   *[other] ',
    '\n    [one] ',
    '"',
    'NUMBER(',
    ')',
  );
  fc.assert(
    fc.property(fluent, (source) => {
      const { problems } = checkWords(source, 'en', { hello: ['name'] });
      const said = source.includes('$name') && source.includes('hello');
      if (!said) expect(problems).not.toEqual([]);
    }),
  );
});

test('any YAML is read or refused in words', () => {
  const yaml = scraps(
    'locales: ',
    '[en]',
    'story:',
    '\n- ',
    'offset:\n  count: ',
    '&a',
    '*a',
    '!!set',
    '{',
    '? ',
    '--- ',
    '"',
  );
  fc.assert(
    fc.property(yaml, (source) => {
      const { settings, problems } = readSettings(source);
      expect(settings).toBeNull();
      expect(problems).not.toEqual([]);
    }),
  );
});

test('any bytes become text, in a form that stays as it is', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      const once = normalised(bytes);
      expect(normalised(Buffer.from(once))).toBe(once);
      for (const { line } of unwantedCharacters(once)) expect(line).toBeGreaterThan(0);
    }),
  );
});
