import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { inert, markdown } from '../../../adapters/discord/markdown.js';
import { heading, paragraph } from '../../../src/petition/rich-text.js';
import { readMarkdown } from '../../fakes/discord/markdown.js';

const style = { direction: 'ltr', command: (name: string) => `\`/petition ${name}\`` } as const;

const HOSTILE = [
  '@everyone',
  '@here @Everyone',
  '<@123456789012345678>',
  '<@&123456789012345678>',
  '<#123456789012345678>',
  '</petition sign:123456789012345678>',
  '<a:party:123456789012345678>',
  '<t:1700000000:R>',
  '**bold** __under__ *it* _it_ ~~gone~~ ||hidden||',
  '`code` ```block```',
  '[click me](https://evil.example)',
  'https://evil.example/path?x=1',
  '<https://evil.example>',
  '# heading',
  '## heading',
  '-# small',
  '- item',
  '* item',
  '> quote',
  '>>> quote',
  '1. item',
  '\\',
  '\\*not escaped\\*',
  '\\\\**bold**',
  'line\n# heading\n- item\n> quote',
];

describe("a person's words on Discord", () => {
  for (const hostile of HOSTILE) {
    test(`are read as they were written, with nothing live in them: ${JSON.stringify(hostile)}`, () => {
      expect(readMarkdown(inert(hostile))).toEqual({ text: hostile, effects: [] });
    });
  }

  test('would be live if they were sent as they are', () => {
    const live = HOSTILE.filter((words) => readMarkdown(words).effects.length > 0);
    expect(HOSTILE.filter((words) => !live.includes(words))).toEqual(['\\', '\\*not escaped\\*']);
  });

  test('stay inert whatever signs they are made of', () => {
    const sign = fc.constantFrom(
      ...'\\*_~`|[]()<>@#:-+>.!/& 19aZé\u200b\u2068\nhttps://'.split(''),
      '@everyone',
      '://',
    );
    fc.assert(
      fc.property(fc.array(sign, { maxLength: 24 }), (signs) => {
        const words = signs.join('');
        expect(readMarkdown(inert(words))).toEqual({ text: words, effects: [] });
      }),
      { numRuns: 3000 },
    );
  });

  test('stay inert inside a letter, where they stand on a line of their own', () => {
    const [line = ''] = markdown([paragraph('# <@1> **x**')], style);
    expect(readMarkdown(line).effects).toEqual([]);
  });
});

describe('texts of the petition on Discord', () => {
  test('keep their headings, lists, quotes, emphasis, links and commands', () => {
    const blocks = markdown(
      [
        heading('The village'),
        paragraph(
          { kind: 'strong', children: [{ kind: 'text', text: 'One' }] },
          ', ',
          { kind: 'emphasis', children: [{ kind: 'text', text: 'two' }] },
          ', ',
          { kind: 'link', url: 'https://example.org/a b)', children: [{ kind: 'text', text: 'three' }] },
          ', ',
          { kind: 'command', command: 'help' },
        ),
        {
          kind: 'list',
          ordered: true,
          items: [[{ kind: 'text', text: 'first' }], [{ kind: 'text', text: 'second' }]],
        },
        { kind: 'list', ordered: false, items: [[{ kind: 'text', text: 'loose' }]] },
        { kind: 'quote', blocks: [paragraph('said'), paragraph('again')] },
      ],
      style,
    );
    expect(blocks).toEqual([
      '## The village',
      '**One**, *two*, [three](<https://example.org/a%20b)>), `/petition help`',
      '1. first\n2. second',
      '- loose',
      '> said\n> \n> again',
    ]);
  });

  test('link an address by itself where its words are the address, since Discord shows no other', () => {
    const link = (url: string, words: string) =>
      markdown([paragraph({ kind: 'link', url, children: [{ kind: 'text', text: words }] })], style)[0];
    expect(link('https://example.org/', 'https://example.org/')).toBe('<https://example.org/>');
    expect(link('https://example.org/', '\u2068https://example.org/\u2069')).toBe('<https://example.org/>');
    expect(link('mailto:a@example.org', 'a@example.org')).toBe('a@example.org');
  });

  test('begin every line from the right where the language is read from there', () => {
    const arabic = markdown(
      [
        heading('القرية'),
        paragraph('2017'),
        { kind: 'list', ordered: false, items: [[{ kind: 'text', text: 'Rif' }]] },
      ],
      { ...style, direction: 'rtl' },
    );
    expect(arabic).toEqual(['## \u200Fالقرية', '\u200F2017', '- \u200FRif']);
  });
});
