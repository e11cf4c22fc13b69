import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { conversationCipher } from '../../src/signatures/conversation-cipher.js';

const pepper = randomBytes(32);
const cipher = conversationCipher(pepper);

describe('an encrypted conversation', () => {
  it('opens unchanged, in another process too', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const opened = conversationCipher(pepper).deserialize(cipher.serialize({ value }));
        expect(opened).toEqual({ value: JSON.parse(JSON.stringify(value)) });
      }),
    );
  });

  it('holds no plain text, and shows the length only roughly', () => {
    const short = cipher.serialize({ value: { draft: 'A' } });
    const longer = cipher.serialize({ value: { draft: 'A much longer draft than the other one' } });
    expect(Buffer.from(longer.slice(3), 'base64').toString('latin1')).not.toContain('draft');
    expect(longer).toHaveLength(short.length);
  });

  it('ignores the expiry that Keyv adds: the column decides', () => {
    const data = { value: 1, expires: 5 };
    expect(cipher.deserialize(cipher.serialize(data))).toEqual({ value: 1 });
  });

  it('does not open under another pepper, changed, or in another format', () => {
    const text = cipher.serialize({ value: 'x' });
    expect(conversationCipher(randomBytes(32)).deserialize(text)).toEqual({ value: null });
    const changed = `${text.slice(0, 40)}${text.charAt(40) === 'A' ? 'B' : 'A'}${text.slice(41)}`;
    for (const other of [changed, text.slice(0, 30), text.replace('c1.', 'c2.'), '', '{"value":"x"}']) {
      expect(cipher.deserialize(other)).toEqual({ value: null });
    }
  });
});
