import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Change } from '../../src/petition/change.js';
import { type Contact, contactIn, contactRow } from '../../src/signatures/contacts.js';
import type { Ledger } from '../../src/signatures/ledger.js';
import { rowCipher } from '../../src/signatures/row-cipher.js';
import { readTables } from '../../src/storage/backup/dump.js';
import { type TableRows, writeBackupFile } from '../../src/storage/backup/file.js';
import { type RestoreOptions, restoreBackup } from '../../src/storage/backup/restore.js';
import { onEachDatabase, type Rows, rowsOf } from '../support/databases.js';
import { day } from '../support/day.js';
import {
  act,
  ledgerOn,
  PEPPER,
  person,
  RECIPIENT,
  signing,
  type Talk,
  TODAY,
  turn,
} from '../support/people.js';

const EVIDENCE = { text: { locale: 'fr', version: 'e'.repeat(64) }, day: TODAY, button: 'updates.yes' };
const SUBSCRIBE: Change = { kind: 'subscribe', locale: 'fr', evidence: EVIDENCE };
const UNSUBSCRIBE: Change = { kind: 'unsubscribe' };

describe('the stored way to reach a person', () => {
  const cipher = rowCipher(PEPPER, 'zefzafi', 'contact');
  const amal: Contact = { person: person('9007199254740993'), locale: 'ar', evidence: EVIDENCE };

  it('opens unchanged with the pepper', () => {
    expect(contactIn(cipher, contactRow(cipher, 'key', amal))).toEqual({ version: 1, ...amal });
  });

  it('opens only for its own row, pepper and petition', () => {
    const row = contactRow(cipher, 'key', amal);
    expect(contactIn(cipher, { ...row, key: 'another' })).toBeNull();
    expect(contactIn(rowCipher(randomBytes(32), 'zefzafi', 'contact'), row)).toBeNull();
    expect(contactIn(rowCipher(PEPPER, 'another', 'contact'), row)).toBeNull();
    const bytes = Buffer.from(row.value, 'base64');
    bytes.writeUInt8(bytes.readUInt8(40) ^ 1, 40);
    expect(contactIn(cipher, { ...row, value: bytes.toString('base64') })).toBeNull();
    expect(contactIn(cipher, { ...row, value: '' })).toBeNull();
  });

  it('has the same length for every person and language', () => {
    const others: Contact[] = [
      { ...amal, person: person('1') },
      { ...amal, locale: 'zh-Hant-TW' },
      { ...amal, person: person('1234567890123456789', 'discord') },
    ];
    const lengths = [amal, ...others].map((contact) => contactRow(cipher, 'key', contact).value.length);
    expect(new Set(lengths).size).toBe(1);
  });
});

