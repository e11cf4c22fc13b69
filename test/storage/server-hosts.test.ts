import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Database, StoreUnavailable } from '../../src/storage/database.js';
import { openServer } from '../../src/storage/server.js';
import { startPostgres, type TestPostgres } from '../support/postgres.js';
import { createDatabaseOn } from '../support/postgres-server.js';
import { type Pair, startPair } from '../support/standby.js';

/** The folder of a server's socket, as an address has it. */
const socketOf = ({ url }: TestPostgres) => url.split('?host=')[1] ?? '';

const opened: Database[] = [];

function open(servers: readonly TestPostgres[], parameters = '', connections = 3): Database {
  const database = openServer(`postgresql://postgres@/postgres?host=${servers.map(socketOf)}${parameters}`, {
    connections,
    connectTimeoutMs: 1_000,
    queryTimeoutMs: 500,
  });
  opened.push(database);
  return database;
}

/** Whether it is the primary that answers. */
async function isPrimary(database: Database): Promise<boolean> {
  const [row] = await database.query<{ standby: boolean }>('SELECT pg_is_in_recovery() AS standby');
  return row?.standby === false;
}

afterEach(async () => {
  await Promise.all(opened.splice(0).map((database) => database.close()));
});

describe('a database on a primary and its standby', () => {
  let pair: Pair;
  beforeAll(async () => {
    pair = await startPair();
  });
  afterAll(() => pair?.remove());

  it('writes to the primary, at any position in the list', async () => {
    for (const wanted of ['', '&target_session_attrs=read-write', '&target_session_attrs=primary']) {
      const database = open([pair.standby, pair.primary], wanted);
      expect(await Promise.all(Array.from({ length: 5 }, () => isPrimary(database)))).toEqual(
        Array.from({ length: 5 }, () => true),
      );
    }
  });

  it('uses the first server that answers if target_session_attrs is any', async () => {
    expect(await isPrimary(open([pair.standby, pair.primary], '&target_session_attrs=any'))).toBe(false);
  });

  it('is unavailable while only the standby runs, and the error says why', async () => {
    const database = open([pair.primary, pair.standby], '&target_session_attrs=read-write');
    await pair.primary.stop();
    for (let round = 0; round < 3; round += 1) {
      await expect(database.query('SELECT')).rejects.toMatchObject({
        name: 'StoreUnavailable',
        code: '25006',
      });
    }
    await pair.primary.start();
  });
});

describe('a database whose standby is promoted', () => {
  let pair: Pair;
  beforeEach(async () => {
    pair = await startPair();
  });
  afterEach(() => pair?.remove());

  it('works again with all rows once the standby is promoted', async () => {
    const database = open([pair.primary, pair.standby], '&target_session_attrs=read-write');
    await database.query('CREATE TABLE kept (n integer)');
    await database.query('INSERT INTO kept VALUES (1)');
    await pair.caughtUp();
    await pair.primary.stop();
    await expect(database.query('SELECT')).rejects.toThrow(StoreUnavailable);
    await pair.promote();
    await database.query('INSERT INTO kept VALUES (2)');
    expect(await database.query('SELECT n FROM kept ORDER BY n')).toEqual([{ n: 1 }, { n: 2 }]);
  });

  it('moves on when the primary hangs, even if all connections to it were in use', async () => {
    const database = open([pair.primary, pair.standby], '&target_session_attrs=read-write');
    await Promise.all(Array.from({ length: 3 }, () => database.query('SELECT pg_sleep(0.1)')));
    await pair.caughtUp();
    const goOn = await pair.primary.freeze();
    try {
      await pair.promote();
      await expect.poll(() => isPrimary(database).catch(String), { timeout: 30_000 }).toBe(true);
      // And it stays there, for every connection.
      expect(await Promise.all(Array.from({ length: 9 }, () => isPrimary(database)))).not.toContain(false);
    } finally {
      goOn();
    }
  });
});

describe('a database on several servers', () => {
  let first: TestPostgres;
  let second: TestPostgres;
  beforeAll(async () => {
    [first, second] = await Promise.all([startPostgres(), startPostgres()]);
    await createDatabaseOn(second.url, 'elsewhere');
  });
  afterAll(() => Promise.all([first?.remove(), second?.remove()]));

  it('stays on its server after an error in a statement or in its caller', async () => {
    const database = open([first, second], '&target_session_attrs=read-write');
    await database.query('CREATE TABLE here (n integer)');
    await expect(database.query('SELECT no_such_column')).rejects.toMatchObject({ code: '42703' });
    await expect(
      database.transaction(async () => {
        throw new RangeError('changed our mind');
      }),
    ).rejects.toThrow(RangeError);
    await expect(database.query('SELECT pg_sleep(2)')).rejects.toThrow(StoreUnavailable);
    expect(await database.query('SELECT n FROM here')).toEqual([]);
  });

  it('stays on its server while all its connections are busy', async () => {
    const database = open([first, second], '&target_session_attrs=read-write', 1);
    await database.query('CREATE TABLE busy (n integer)');
    const busy = database.transaction(
      async (query) => {
        await query('SELECT pg_sleep(1.5)');
      },
      { timeoutMs: 10_000 },
    );
    await expect(database.query('SELECT n FROM busy')).rejects.toMatchObject({ code: 'timeout' });
    await busy;
    expect(await database.query('SELECT n FROM busy')).toEqual([]);
  });

  it('does not ask the other servers if the first one has no such database', async () => {
    const database = openServer(
      `postgresql://postgres@/elsewhere?host=${socketOf(first)},${socketOf(second)}`,
    );
    opened.push(database);
    await expect(database.query('SELECT')).rejects.toMatchObject({ code: '3D000' });
    await expect(database.query('SELECT')).rejects.toMatchObject({ code: '3D000' });
  });
});
