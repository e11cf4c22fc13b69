import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type Database, StoreUnavailable, UnsuitableDatabase } from '../../src/storage/database.js';
import { openServer, type ServerOptions } from '../../src/storage/server.js';
import { once, startPostgres, type TestPostgres } from '../support/postgres.js';

describe('a database on a server', () => {
  let postgres: TestPostgres;
  const opened: Database[] = [];
  const open = (url = postgres.url, options: ServerOptions = {}) => {
    const database = openServer(url, options);
    opened.push(database);
    return database;
  };
  const dropConnections = () =>
    once(
      postgres.url,
      'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid()',
    );

  beforeAll(async () => {
    postgres = await startPostgres();
  });
  afterEach(async () => {
    await Promise.all(opened.splice(0).map((database) => database.close()));
  });
  afterAll(() => postgres?.remove());

  it('returns rows, and rolls back a failed transaction', async () => {
    const database = open();
    await database.transaction(async (query) => {
      await query('CREATE TABLE kept (n integer)');
      await query('INSERT INTO kept SELECT unnest($1::text[])::integer', [['1', '2']]);
    });
    const failed = database.transaction(async (query) => {
      await query('DELETE FROM kept');
      throw new RangeError('changed our mind');
    });
    await expect(failed).rejects.toThrow(RangeError);
    expect(await database.query('SELECT n FROM kept ORDER BY n')).toEqual([{ n: 1 }, { n: 2 }]);
  });

  it('tells an error in a statement from an unavailable database', async () => {
    const database = open();
    await expect(database.query('SELECT no_such_column')).rejects.toMatchObject({ code: '42703' });
    await expect(database.query('SELECT no_such_column')).rejects.not.toThrow(StoreUnavailable);
    expect(await database.query('SELECT 1 AS one')).toEqual([{ one: 1 }]);
  });

  it('can be opened before its server runs, and works once it runs', async () => {
    await postgres.stop();
    const database = open();
    await expect(database.query('SELECT')).rejects.toThrow(StoreUnavailable);
    await expect(database.transaction(async () => 1)).rejects.toThrow(StoreUnavailable);
    await postgres.start();
    expect(await database.query('SELECT 1 AS one')).toEqual([{ one: 1 }]);
  });

  it('is unavailable if its name or port leads nowhere', async () => {
    const closed = open('postgresql://postgres@127.0.0.1:1/postgres');
    await expect(closed.query('SELECT')).rejects.toMatchObject({
      name: 'StoreUnavailable',
      code: 'ECONNREFUSED',
    });
    const missing = open(postgres.url.replace('/postgres?', '/no_such_database?'));
    await expect(missing.query('SELECT')).rejects.toMatchObject({ name: 'StoreUnavailable', code: '3D000' });
  });

  it('logs dropped idle connections, and works again', async () => {
    const lost: string[] = [];
    const database = open(postgres.url, { onConnectionLost: (code) => lost.push(code) });
    await database.query('SELECT');
    await dropConnections();
    await expect.poll(() => lost).toEqual(['57P01']);
    expect(await database.query('SELECT 1 AS one')).toEqual([{ one: 1 }]);
  });

  it('reports a statement that was cut off, and works again', async () => {
    const database = open();
    const statement = database.query('SELECT pg_sleep(60)').catch((error: unknown) => error);
    const transaction = database
      .transaction((query) => query('SELECT pg_sleep(60)'))
      .catch((error: unknown) => error);
    await expect
      .poll(() =>
        once(
          postgres.url,
          "SELECT FROM pg_stat_activity WHERE query LIKE '%pg_sleep(60)%' AND pid <> pg_backend_pid()",
        ),
      )
      .toHaveLength(2);
    await dropConnections();
    expect(await statement).toMatchObject({ name: 'StoreUnavailable', code: '57P01' });
    expect(await transaction).toMatchObject({ name: 'StoreUnavailable', code: '57P01' });
    expect(await database.query('SELECT 1 AS one')).toEqual([{ one: 1 }]);
  });

  it('times out when the server hangs, and works again when the server does', {
    timeout: 120_000,
  }, async () => {
    const database = open(postgres.url, { queryTimeoutMs: 100, connectTimeoutMs: 500 });
    await Promise.all([database.query('SELECT'), database.query('SELECT')]);
    const goOn = await postgres.freeze();
    try {
      const outcomes = await Promise.allSettled([
        database.query('SELECT'),
        database.transaction((query) => query('SELECT')),
        ...Array.from({ length: 20 }, () => database.query('SELECT')),
      ]);
      for (const outcome of outcomes) {
        expect(outcome).toMatchObject({
          status: 'rejected',
          reason: { name: 'StoreUnavailable', code: 'timeout' },
        });
      }
    } finally {
      goOn();
    }
    await expect.poll(() => database.query('SELECT 1 AS one').catch(String)).toEqual([{ one: 1 }]);
  });

  it('cancels a statement that takes too long, and allows a longer timeout on request', async () => {
    const database = open(postgres.url, { queryTimeoutMs: 200 });
    await expect(database.query('SELECT pg_sleep(30)')).rejects.toMatchObject({ code: '57014' });
    const patient = database.transaction((query) => query("SELECT 'done' AS state FROM pg_sleep(0.5)"), {
      timeoutMs: 60_000,
    });
    expect(await patient).toEqual([{ state: 'done' }]);
    await expect(database.query('SELECT pg_sleep(30)')).rejects.toThrow(StoreUnavailable);
  });

  it('is unavailable for writing if it is read-only', async () => {
    const database = open(`${postgres.url}&options=-c%20default_transaction_read_only%3Don`);
    await expect(database.query('CREATE TABLE t (n integer)')).rejects.toMatchObject({
      name: 'StoreUnavailable',
      code: '25006',
    });
  });

  it('is unavailable if the server has no free connection', async () => {
    await once(postgres.url, 'CREATE ROLE limited LOGIN CONNECTION LIMIT 0');
    await expect(open(postgres.url.replace('postgres@', 'limited@')).query('SELECT')).rejects.toMatchObject({
      name: 'StoreUnavailable',
      code: '53300',
    });
  });

  it('is refused with an explanation if its encoding is not UTF-8', async () => {
    const database = open(await postgres.createDatabase({ encoding: 'SQL_ASCII' }));
    const refused = await database.query('SELECT').catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(UnsuitableDatabase);
    expect(String(refused)).toContain("in the encoding SQL_ASCII: make one with ENCODING 'UTF8'");
  });

  it('rolls a transaction back if its settings are refused, and reuses the connection', async () => {
    const database = open(postgres.url, { connections: 1 });
    const refused = database.transaction((query) => query('SELECT'), { timeoutMs: 1e12 });
    await expect(refused).rejects.toMatchObject({ code: '22023' });
    expect(await database.query('SELECT 1 AS one')).toEqual([{ one: 1 }]);
  });

  it('repeats every concurrent query if the server has lost its prepared statements', async () => {
    const database = open(postgres.url, { connections: 3 });
    const onEachConnection = <T>(work: () => Promise<T>) => Promise.all([work(), work(), work()]);
    const asked = () => database.query('SELECT $1::text AS said, pg_sleep(0.2) IS NULL AS slept', ['yes']);
    await onEachConnection(asked);
    await onEachConnection(() => database.query('SELECT pg_sleep(0.2); DEALLOCATE ALL'));
    const answers = await onEachConnection(asked);
    expect(answers.flat().map(({ said }) => said)).toEqual(['yes', 'yes', 'yes']);
  });

  it('refuses queries after it was closed', async () => {
    const database = open();
    const underWay = database.query("SELECT 'done' AS state FROM pg_sleep(0.3)");
    await expect
      .poll(() => once(postgres.url, "SELECT FROM pg_stat_activity WHERE query LIKE '%pg_sleep(0.3)%'"))
      .not.toEqual([]);
    await Promise.all([database.close(), database.close()]);
    expect(await underWay).toEqual([{ state: 'done' }]);
    await expect(database.query('SELECT')).rejects.toMatchObject({ code: 'closed' });
  });
});