onEachDatabase('updates', (test) => {
  let ledger: Ledger<Talk>;
  let rows: Rows;
  let schema: string;

  beforeEach(() => {
    schema = test.newSchema();
    ledger = ledgerOn({ database: test.database, schema });
    rows = rowsOf(test, schema);
  });

  const contacts = () => rows('SELECT key, value, channel, announced FROM @contacts ORDER BY key');
  const who = person('updates');
  const joined = async (one = who) => {
    await act(ledger, one, () => signing());
    await act(ledger, one, () => SUBSCRIBE);
  };

  it('start when a person asks for them, and stop at once', async () => {
    await act(ledger, who, () => signing());
    expect((await ledger.read(who)).updates).toBeNull();
    await act(ledger, who, () => SUBSCRIBE);
    expect((await ledger.read(who)).updates).toEqual({ evidence: EVIDENCE });
    expect((await ledger.read(person('somebody else'))).updates).toBeNull();
    await act(ledger, who, () => UNSUBSCRIBE);
    expect((await ledger.read(who)).updates).toBeNull();
    expect(await contacts()).toEqual([]);
  });

  it('leave no trace of the account in the database that can be read without the pepper', async () => {
    const id = '700000000123456789';
    await joined(person(id));
    const dump = JSON.stringify(await contacts());
    for (const trace of [id, Buffer.from(id).toString('base64').slice(1, -3), 'updates.yes', 'locale']) {
      expect(dump).not.toContain(trace);
    }
    const stranger = ledgerOn({ database: test.database, schema, recipients: [RECIPIENT] });
    const found = [];
    for await (const page of stranger.announcements.waiting(1)) found.push(...page);
    expect(found).toMatchObject([{ person: { id } }]);
    const [row] = await contacts();
    const other = rowCipher(randomBytes(32), 'zefzafi', 'contact');
    expect(contactIn(other, { key: String(row?.key), value: String(row?.value) })).toBeNull();
  });

  it('end with the signature, in the same commit', async () => {
    await joined();
    await act(ledger, who, () => ({ kind: 'withdraw' }));
    expect(await contacts()).toEqual([]);
    expect(await ledger.read(who)).toMatchObject({ signature: null, updates: null });
  });

  it('end with the signature, also if its receipt withdraws it from another account', async () => {
    await joined();
    const receipt = (await ledger.read(who)).signature?.receipt ?? '';
    await act(ledger, person('the same, elsewhere'), () => ({ kind: 'withdraw-by-receipt', receipt }));
    expect(await contacts()).toEqual([]);
  });

  it('are not kept if the signature is gone by then: the turn is stale and saves nothing', async () => {
    await joined(person('another'));
    await act(ledger, who, () => signing());
    const reading = await ledger.read(who);
    const receipt = reading.signature?.receipt ?? '';
    await act(ledger, person('elsewhere'), () => ({ kind: 'withdraw-by-receipt', receipt }));
    expect(await turn(ledger, reading, SUBSCRIBE, 'promised')).toBe('stale');
    expect(await ledger.read(who)).toMatchObject({ updates: null, conversation: { revision: 1 } });
    expect(await contacts()).toHaveLength(1);
  });

  it('can stop and start in one statement without failing the turns of other people', async () => {
    await joined(person('leaver'));
    await Promise.all(['joiner', 'withdrawn'].map((id) => act(ledger, person(id), () => signing())));
    const [leaver, joiner, gone] = await Promise.all(
      ['leaver', 'joiner', 'withdrawn'].map((id) => ledger.read(person(id))),
    );
    const reader = await ledger.read(person('reader'));
    if (leaver === undefined || joiner === undefined || gone === undefined)
      throw new Error('three were read');
    const receipt = gone.signature?.receipt ?? '';
    const outcomes = await Promise.all([
      turn(ledger, leaver, UNSUBSCRIBE),
      turn(ledger, joiner, SUBSCRIBE),
      turn(ledger, gone, SUBSCRIBE),
      turn(ledger, reader, { kind: 'withdraw-by-receipt', receipt }),
    ]);
    expect(outcomes).toEqual(['saved', 'saved', 'saved', 'saved']);
    const [{ n } = { n: null }] = await rows(
      'SELECT count(*)::int AS n FROM @contacts c JOIN @signatures s USING (key)',
    );
    expect(n).toBe(1);
    expect(await contacts()).toHaveLength(1);
    expect((await ledger.read(person('joiner'))).updates).toEqual({ evidence: EVIDENCE });
  });

  it('bring no announcement twice to a person who stops them and asks again', async () => {
    await joined();
    const { number } = await ledger.announcements.begin('digest', TODAY);
    const waiting = async () => {
      const pages = [];
      for await (const page of ledger.announcements.waiting(number)) pages.push(...page);
      return pages;
    };
    expect(await waiting()).toHaveLength(1);
    await act(ledger, who, () => UNSUBSCRIBE);
    await act(ledger, who, () => SUBSCRIBE);
    expect(await waiting()).toEqual([]);
    expect(await ledger.announcements.begin('digest', day('2026-04-01'))).toMatchObject({
      number,
      begun: TODAY,
    });
    expect(await ledger.announcements.begin('another', TODAY)).toMatchObject({ number: number + 1 });
  });

  it('come back with a backup, except for signatures that were withdrawn during the backup', async () => {
    await joined();
    await joined(person('leaver'));
    const folder = await mkdtemp(join(tmpdir(), 'contacts-'));
    const file = join(folder, 'backup.gz');
    const { database } = test;
    const header = { petition: 'zefzafi', preview: false, migration: 3, madeAt: '2026-05-01T10:00:00.000Z' };
    await writeBackupFile(file, header, withdrawingAfterContacts(readTables(database, schema)));
    // Into a database that has lost everything.
    const empty = test.newSchema();
    const asked: RestoreOptions = {
      replace: false,
      newer: 'lose',
      withdrawn: 'bring-back',
      contacts: true,
      beside: [],
      settle: () => null,
    };
    const { contacts: read, signatures } = await restoreBackup(database, empty, file, asked);
    await rm(folder, { recursive: true });
    expect([read, signatures]).toEqual([2, 1]);
    schema = empty;
    ledger = ledgerOn({ database, schema });
    rows = rowsOf(test, schema);
    expect(await contacts()).toHaveLength(1);
    expect((await ledger.read(who)).updates).toEqual({ evidence: EVIDENCE });

    async function* withdrawingAfterContacts(tables: AsyncGenerator<TableRows>) {
      for await (const table of tables) {
        if (table.table === 'signatures') await act(ledger, person('leaver'), () => ({ kind: 'withdraw' }));
        yield table;
      }
    }
  });

  it('are claimed once, released only unchanged, and forgotten only while unclaimed', async () => {
    await joined();
    const { number } = await ledger.announcements.begin('digest', TODAY);
    const other = ledgerOn({ database: test.another(), schema });
    const [[recipient]] = [(await ledger.announcements.waiting(number).next()).value ?? []];
    if (recipient === undefined || recipient === null) throw new Error('somebody waits');
    const claims = [ledger, other].map((one) => one.announcements.claim(recipient, number));
    expect((await Promise.all(claims)).sort()).toEqual([false, true]);
    await ledger.announcements.release(recipient, number);
    expect(await other.announcements.claim(recipient, number)).toBe(true);
    await other.announcements.removeSubscriber(recipient);
    expect(await contacts()).toHaveLength(1);
    await other.announcements.release(recipient, number);
    await other.announcements.removeSubscriber(recipient);
    expect(await contacts()).toEqual([]);
    expect(await ledger.announcements.claim(recipient, number)).toBe(false);
    other.close();
  });
});

