import { describe, expect, it } from 'vitest';
import { storable, Unstorable } from '../../src/storage/storable.js';

describe('texts for the database', () => {
  it.each(['', 'plain', 'ناصر', '👩‍🏫', '\u{10ffff}', '\ufffd', 'x'.repeat(128)])('may be %j', (text) => {
    expect(() => storable([text], [text])).not.toThrow();
  });

  it.each([
    ['a NUL character', 'secret\0'],
    ['the first half of a character', 'secret\ud83d'],
    ['the second half of a character', '\udc00secret'],
    ['more bytes than fit', `secret${'ü'.repeat(40_000)}`],
  ])('may not have %s, as keys or as values; the error does not repeat it', (_, text) => {
    for (const [keys, values] of [
      [['good', text], []],
      [['good'], ['good', text]],
    ] as const) {
      expect(() => storable(keys, values)).toThrow(Unstorable);
      expect(() => storable(keys, values)).not.toThrow(/secret/);
    }
  });

  it('may not end or begin with half a character, even if the halves of two texts fit', () => {
    expect(() => storable(['\ud83d', '\udc69'], [])).toThrow(Unstorable);
  });

  it('may be longer as values than as keys', () => {
    expect(() => storable([], ['x'.repeat(129)])).not.toThrow();
    expect(() => storable(['x'.repeat(129)], [])).toThrow(Unstorable);
  });
});
