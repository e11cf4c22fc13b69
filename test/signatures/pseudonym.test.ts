import { createHmac, randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { prefixOf, pseudonyms } from '../../src/signatures/pseudonym.js';

const pepper = Buffer.alloc(32, 7);
const ids = pseudonyms(pepper, 'zefzafi');
const someone = { channel: 'slack', tenant: 'T1', id: '42' };

describe('a pseudonym', () => {
  it('is the same each time, so that stored rows are found again', () => {
    const known = createHmac('sha256', pepper)
      .update('[1,"signature","zefzafi","slack","T1","42"]')
      .digest('base64url');
    expect(ids.of('signature', someone)).toBe(known);
    expect(known).toHaveLength(43);
  });

  it('differs with the purpose, petition, platform, team, id and pepper', () => {
    const all = [
      ids.of('signature', someone),
      ids.of('conversation', someone),
      ids.of('tag', someone),
      ids.of('receipt', someone),
      ids.of('receipt', someone, 'nonce'),
      pseudonyms(pepper, 'another').of('signature', someone),
      pseudonyms(randomBytes(32), 'zefzafi').of('signature', someone),
      ids.of('signature', { ...someone, channel: 'web' }),
      ids.of('signature', { ...someone, tenant: 'T2' }),
      ids.of('signature', { ...someone, id: '43' }),
    ];
    expect(new Set(all).size).toBe(all.length);
  });

  it('never depends on where one part ends and the next begins', () => {
    const part = fc.string({ unit: fc.constantFrom('a', '"', ',', '\\', '\0', '\ud800', ' ', '[') });
    fc.assert(
      fc.property(part, part, part, part, part, part, (a, b, c, d, e, f) => {
        fc.pre(a !== d || b !== e || c !== f);
        expect(ids.of('signature', { channel: a, tenant: b, id: c })).not.toBe(
          ids.of('signature', { channel: d, tenant: e, id: f }),
        );
      }),
    );
  });

  it('is shortened to six characters for the log', () => {
    expect(prefixOf(ids.of('signature', someone))).toHaveLength(6);
  });
});
