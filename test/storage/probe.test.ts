import { describe, expect, it } from 'vitest';
import { createFailingCommits } from '../../src/signatures/failing-commits.js';
import { StoreUnavailable } from '../../src/storage/database.js';
import { openServer } from '../../src/storage/server.js';
import { onEachDatabase, rowsOf } from '../support/databases.js';
import { act, ledgerOn, person, signOnce, turn } from '../support/people.js';
import { createDatabase, once, startPostgres } from '../support/postgres.js';

onEachDatabase('whether a signature can be recorded', (test) => {
  function begin() {
    const schema = test.newSchema();
    return { schema, ledger: ledgerOn({ database: test.database, schema }), rows: rowsOf(test, schema) };
  }

  it('is tested without recording one', async () => {
    const { ledger, rows } = begin();
    await act(ledger, person('1'), signOnce());
    const held = async () => [
      await rows('SELECT * FROM @signatures ORDER BY key'),
      await rows('SELECT * FROM @conversations ORDER BY key'),
      await rows('SELECT * FROM @tally ORDER BY dimension, value, movement, since'),
      await rows('SELECT * FROM @settings ORDER BY key'),
      await rows('SELECT * FROM @data_keys ORDER BY id'),
    ];
    const before = await held();
    expect(await ledger.trouble()).toBeNull();
    expect(await held()).toEqual(before);
  });

  it.each([
    ['signatures take no row', 'ALTER TABLE @signatures ADD CHECK (false) NOT VALID', '23514'],
    ['conversations take no row', 'ALTER TABLE @conversations ADD CHECK (false) NOT VALID', '23514'],
    ['the tally takes no row', `ALTER TABLE @tally ADD CHECK (value <> 'probe') NOT VALID`, '23514'],
    ['a table is gone', 'DROP TABLE @tally', 'schema-missing'],
  ])('is false when %s', async (_, sql, code) => {
    const { ledger, rows } = begin();
    await ledger.ready();
    await rows(sql);
    expect(await ledger.trouble()).toBe(code);
  });

  it('is false after five failed commits in a row, and true again after one success', async () => {
    const { ledger, rows } = begin();
    const reading = await ledger.read(person('1'));
    await rows('ALTER TABLE @conversations RENAME TO hidden');
    for (let failed = 0; failed < 5; failed += 1) {
      await expect(turn(ledger, reading)).rejects.toBeInstanceOf(StoreUnavailable);
    }
    await rows('ALTER TABLE @hidden RENAME TO conversations');
    expect(await ledger.trouble()).toBe('commits-failing');
    expect(await turn(ledger, reading)).toBe('saved');
    expect(await ledger.trouble()).toBeNull();
  });
});

describe('on a server, whether a signature can be recorded', () => {
  it('is false at once while a table is locked', async () => {
    const database = openServer(await createDatabase());
    const ledger = ledgerOn({ database, schema: 'petition_locked' });
    try {
      await ledger.ready();
      await database.transaction(async (query) => {
        await query('LOCK TABLE petition_locked.signatures IN EXCLUSIVE MODE');
        expect(await ledger.trouble()).toBe('55P03');
      });
      expect(await ledger.trouble()).toBeNull();
    } finally {
      await database.close();
    }
  });

  it('is false if the role may not insert', async () => {
    const postgres = await startPostgres();
    const owner = openServer(postgres.url);
    const database = openServer(postgres.url.replace('postgres@', 'guest@'));
    try {
      await ledgerOn({ database: owner, schema: 'petition_guest' }).ready();
      await once(postgres.url, 'CREATE ROLE guest LOGIN');
      await once(
        postgres.url,
        `GRANT USAGE ON SCHEMA petition_guest TO guest;
         GRANT ALL ON ALL TABLES IN SCHEMA petition_guest TO guest;
         REVOKE INSERT ON petition_guest.signatures FROM guest`,
      );
      expect(await ledgerOn({ database, schema: 'petition_guest' }).trouble()).toBe('42501');
    } finally {
      await database.close();
      await owner.close();
      await postgres.remove();
    }
  });
});

describe('failing commits', () => {
  const refused = async () => {
    throw new StoreUnavailable('53100');
  };

  it('are forgotten a minute after the last one', async () => {
    let time = 0;
    const commits = createFailingCommits(() => time);
    for (let failed = 0; failed < 5; failed += 1) {
      await expect(commits.watch(refused)).rejects.toThrow('53100');
    }
    expect(commits.areFailing()).toBe(true);
    time = 60_000;
    expect(commits.areFailing()).toBe(false);
  });

  it('do not count if the row of one person caused them', async () => {
    const commits = createFailingCommits();
    const broken = Object.assign(new Error('a check failed'), { code: '23514' });
    for (let failed = 0; failed < 9; failed += 1) {
      await expect(commits.watch(() => Promise.reject(broken))).rejects.toThrow();
    }
    expect(commits.areFailing()).toBe(false);
  });

  it('count once a statement, for any number of people', async () => {
    const commits = createFailingCommits();
    const shared = new StoreUnavailable('57014');
    for (let person = 0; person < 20; person += 1) {
      await expect(commits.watch(() => Promise.reject(shared))).rejects.toThrow();
    }
    expect(commits.areFailing()).toBe(false);
  });
});
