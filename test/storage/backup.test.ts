import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { generateIdentity, identityToRecipient } from 'age-encryption';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { collect } from '../../src/signatures/export/collect.js';
import { openDatabaseSource } from '../../src/signatures/export/database-source.js';
import type { Ledger } from '../../src/signatures/ledger.js';
import { readTables } from '../../src/storage/backup/dump.js';
import { type TableRows, writeBackupFile } from '../../src/storage/backup/file.js';
import { type RestoreOptions, restoreBackup } from '../../src/storage/backup/restore.js';
import type { Database } from '../../src/storage/database.js';
import { SCHEMA_VERSION } from '../../src/storage/migrate.js';
import { openServer } from '../../src/storage/server.js';
import { act, ledgerOn, person, signing, signOnce, type Talk } from '../support/people.js';
import { createDatabase } from '../support/postgres.js';
import { selecting, taken } from '../support/quarantines.js';

const SCHEMA = 'petition_test';
/** Several pages of signatures. */
const PEOPLE = 2_500;
/** What happens between two pages of the backup, at least. */
const DEEDS = 30;
const HEADER = { petition: 'zefzafi', preview: false, migration: SCHEMA_VERSION };
const REPLACE: RestoreOptions = {
  replace: true,
  newer: 'lose',
  withdrawn: 'bring-back',
  contacts: true,
  beside: [],
  settle: () => null,
};

