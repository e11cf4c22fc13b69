import Keyv from 'keyv';
import { beforeEach, expect, it } from 'vitest';
import type { Day } from '../../src/day.js';
import { migrate } from '../../src/storage/migrate.js';
import { Unstorable } from '../../src/storage/storable.js';
import { openStore, type Store } from '../../src/storage/store.js';
import { onEachDatabase, type Rows, rowsOf } from '../support/databases.js';
import { day } from '../support/day.js';

const DAY_MS = 86_400_000;

onEachDatabase('Keyv on a table of ours', (test) => {
  let schema: string;
  let today: Day;
  let store: Store;
  let keyv: Keyv<unknown>;
  let rows: Rows;

  beforeEach(async () => {
    today = day('2026-03-01');
    schema = test.newSchema();
    await migrate(test.database, schema);
    store = openStore(test.database, schema, () => today, 30);
    keyv = new Keyv({ store: store.conversations, namespace: '', useKeyPrefix: false, throwOnErrors: true });
    rows = rowsOf(test, schema);
  });

  it('stores each value under its key', async () => {
    expect(await keyv.set('a', { words: 'ü \u0627 "{}\\,' })).toBe(true);
    expect(await keyv.get('a')).toEqual({ words: 'ü \u0627 "{}\\,' });
    expect(await keyv.get('b')).toBeUndefined();
    expect(await keyv.get(['b', 'a'])).toEqual([undefined, { words: 'ü \u0627 "{}\\,' }]);
    expect(await rows('SELECT key FROM @conversations')).toEqual([{ key: 'a' }]);
  });

  it('takes many entries in one statement; the last entry of a key wins', async () => {
    await keyv.setMany([
      { key: 'a', value: 1 },
      { key: 'b', value: 2 },
      { key: 'a', value: 3 },
    ]);
    expect(await keyv.get(['a', 'b'])).toEqual([3, 2]);
  });

  it('refuses a save over a row that was set since it was read', async () => {
    await keyv.set('a', 1);
    await keyv.set('a', 2);
    expect(await rows('SELECT revision FROM @conversations')).toEqual([{ revision: 2 }]);
  });

  it('keeps the day of expiry in a column, rounded up, and obeys only that', async () => {
    await keyv.set('a', 1, 30 * DAY_MS);
    await keyv.set('b', 1, 1);
    await keyv.set('c', 1);
    expect(await rows('SELECT key, expires::text AS expires FROM @conversations ORDER BY key')).toEqual([
      { key: 'a', expires: '2026-04-01' },
      { key: 'b', expires: '2026-03-03' },
      { key: 'c', expires: null },
    ]);
    today = day('2026-03-02');
    expect(await store.conversations.has('b')).toBe(true);
    today = day('2026-03-03');
    expect(await keyv.has('b')).toBe(false);
    expect(await store.conversations.get('b')).toBeUndefined();
    expect(await store.conversations.has('a')).toBe(true);
  });

  it('really deletes, also expired rows, and tells whether there was a row', async () => {
    await keyv.set('a', 1);
    await keyv.set('b', 1, DAY_MS);
    today = day('2026-04-01');
    expect(await keyv.delete('b')).toBe(false);
    expect(await keyv.delete('a')).toBe(true);
    expect(await keyv.delete('a')).toBe(false);
    expect(await rows('SELECT FROM @conversations')).toEqual([]);
  });

  it('lists exactly its rows, also over many pages', async () => {
    const keys = Array.from({ length: 1201 }, (_, index) => `key ${String(index).padStart(4, '0')}`);
    await keyv.setMany(keys.map((key) => ({ key, value: key })));
    await keyv.set('key 0600', 'gone', DAY_MS);
    today = day('2026-04-01');
    const listed: unknown[] = [];
    for await (const [key, value] of keyv.iterator?.({}) ?? []) {
      expect(value).toBe(key);
      listed.push(key);
    }
    expect(listed).toEqual(keys.filter((key) => key !== 'key 0600'));
  });

  it('clears exactly one namespace', async () => {
    const inNamespace = new Keyv({ store: store.conversations, namespace: 'a_b', throwOnErrors: true });
    await inNamespace.set('x', 1);
    await rows("INSERT INTO @conversations VALUES ('acb:x', '1', 1), ('a_b', '1', 1)");
    await inNamespace.clear();
    expect(await rows('SELECT key FROM @conversations ORDER BY key')).toEqual([
      { key: 'a_b' },
      { key: 'acb:x' },
    ]);
    const whole = openStore(test.database, schema, () => today, 30).conversations;
    await new Keyv({ store: whole, namespace: '', useKeyPrefix: false, throwOnErrors: true }).clear();
    expect(await rows('SELECT FROM @conversations')).toEqual([]);
  });

  it('adds a row once', async () => {
    const added = await Promise.all([1, 2, 3].map((value) => store.settings.add('key', String(value))));
    expect(added.filter(Boolean)).toHaveLength(1);
    expect(await store.settings.get('key')).toBe(String(added.indexOf(true) + 1));
  });

  it('can not write a signature: only a commit does', async () => {
    const signatures = new Keyv({
      store: store.signatures,
      namespace: '',
      useKeyPrefix: false,
      throwOnErrors: true,
    });
    await expect(signatures.set('a', 1)).rejects.toThrow();
    await expect(store.signatures.add('a', '1')).rejects.toThrow();
    expect(await rows('SELECT FROM @signatures')).toEqual([]);
  });

  it.each([
    ['a NUL', 'a\0b'],
    ['half a character', 'a\ud800b'],
    ['too many characters', 'a'.repeat(129)],
  ])('refuses a key with %s, and serves concurrent requests', async (_, key) => {
    await keyv.set('good', 1);
    const outcomes = await Promise.allSettled([keyv.get('good'), keyv.get(key), keyv.get('good')]);
    expect(outcomes).toEqual([
      { status: 'fulfilled', value: 1 },
      { status: 'rejected', reason: expect.any(Unstorable) },
      { status: 'fulfilled', value: 1 },
    ]);
    await expect(keyv.set(key, 1)).rejects.toThrow(Unstorable);
    await expect(keyv.delete(key)).rejects.toThrow(Unstorable);
  });

  it('makes no table of its own', async () => {
    expect(await rows("SELECT FROM pg_tables WHERE tablename = 'keyv'")).toEqual([]);
  });
});