onEachDatabase('asking for updates while signatures are withdrawn', (test) => {
  const PEOPLE = 5;
  const SCHEDULES = 60;
  let processes: readonly Ledger<Talk>[];
  let rows: Rows;

  beforeAll(async () => {
    const schema = test.newSchema();
    rows = rowsOf(test, schema);
    processes = [test.database, test.another()].map((database) => ledgerOn({ database, schema }));
    for (const ledger of processes) await ledger.ready();
  });

  const deed = fc.record({
    who: fc.nat({ max: PEOPLE - 1 }),
    by: fc.nat({ max: 1 }),
    what: fc.constantFrom('sign', 'subscribe', 'unsubscribe', 'withdraw', 'by-receipt'),
  });

  async function applyMove({ who, by, what }: typeof deed extends fc.Arbitrary<infer T> ? T : never) {
    const ledger = processes[by];
    if (ledger === undefined) throw new RangeError('there are two processes');
    const one = person(who);
    if (what === 'by-receipt') {
      const { signature } = await ledger.read(one);
      const receipt = signature?.receipt ?? null;
      if (receipt === null) return;
      await act(ledger, person(`${who}, elsewhere`), () => ({ kind: 'withdraw-by-receipt', receipt }));
      return;
    }
    await act(ledger, one, ({ signature, updates }): Change => {
      if (signature === null) return what === 'sign' ? signing() : { kind: 'none' };
      if (what === 'subscribe' && updates === null) return SUBSCRIBE;
      if (what === 'unsubscribe') return UNSUBSCRIBE;
      return what === 'withdraw' ? { kind: 'withdraw' } : { kind: 'none' };
    });
  }

  it('fails no turn, and leaves no contact without its signature', { timeout: 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(deed, { minLength: 4, maxLength: 16 }), async (deeds) => {
        const results = await Promise.allSettled(deeds.map(applyMove));
        const failed = results.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []));
        expect(failed).toEqual([]);
        expect(
          await rows('SELECT key FROM @contacts WHERE key NOT IN (SELECT key FROM @signatures)'),
        ).toEqual([]);
        for (const ledger of processes) expect(await ledger.reconcile()).toEqual([]);
      }),
      { numRuns: SCHEDULES },
    );
  });
});
