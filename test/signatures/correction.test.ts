import { beforeEach, expect, it } from 'vitest';
import type { Change } from '../../src/petition/change.js';
import { collect } from '../../src/signatures/export/collect.js';
import { openDatabaseSource } from '../../src/signatures/export/database-source.js';
import { makeKeys } from '../../src/signatures/keys.js';
import type { Ledger } from '../../src/signatures/ledger.js';
import { eraseWhenDue } from '../../src/signatures/retention.js';
import { onEachDatabase, type Rows, rowsOf } from '../support/databases.js';
import { day } from '../support/day.js';
import { act, EVIDENCE, ledgerOn, person, signing, type Talk, TODAY, turn } from '../support/people.js';
import { selecting, taken } from '../support/quarantines.js';

const LATER = day('2026-03-05');
const NEW_EVIDENCE = {
  ...EVIDENCE,
  texts: { ...EVIDENCE.texts, letter: { locale: 'ar', version: '9'.repeat(64) } },
  name: { day: LATER },
};
const correcting = (name: string | null): Change => ({
  kind: 'correct',
  name,
  button: 'name.typed',
  evidence: NEW_EVIDENCE,
});
const SUBSCRIBE: Change = {
  kind: 'subscribe',
  locale: 'fr',
  evidence: { text: { locale: 'fr', version: 'e'.repeat(64) }, day: TODAY, button: 'updates.yes' },
};

const amal = person('amal');

