import { describe, expect, it } from 'vitest';
import { storable, Unstorable } from '../../src/storage/storable.js';

describe('a text for the database', () => {
  it.each(['', 'plain', 'ناصر', '👩‍🏫', '\u{10ffff}', '\ufffd'])('may be %j', (text) => {
    expect(storable(text, 100)).toBe(text);
  });

  it.each([
    ['a NUL character', 'secret\0'],
    ['the first half of a character', 'secret\ud83d'],
    ['the second half of a character', '\udc00secret'],
    ['more bytes than fit', `secret${'ü'.repeat(48)}`],
  ])('may not have %s; the error does not repeat it', (_, text) => {
    expect(() => storable(text, 100)).toThrow(Unstorable);
    expect(() => storable(text, 100)).not.toThrow(/secret/);
  });
});
