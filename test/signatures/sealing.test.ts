import { randomBytes } from 'node:crypto';
import { generateIdentity, identityToRecipient } from 'age-encryption';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createDataKeys, unwrap } from '../../src/signatures/data-keys.js';
import {
  type NameChoice,
  openSealed,
  openSealedV1,
  type SealedFor,
  seal,
} from '../../src/signatures/sealing.js';

const named = (name: string | null): NameChoice => ({
  name,
  button: name === null ? 'name.anonymous' : 'name.typed',
});
const place: SealedFor = {
  petition: 'zefzafi',
  signature: 'pseudonym',
  nonce: 'nonce',
  fingerprint: 'of what was agreed to',
};

describe('a sealed name', () => {
  const key = randomBytes(32);

  it('opens as it was', () => {
    const names = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(names, (name) => {
        expect(openSealed(key, seal(key, named(name), place), place)).toEqual(named(name));
      }),
    );
    expect(openSealed(key, seal(key, named(null), place), place)).toEqual(named(null));
  });

  it('has the same length for every person and every button', () => {
    const names = [null, 'A', 'ناصر الزفزافي', 'x'.repeat(400), 'ü'.repeat(200)];
    expect(new Set(names.map((name) => seal(key, named(name), place).length)).size).toBe(1);
  });

  it('differs each time', () => {
    expect(seal(key, named('Ana'), place)).not.toBe(seal(key, named('Ana'), place));
  });

  it('refuses a name that is too long to hide', () => {
    expect(() => seal(key, named('x'.repeat(401)), place)).toThrow(RangeError);
  });

  it('opens only for its own row and under its own key', () => {
    const sealed = seal(key, named('Ana'), place);
    const others: SealedFor[] = [
      { ...place, petition: 'another' },
      { ...place, signature: 'another' },
      { ...place, nonce: 'another' },
      { ...place, fingerprint: 'of something else' },
    ];
    for (const other of others) expect(() => openSealed(key, sealed, other)).toThrow();
    // Nor does it pass for one of the first version, which is not bound to what was agreed to.
    expect(() => openSealedV1(key, sealed, place)).toThrow();
    expect(() => openSealed(randomBytes(32), sealed, place)).toThrow();
  });

  it('does not open if a single bit changed or its end is missing', () => {
    const sealed = Buffer.from(seal(key, named('Ana'), place), 'base64');
    for (const at of [0, 11, 12, 200, sealed.length - 1]) {
      const changed = Buffer.from(sealed);
      changed.writeUInt8(changed.readUInt8(at) ^ 1, at);
      expect(() => openSealed(key, changed.toString('base64'), place), `byte ${at}`).toThrow();
    }
    expect(() => openSealed(key, sealed.subarray(0, -1).toString('base64'), place)).toThrow();
    expect(() => openSealed(key, '', place)).toThrow();
  });
});

describe('data keys', () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  const NOON = new Date('2026-03-01T12:00:00Z');

  async function withIdentity(now = () => NOON) {
    const identity = await generateIdentity();
    return { identity, keys: createDataKeys([await identityToRecipient(identity)], now) };
  }

  it('let the offline identity read the name, and nobody else', async () => {
    const { identity, keys } = await withIdentity();
    const { sealed, dataKey } = await keys.seal(named('Nasser'), place);
    expect(dataKey).toMatchObject({ day: '2026-03-01' });
    expect(dataKey.wrapped).toContain('BEGIN AGE ENCRYPTED FILE');
    expect(openSealed(await unwrap(dataKey.wrapped, identity), sealed, place)).toEqual(named('Nasser'));
    await expect(unwrap(dataKey.wrapped, await generateIdentity())).rejects.toThrow();
    keys.close();
  });

  it('can be opened by each of several recipients', async () => {
    const identities = [await generateIdentity(), await generateIdentity()];
    const recipients = await Promise.all(identities.map((identity) => identityToRecipient(identity)));
    const keys = createDataKeys(recipients, () => NOON);
    const { sealed, dataKey } = await keys.seal(named('Nasser'), place);
    for (const identity of identities) {
      expect(openSealed(await unwrap(dataKey.wrapped, identity), sealed, place)).toEqual(named('Nasser'));
    }
    keys.close();
  });

  it('are replaced after an hour', async () => {
    const { keys } = await withIdentity();
    const together = await Promise.all([1, 2, 3].map((n) => keys.seal(named(`name ${n}`), place)));
    await vi.advanceTimersByTimeAsync(59 * 60_000);
    together.push(await keys.seal(named('still'), place));
    expect(new Set(together.map(({ dataKey }) => dataKey)).size).toBe(1);

    await vi.advanceTimersByTimeAsync(60_000);
    const later = await keys.seal(named('later'), place);
    expect(later.dataKey.id).not.toBe(together[0]?.dataKey.id);
    keys.close();
  });

  it('are replaced after an hour of clock time, even if the machine slept and no timer ran', async () => {
    let now = NOON;
    const { keys } = await withIdentity(() => now);
    const before = await keys.seal(named('before'), place);
    now = new Date(NOON.getTime() + 60 * 60_000);
    const after = await keys.seal(named('after'), place);
    expect(after.dataKey.id).not.toBe(before.dataKey.id);
    keys.close();
  });
});