onEachDatabase('a corrected name', (test) => {
  let ledger: Ledger<Talk>;
  let rows: Rows;
  let schema: string;
  let identity: string;

  beforeEach(async () => {
    schema = test.newSchema();
    rows = rowsOf(test, schema);
    const keys = await makeKeys();
    identity = keys.identity;
    ledger = ledgerOn({ database: test.database, schema, recipients: [keys.recipient] });
    await act(ledger, amal, () => signing({ name: 'Amal Benani', source: 'poster' }));
  });

  /** All names in the database, as an export opens them. */
  async function names(): Promise<readonly (string | null)[]> {
    const source = await openDatabaseSource(test.database, schema, { petition: 'zefzafi', preview: false });
    const found = await collect(source, [identity], { status: null, channels: null, locales: null });
    expect(found.unopened).toEqual([]);
    return found.signatures.map(({ name }) => name);
  }

  const counted = () =>
    rows(`SELECT key, receipt_key, channel, locale, source, age, status, set_aside_by::text, day::text
          FROM @signatures`);
  const tally = () => rows('SELECT dimension, value, movement, count::int FROM @tally ORDER BY 1, 2, 3');

  it('replaces the old one; what is counted, the receipt and the day stay', async () => {
    const before = { row: await counted(), tally: await tally(), own: (await ledger.read(amal)).signature };
    await act(ledger, amal, () => correcting('Amal Bennani'));
    expect(await names()).toEqual(['Amal Bennani']);
    expect(await counted()).toEqual(before.row);
    expect(await tally()).toEqual(before.tally);
    expect(await ledger.counted()).toBe(1);
    expect((await ledger.read(amal)).signature).toEqual({ ...before.own, evidence: NEW_EVIDENCE });
    expect(await ledger.reconcile()).toEqual([]);
  });

  it('can be left out, and given again', async () => {
    await act(ledger, amal, () => correcting(null));
    expect(await names()).toEqual([null]);
    await act(ledger, amal, () => correcting('Amal'));
    expect(await names()).toEqual(['Amal']);
  });

  it('leaves a signature set aside, and does not set one aside whose source is held', async () => {
    const { quarantines } = ledger.staff;
    const by = 'keyed';
    const selection = selecting({ source: 'poster' });
    const others = Array.from({ length: 9 }, (_, number) => person(number));
    for (const who of others) await act(ledger, who, () => signing({ source: 'poster' }));
    const { fingerprint } = taken(await quarantines.count(selection));
    await quarantines.setAside({ selection, hold: true, reason: 'a test', by, expected: fingerprint });
    for (const who of others) await act(ledger, who, () => ({ kind: 'withdraw' }));
    const before = await counted();
    expect(before).toMatchObject([{ status: 'set-aside', set_aside_by: '{1}' }]);
    await act(ledger, amal, () => correcting('Amal Bennani'));
    expect(await counted()).toEqual(before);
    expect(await ledger.counted()).toBe(0);
    expect((await ledger.read(amal)).signature?.status).toBe('set-aside');
    await quarantines.release({ number: 1, by, expected: null });
    expect(await ledger.counted()).toBe(1);
    await act(ledger, amal, () => correcting('Amal B.'));
    expect(await ledger.counted()).toBe(1);
    expect(await ledger.reconcile()).toEqual([]);
  });

  it('keeps the subscription to updates', async () => {
    await act(ledger, amal, () => SUBSCRIBE);
    await act(ledger, amal, () => correcting('Amal Bennani'));
    expect((await ledger.read(amal)).updates).not.toBeNull();
  });

  it('comes to nothing if the signature was withdrawn by its receipt meanwhile', async () => {
    const reading = await ledger.read(amal);
    const receipt = reading.signature?.receipt ?? '';
    await act(ledger, person('thief'), () => ({ kind: 'withdraw-by-receipt', receipt }));
    expect(await turn(ledger, reading, correcting('Amal Bennani'))).toBe('stale');
    expect(await counted()).toEqual([]);
    expect(await ledger.counted()).toBe(0);
  });

  it('never brings back a signature that is withdrawn in the same statement', async () => {
    const reading = await ledger.read(amal);
    const receipt = reading.signature?.receipt ?? '';
    const other = await ledger.read(person('thief'));
    const done = await Promise.all([
      turn(ledger, reading, correcting('Amal Bennani')),
      turn(ledger, other, { kind: 'withdraw-by-receipt', receipt }),
    ]);
    expect(done[1]).toBe('saved');
    expect(await counted()).toEqual([]);
    expect(await ledger.counted()).toBe(0);
    expect(await ledger.reconcile()).toEqual([]);
  });

  it('and other signatures go in one statement, with their keys', async () => {
    const readings = await Promise.all([amal, person('nora')].map((who) => ledger.read(who)));
    const changes = [correcting('Amal Bennani'), signing({ name: 'Nora' })];
    await Promise.all(readings.map((reading, index) => turn(ledger, reading, changes[index])));
    expect([...(await names())].sort()).toEqual(['Amal Bennani', 'Nora']);
    expect(await ledger.counted()).toBe(2);
  });

  it('comes to nothing if the names were erased meanwhile', async () => {
    const reading = await ledger.read(amal);
    expect(reading.signature?.sealed).toBe(true);
    const settings = { retentionDays: 30, keepUntil: TODAY };
    await eraseWhenDue({ database: test.database, schema, ledger, settings, today: TODAY });
    expect(await turn(ledger, reading, correcting('Amal Bennani'))).toBe('stale');
    expect((await ledger.read(amal)).signature?.sealed).toBe(false);
    expect(await rows("SELECT key FROM @signatures WHERE data_key <> ''")).toEqual([]);
  });

  it('needs a signature', async () => {
    const reading = await ledger.read(person('nobody'));
    await expect(turn(ledger, reading, correcting('Nobody'))).rejects.toThrow(RangeError);
    expect(await ledger.counted()).toBe(1);
  });

  it('is one of two when two devices correct it at once, and a withdrawal is never lost', async () => {
    for (let round = 0; round < 10; round += 1) {
      await act(ledger, amal, ({ signature }) => (signature === null ? signing() : { kind: 'none' }));
      await Promise.all([
        act(ledger, amal, ({ signature }) => (signature === null ? { kind: 'none' } : correcting('One'))),
        act(ledger, amal, ({ signature }) => (signature === null ? { kind: 'none' } : correcting('Two'))),
        act(ledger, amal, () => ({ kind: 'withdraw' })),
      ]);
      expect(await counted()).toEqual([]);
      expect(await ledger.counted()).toBe(0);
    }
  });
});
