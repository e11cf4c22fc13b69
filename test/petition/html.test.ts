import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { blocksToHtml } from '../../src/petition/html.js';
import { parseMarkdown } from '../../src/petition/markdown.js';
import { plainText } from '../../src/petition/plain.js';
import { type Block, heading, type Inline, paragraph, text } from '../../src/petition/rich-text.js';

const options = { headingLevel: 3, command: (command: string) => `/${command}` } as const;
const html = (...blocks: readonly Block[]) => blocksToHtml(blocks, options);

const everything: readonly Block[] = parseMarkdown(
  `## Heading

A **strong** and an *emphasised* word,
and a [link](https://example.org/?a=1&b=2).

- one
- two

1. first
2. second

> Quoted.
>
> Twice.`,
  new Map(),
).blocks;

describe('HTML', () => {
  test('says what each piece is', () => {
    expect(html(...everything)).toBe(
      [
        '<h3>Heading</h3>',
        '<p>A <strong>strong</strong> and an <em>emphasised</em> word, and a <a href="https://example.org/?a=1&amp;b=2" rel="noopener noreferrer">link</a>.</p>',
        '<ul><li>one</li><li>two</li></ul>',
        '<ol><li>first</li><li>second</li></ol>',
        '<blockquote><p>Quoted.</p>\n<p>Twice.</p></blockquote>',
      ].join('\n'),
    );
  });

  test('has its headings at the level of the place where it stands', () => {
    expect(blocksToHtml([heading('Story')], { ...options, headingLevel: 2 })).toBe('<h2>Story</h2>');
  });

  test('writes commands as the platform does, and a receipt as it is', () => {
    expect(html(paragraph({ kind: 'command', command: 'total' }, ' ', { kind: 'code', text: 'AB-12' }))).toBe(
      '<p><code dir="ltr">/total</code> <code dir="auto">AB-12</code></p>',
    );
  });

  test('sets apart the direction of what a person wrote', () => {
    expect(html(paragraph('Sign as \u2068ناصر\u2069?'))).toBe('<p>Sign as <bdi>ناصر</bdi>?</p>');
    expect(html(paragraph('Sign as \u2068\u2068<b>\u2069?'))).toBe(
      '<p>Sign as \u2068<bdi>&lt;b&gt;</bdi>?</p>',
    );
  });

  test.each([
    ['<script>alert(1)</script>', '&lt;script&gt;alert(1)&lt;/script&gt;'],
    ['Tom & "Jerry"', 'Tom &amp; &quot;Jerry&quot;'],
    ["it's &lt;", 'it&#39;s &amp;lt;'],
    ['**strong** [a](https://example.org)', '**strong** [a](https://example.org)'],
  ])('shows %s as what it is', (written, shown) => {
    expect(html(paragraph(written))).toBe(`<p>${shown}</p>`);
  });

  test('lets no address out of its attribute', () => {
    const link: Inline = { kind: 'link', url: 'https://example.org/"><script>', children: [text('x')] };
    expect(html(paragraph(link))).toBe(
      '<p><a href="https://example.org/&quot;&gt;&lt;script&gt;" rel="noopener noreferrer">x</a></p>',
    );
  });

  test('never has a tag that comes out of the text, whatever the text', () => {
    const anything = fc.string({
      unit: fc.oneof(fc.constantFrom(...'<>&"\'/\u2068\u2069', '</p>', '<bdi>'), fc.string()),
    });
    fc.assert(
      fc.property(anything, anything, (words, url) => {
        const children: Inline[] = [text(words), { kind: 'link', url, children: [text(words)] }];
        const rendered = blocksToHtml(
          [
            { kind: 'heading', children },
            { kind: 'quote', blocks: [{ kind: 'paragraph', children }] },
            { kind: 'list', ordered: false, items: [children, [{ kind: 'code', text: words }]] },
            paragraph({ kind: 'command', command: words }),
          ],
          options,
        );
        const ours =
          /<\/?(h3|blockquote|p|ul|li|bdi)>|<code dir="(ltr|auto)">|<a href="[^"<>']*" rel="noopener noreferrer">|<\/(code|a)>/g;
        expect(rendered.replace(ours, '')).not.toMatch(/[<>"']/);
      }),
    );
  });
});

describe('plain text', () => {
  test('parts blocks by empty lines and keeps the words alone', () => {
    expect(plainText(everything)).toBe(
      'Heading\n\nA strong and an emphasised word, and a link.\n\n• one\n• two\n\n1. first\n2. second\n\nQuoted.\n\nTwice.',
    );
  });

  test('writes commands as it is told', () => {
    const blocks = [paragraph('Use ', { kind: 'command', command: 'help' })];
    expect(plainText(blocks)).toBe('Use /help');
    expect(plainText(blocks, (command) => `/petition ${command}`)).toBe('Use /petition help');
  });
});