describe('a backup that is made while people sign and withdraw', () => {
  let folder: string;
  let file: string;
  let identity: string;
  let busy: Database;
  const opened: Database[] = [];

  async function newDatabase(): Promise<Database> {
    const database = openServer(await createDatabase());
    opened.push(database);
    return database;
  }

  async function bot(database: Database): Promise<Ledger<Talk>> {
    return ledgerOn({ database, schema: SCHEMA, recipients: [await identityToRecipient(identity)] });
  }

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'petition-backup-'));
    file = join(folder, 'backup.gz');
    identity = await generateIdentity();
    busy = await newDatabase();
    const ledger = await bot(busy);
    await Promise.all(
      Array.from({ length: PEOPLE }, (_, number) => act(ledger, someone(number), signed(number))),
    );
    await backUpWhileBusy();
  }, 120_000);
  afterAll(async () => {
    await Promise.all(opened.map((database) => database.close()));
    await rm(folder, { recursive: true });
  });

  const someone = (number: number) => person(number, number % 2 === 0 ? 'telegram' : 'discord');
  const signed = (number: number) =>
    signOnce({ source: number % 5 === 0 ? 'poster' : null, locale: number % 3 === 0 ? 'ar' : 'fr' });

  /** Each page waits until enough has happened since the page before. */
  async function backUpWhileBusy(): Promise<void> {
    let deeds = 0;
    const done = new AbortController();

    async function signAndWithdraw(writer: number): Promise<void> {
      // Another process, with a data key that did not exist when the backup began.
      const ledger = await bot(busy);
      for (let round = 0; !done.signal.aborted; round += 1) {
        const number = writer + 4 * round;
        await act(ledger, someone(PEOPLE + number), signed(number));
        if (number < PEOPLE) await act(ledger, someone(number), () => ({ kind: 'withdraw' }));
        deeds += 1;
      }
    }

    async function setAsideAndRelease(): Promise<void> {
      const { quarantines } = (await bot(busy)).staff;
      const selection = selecting({ source: 'poster' });
      while (!done.signal.aborted) {
        const order = { selection, hold: true, reason: '', by: 'staff', expected: null };
        const begun = taken(await quarantines.setAside(order));
        await quarantines.release({ number: begun.number, by: 'staff', expected: null });
      }
    }

    async function* slowly(tables: AsyncIterable<TableRows>): AsyncGenerator<TableRows> {
      for await (const { table, pages } of tables) yield { table, pages: slowPages(pages) };
    }
    async function* slowPages(
      pages: TableRows['pages'],
    ): TableRows['pages'] & AsyncGenerator<readonly string[]> {
      for await (const page of pages) {
        const enough = deeds + DEEDS;
        while (deeds < enough) await wait(5);
        yield page;
      }
    }

    const work = Promise.all([...[0, 1, 2, 3].map(signAndWithdraw), setAsideAndRelease()]);
    const header = { ...HEADER, madeAt: new Date().toISOString() };
    await Promise.race([work, writeBackupFile(file, header, slowly(readTables(busy, SCHEMA)))]);
    done.abort();
    await work;
  }

  async function expectAgreeing(database: Database): Promise<void> {
    const ledger = await bot(database);
    expect(await ledger.reconcile()).toEqual([]);
    const [rows] = await database.query<{ n: number }>(
      `SELECT count(*)::integer AS n FROM ${SCHEMA}.signatures WHERE status = 'counted'`,
    );
    expect(await ledger.counted()).toBe(rows?.n);
    const source = await openDatabaseSource(database, SCHEMA, { petition: 'zefzafi', preview: false });
    const everybody = { status: null, channels: null, locales: null };
    expect((await collect(source, [identity], everybody)).unopened).toEqual([]);
  }

  it('leaves the totals of the busy database exact', async () => {
    await expectAgreeing(busy);
  });

  it('has exact totals once it is restored, and keeps them exact', async () => {
    const database = await newDatabase();
    await restoreBackup(database, SCHEMA, file, { ...REPLACE, replace: false });
    await expectAgreeing(database);
    const ledger = await bot(database);
    await act(ledger, person('later'), () => signing());
    await act(ledger, someone(PEOPLE - 1), () => ({ kind: 'withdraw' }));
    await expectAgreeing(database);
  });

  it('has exact totals when newer signatures are kept, with and without withdrawn ones', async () => {
    const before = await (await bot(busy)).counted();
    await restoreBackup(busy, SCHEMA, file, { ...REPLACE, newer: 'keep', withdrawn: 'leave-out' });
    await expectAgreeing(busy);
    expect(await (await bot(busy)).counted()).toBe(before);
    await restoreBackup(busy, SCHEMA, file, { ...REPLACE, newer: 'keep' });
    await expectAgreeing(busy);
    expect(await (await bot(busy)).counted()).toBeGreaterThan(before);
  });

  it('has exact totals when withdrawn signatures are left out, and newer ones are lost', async () => {
    await restoreBackup(busy, SCHEMA, file, { ...REPLACE, withdrawn: 'leave-out' });
    await expectAgreeing(busy);
  });

  it('includes a quarantine that staff set just before it read the signatures', async () => {
    const database = await newDatabase();
    const ledger = await bot(database);
    for (let who = 0; who < 10; who += 1) await act(ledger, person(who), () => signing({ source: 'poster' }));
    async function* withQuarantine(): AsyncGenerator<TableRows> {
      for await (const tableRows of readTables(database, SCHEMA)) {
        if (tableRows.table === 'signatures') {
          const selection = selecting({ source: 'poster' });
          const order = { selection, hold: false, reason: '', by: 'staff', expected: null };
          await ledger.staff.quarantines.setAside(order);
        }
        yield tableRows;
      }
    }
    const other = join(folder, 'quarantine.gz');
    await writeBackupFile(other, { ...HEADER, madeAt: new Date().toISOString() }, withQuarantine());
    await restoreBackup(database, SCHEMA, other, REPLACE);
    expect((await ledger.breakdown()).status).toEqual({ 'set-aside': 10 });
    await expectAgreeing(database);
  });

  it('books the difference at the time of the backup, and keeps earlier bookings', async () => {
    const database = await newDatabase();
    const ledger = await bot(database);
    await act(ledger, person(1), () => signing({ source: 'poster' }));
    const [count, booked] = [
      `UPDATE ${SCHEMA}.tally SET count = 4 WHERE movement = 'signed' AND dimension IN ('all', 'source')`,
      `SELECT dimension, value, movement, since::text AS since, count::integer AS count FROM ${SCHEMA}.tally
       WHERE movement = 'left' ORDER BY dimension`,
    ];
    await database.query(count);
    const other = join(folder, 'other.gz');
    await writeBackupFile(
      other,
      { ...HEADER, madeAt: '2026-03-01T12:34:56.000Z' },
      readTables(database, SCHEMA),
    );
    await restoreBackup(database, SCHEMA, other, REPLACE);
    expect(await ledger.reconcile()).toEqual([]);
    expect(await database.query(booked)).toEqual([
      { dimension: 'all', value: '', movement: 'left', since: '2026-03-01 00:00:00', count: 3 },
      { dimension: 'source', value: 'poster', movement: 'left', since: '2026-03-01 12:00:00', count: 3 },
    ]);
  });
});
