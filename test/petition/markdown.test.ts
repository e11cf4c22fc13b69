import { describe, expect, it } from 'vitest';
import { parseMarkdown } from '../../src/petition/markdown.js';
import { plainText } from '../../src/petition/plain.js';

const read = (source: string) => parseMarkdown(source, new Map());

describe('Markdown', () => {
  it('leaves words as they are that only look like an address apart from its link', () => {
    const { blocks, problems } = read('Sources:\n[1]: https://example.org/a, and [2] below');
    expect(problems).toEqual([]);
    expect(plainText(blocks)).toBe('Sources: [1]: https://example.org/a, and [2] below');
  });

  it.each([
    ['https://example.org/a?b=c#d', 'https://example.org/a?b=c#d'],
    ['https://münchen.example', 'https://xn--mnchen-3ya.example/'],
    ['https://example.org/حرية', 'https://example.org/%D8%AD%D8%B1%D9%8A%D8%A9'],
    ['mailto:a@example.org?subject=Two%20words', 'mailto:a@example.org?subject=Two%20words'],
  ])('gives %s a form that every chat takes', (written, url) => {
    const { blocks, problems } = read(`[words](${written})`);
    expect(problems).toEqual([]);
    expect(blocks).toEqual([
      { kind: 'paragraph', children: [{ kind: 'link', url, children: [{ kind: 'text', text: 'words' }] }] },
    ]);
  });

  it('prints no address whose signs could change what a terminal shows', () => {
    const problems = read('[a](http://example.org/%1B[31m) and [b](http://example.org/%E2%80%AEa)').problems;
    expect(problems.map(({ problem }) => problem)).toEqual([
      'a link leads to "http://example.org/%1B%5B31m"',
      'a link leads to "http://example.org/%E2%80%AEa"',
    ]);
  });
});
