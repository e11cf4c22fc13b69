import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { splitAtParagraphs } from '../../../src/channel/kit/split.js';

describe('a text that is too long for one message', () => {
  test('is broken between paragraphs, as late as it can be', () => {
    expect(splitAtParagraphs(['aaa', 'bbb', 'ccc'], 8)).toEqual(['aaa\n\nbbb', 'ccc']);
  });

  test('is broken between words where one paragraph is too long by itself', () => {
    expect(splitAtParagraphs(['one two three'], 8)).toEqual(['one two', 'three']);
  });

  test('never loses a word, never exceeds the limit, never cuts a character in two', () => {
    const paragraph = fc.stringMatching(/^[a-zé🙂 ]{1,40}$/u);
    fc.assert(
      fc.property(fc.array(paragraph), fc.integer({ min: 2, max: 20 }), (paragraphs, limit) => {
        const texts = splitAtParagraphs(paragraphs, limit);
        for (const text of texts) {
          expect(text.length).toBeLessThanOrEqual(limit);
          expect(Buffer.from(text).toString()).toBe(text);
        }
        const letters = (all: readonly string[]) => all.join('').replace(/\s/g, '');
        expect(letters(texts)).toBe(letters(paragraphs));
      }),
    );
  });
});
