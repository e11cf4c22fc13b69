import pg from 'pg';
import { pino } from 'pino';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { watchDatabase } from '../src/database-watch.js';
import { createTotalWatch } from '../src/signatures/total-watch.js';
import { openServer } from '../src/storage/server.js';
import { hasOnlyAsynchronousStandbys } from '../src/storage/standbys.js';
import { onEachDatabase, rowsOf } from './support/databases.js';
import { standbyOf } from './support/fallback.js';
import { act, ledgerOn, person, signOnce } from './support/people.js';
import { once, startPostgres } from './support/postgres.js';

interface Line {
  readonly level: number;
  readonly msg: string;
  readonly [field: string]: unknown;
}

/** A log whose lines are kept. */
function keptLog() {
  const lines: Line[] = [];
  const log = pino({ level: 'info', base: null }, { write: (line) => void lines.push(JSON.parse(line)) });
  return { log, lines };
}

onEachDatabase('the watch on the total', (test) => {
  it('says nothing of signatures, withdrawals and quarantines', async () => {
    const schema = test.newSchema();
    const { log, lines } = keptLog();
    const ledger = ledgerOn({ database: test.database, schema });
    await ledger.ready();
    const look = createTotalWatch(test.database.query, schema, log);
    await look();
    for (const id of ['1', '2', '3']) await act(ledger, person(id), signOnce());
    await look();
    for (const id of ['1', '2']) await act(ledger, person(id), () => ({ kind: 'withdraw' }));
    await look();
    expect(lines).toEqual([]);
  });

  it('says both numbers where the database fell back to an earlier state', async () => {
    const schema = test.newSchema();
    const { log, lines } = keptLog();
    const ledger = ledgerOn({ database: test.database, schema });
    await act(ledger, person('1'), signOnce());
    const failover = await standbyOf(rowsOf(test, schema));
    for (const id of ['2', '3']) await act(ledger, person(id), signOnce());
    await act(ledger, person('1'), () => ({ kind: 'withdraw' }));
    const look = createTotalWatch(test.database.query, schema, log);
    await look();
    await failover();
    await look();
    await look();
    // Three had signed, of whom the database now knows one.
    expect(lines).toMatchObject([{ before: 2, now: 1, lost: 2 }]);
  });
});

describe('the watch on the database', () => {
  const ends: (() => Promise<unknown>)[] = [];
  afterEach(async () => {
    for (const end of ends.splice(0).reverse()) await end();
  });

  async function begin(settings: Readonly<Record<string, string>> = {}) {
    const postgres = await startPostgres({ settings });
    ends.push(postgres.remove);
    const database = openServer(postgres.url);
    ends.push(database.close);
    const schema = 'petition_watched';
    const ledger = ledgerOn({ database, schema });
    await ledger.ready();
    const { log, lines } = keptLog();
    return {
      postgres,
      database,
      schema,
      lines,
      watch() {
        const stop = new AbortController();
        const done = watchDatabase({ database, watched: [{ schema, ledger }], log, lookMs: 20 }, stop.signal);
        ends.push(async () => {
          stop.abort();
          await done;
        });
      },
    };
  }

  it('says once, in words, that the tables are gone, and that they are back', async () => {
    const { database, schema, lines, watch } = await begin();
    watch();
    await database.query(`ALTER SCHEMA ${schema} RENAME TO elsewhere`);
    await vi.waitUntil(() => lines.length > 0);
    expect(lines[0]).toMatchObject({ level: 50, code: 'schema-missing' });
    expect(lines[0]?.msg).toContain('restore the backup');
    await database.query(`ALTER SCHEMA elsewhere RENAME TO ${schema}`);
    await vi.waitUntil(() => lines.length > 1);
    expect(lines.slice(1).map(({ msg }) => msg)).toEqual(['the right database is back']);
  });

  it('warns of a standby that no commit waits for', async () => {
    const { postgres, lines, watch } = await begin();
    await follow(postgres.url);
    watch();
    await vi.waitUntil(() => lines.length > 0);
    expect(lines).toMatchObject([{ level: 40, msg: expect.stringContaining('synchronous_standby_names') }]);
  });

  it('goes by the settings where the role may not see which kind a standby is', async () => {
    const { postgres } = await begin();
    await follow(postgres.url);
    await once(postgres.url, 'CREATE ROLE guest LOGIN');
    const guest = openServer(postgres.url.replace('postgres@', 'guest@'));
    ends.push(guest.close);
    expect(await guest.query('SELECT sync_state FROM pg_stat_replication')).toEqual([{ sync_state: null }]);
    expect(await hasOnlyAsynchronousStandbys(guest.query)).toBe(true);
    await once(postgres.url, `ALTER SYSTEM SET synchronous_standby_names = 'ANY 1 (*)'`);
    await once(postgres.url, 'SELECT pg_reload_conf()');
    await vi.waitUntil(async () => !(await hasOnlyAsynchronousStandbys(guest.query)), { timeout: 10_000 });
  });

  it('does not warn where no standby follows', async () => {
    const { database } = await begin();
    expect(await hasOnlyAsynchronousStandbys(database.query)).toBe(false);
  });

  it('does not warn of an archive of WAL, or of what follows changes of rows', async () => {
    const { postgres, database } = await begin({ wal_level: 'logical' });
    await follow(postgres.url, 'true&application_name=pg_receivewal');
    const reader = await follow(postgres.url, 'database');
    await once(postgres.url, 'CREATE PUBLICATION rows FOR ALL TABLES');
    await reader.query('CREATE_REPLICATION_SLOT reader TEMPORARY LOGICAL pgoutput');
    const options = "(proto_version '1', publication_names 'rows')";
    reader.query(`START_REPLICATION SLOT reader LOGICAL 0/0 ${options}`).catch(() => undefined);
    const followers = 'SELECT FROM pg_stat_replication r JOIN pg_replication_slots s ON s.active_pid = r.pid';
    await vi.waitUntil(async () => (await once(postgres.url, followers)).length === 1);
    expect(await hasOnlyAsynchronousStandbys(database.query)).toBe(false);
    // It would wait for the end of what it reads.
    await once(postgres.url, 'SELECT pg_terminate_backend(active_pid) FROM pg_replication_slots');
  });

  /** Connects as a standby does, or as others that ask for WAL. */
  async function follow(url: string, replication = 'true'): Promise<pg.Client> {
    const standby = new pg.Client({ connectionString: `${url}&replication=${replication}` });
    standby.on('error', () => undefined);
    await standby.connect();
    ends.push(() => standby.end());
    return standby;
  }
});
