import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Ledger } from '../../src/signatures/ledger.js';
import { type Database, StoreUnavailable } from '../../src/storage/database.js';
import { openServer } from '../../src/storage/server.js';
import { act, ledgerOn, person, signing, signOnce, type Talk, turn } from '../support/people.js';
import { once, startPostgres, type TestPostgres } from '../support/postgres.js';

describe('the ledger while its server', () => {
  let postgres: TestPostgres;
  let database: Database;
  let ledger: Ledger<Talk>;
  let schemas = 0;

  function begin(): void {
    schemas += 1;
    database = openServer(postgres.url, { queryTimeoutMs: 1_500, connectTimeoutMs: 1_000 });
    ledger = ledgerOn({ database, schema: `petition_test_${schemas}` });
  }
  beforeAll(async () => {
    postgres = await startPostgres();
  });
  afterEach(() => database.close());
  afterAll(() => postgres?.remove());

  /** Everything that was acknowledged is there, and nothing is counted twice. */
  async function expectKept(acknowledged: readonly string[]): Promise<void> {
    const readings = await Promise.all(acknowledged.map((id) => ledger.read(person(id))));
    expect(readings.filter(({ signature }) => signature === null)).toEqual([]);
    expect(await ledger.reconcile()).toEqual([]);
  }

  it('is unavailable at start: accepts nothing, and works once the server does', async () => {
    await postgres.stop();
    begin();
    await expect(ledger.ready()).rejects.toThrow(StoreUnavailable);
    await expect(ledger.read(person(1))).rejects.toThrow(StoreUnavailable);
    await expect(ledger.counted()).rejects.toThrow(StoreUnavailable);
    await postgres.start();
    await act(ledger, person(1), signOnce());
    expect(await ledger.counted()).toBe(1);
  });

  it('stops and comes back: has every acknowledged turn, and reported all others', async () => {
    begin();
    await ledger.ready();
    const acknowledged: string[] = [];
    const unconfirmed: unknown[] = [];
    let running = true;
    const writers = Array.from({ length: 20 }, async (_, writer) => {
      for (let round = 0; running; round += 1) {
        const id = `${writer}/${round}`;
        try {
          await act(ledger, person(id), signOnce());
          acknowledged.push(id);
        } catch (error) {
          unconfirmed.push(error);
          await new Promise((resolve) => setTimeout(resolve, 50));
        }
      }
    });
    const grown = (length: number) =>
      expect.poll(() => acknowledged.length, { timeout: 30_000 }).toBeGreaterThan(length);
    for (let outage = 0; outage < 3; outage += 1) {
      await grown(acknowledged.length + 100);
      await once(
        postgres.url,
        'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid()',
      );
      await grown(acknowledged.length + 100);
      await postgres.stop();
      await postgres.start();
    }
    await grown(acknowledged.length + 100);
    running = false;
    await Promise.all(writers);
    expect(unconfirmed.length).toBeGreaterThan(0);
    for (const error of unconfirmed) expect(error).toBeInstanceOf(StoreUnavailable);
    await expectKept(acknowledged);
  });

  it('hangs: tells everybody in time, and writes no turn twice', {
    timeout: 120_000,
  }, async () => {
    begin();
    const readings = await Promise.all([1, 2, 3].map((id) => ledger.read(person(id))));
    const goOn = await postgres.freeze();
    const outcomes = await Promise.allSettled([
      ...readings.map((reading) => turn(ledger, reading, signing())),
      ledger.read(person(4)),
      ledger.counted(),
    ]).finally(goOn);
    for (const outcome of outcomes) {
      expect(outcome).toMatchObject({ status: 'rejected', reason: { name: 'StoreUnavailable' } });
    }
    await expect.poll(() => ledger.counted().catch(String), { timeout: 30_000 }).toEqual(expect.any(Number));
    await Promise.all([1, 2, 3].map((id) => act(ledger, person(id), signOnce())));
    expect(await ledger.counted()).toBe(3);
    await expectKept(['1', '2', '3']);
  });
});
