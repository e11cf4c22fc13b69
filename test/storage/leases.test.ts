import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Database } from '../../src/storage/database.js';
import { type Leases, type LeaseTimes, openLeases } from '../../src/storage/leases.js';
import { migrate } from '../../src/storage/migrate.js';
import { onEachDatabase, startDatabase, type TestDatabase } from '../support/databases.js';

/** A busy machine may renew as late as a second. */
const SHORT: LeaseTimes = { runsFor: 1_500, renewedEvery: 200, retriedAfter: 100, margin: 300 };
const soon = { timeout: 20_000, interval: 20 };

function leasesOf(database: Database, schema: string, times = SHORT): Leases {
  return openLeases({ database, schema, ready: () => migrate(database, schema), times });
}

onEachDatabase('a job', (test) => {
  it('has one holder at a time, even within one process', async () => {
    const leases = leasesOf(test.database, test.newSchema());
    const lease = await leases.take('job');
    expect(lease?.isHeld()).toBe(true);
    expect(await leases.take('job')).toBeNull();
    expect(await leases.take('another job')).not.toBeNull();
    await lease?.release();
    await lease?.release();
    expect(lease?.isHeld()).toBe(false);
    const next = await leases.take('job');
    expect(next?.number).toBeGreaterThan(lease?.number ?? Number.POSITIVE_INFINITY);
  });

  it('goes to one of several concurrent calls in one process', async () => {
    const leases = leasesOf(test.database, test.newSchema());
    const taken = await Promise.all([1, 2, 3].map(() => leases.take('job')));
    expect(taken.map((lease) => lease?.isHeld() ?? false).sort()).toEqual([false, false, true]);
    await taken.find((lease) => lease !== null)?.release();
    expect(await leases.take('job')).not.toBeNull();
  });

  it('of a campaign does not block the same job of a preview', async () => {
    const [campaign, preview] = [test.newSchema(), test.newSchema()];
    expect(await leasesOf(test.database, campaign).take('job')).not.toBeNull();
    expect(await leasesOf(test.database, preview).take('job')).not.toBeNull();
  });
});

describe('a job for which several processes compete', () => {
  let test: TestDatabase;
  let schema: string;

  beforeAll(async () => {
    test = await startDatabase('server');
    schema = test.newSchema();
    await migrate(test.database, schema);
  });
  afterAll(() => test?.remove());

  const process = () => leasesOf(test.another(), schema);
  const stored = async (job: string) => {
    const [row] = await test.database.query<{ holder: string; until: string }>(
      `SELECT holder, until::text FROM ${schema}.leases WHERE job = $1`,
      [job],
    );
    return row;
  };
  /** What another process would do after the end: the row changes its holder. */
  const stolen = (job: string) =>
    test.database.query(
      `UPDATE ${schema}.leases SET holder = 'another', number = number + 1,
         until = clock_timestamp() + interval '1 hour' WHERE job = $1`,
      [job],
    );

  it('passes to another process as soon as its holder gives it back', async () => {
    const [one, other] = [process(), process()];
    const lease = await one.take('given back');
    expect(await other.take('given back')).toBeNull();
    await lease?.release();
    expect(await other.take('given back')).not.toBeNull();
  });

  it('stays given back if a renewal arrives late', async () => {
    const database = test.another();
    let goOn: () => void = () => undefined;
    const held = new Promise<void>((resolve) => {
      goOn = resolve;
    });
    let renewals = 0;
    const slow: Database = {
      ...database,
      async query(sql, parameters) {
        const renewal = /^UPDATE .*RETURNING job$/s.test(sql);
        if (renewal) {
          renewals += 1;
          await held;
        }
        const rows = await database.query<never>(sql, parameters);
        if (renewal) renewals -= 1;
        return rows;
      },
    };
    const lease = await leasesOf(slow, schema).take('late renewal');
    await vi.waitUntil(() => renewals === 1, soon);
    await lease?.release();
    goOn();
    await vi.waitUntil(() => renewals === 0, soon);
    expect(await process().take('late renewal')).not.toBeNull();
  });

  it('stays with its holder over many renewals', async () => {
    const [one, other] = [process(), process()];
    const lease = await one.take('renewed');
    const first = await stored('renewed');
    await vi.waitUntil(async () => (await stored('renewed'))?.until !== first?.until, soon);
    // Until the first lease would be over, by the clock that counts.
    await vi.waitUntil(async () => {
      expect(await other.take('renewed')).toBeNull();
      const [over] = await test.database.query<{ is: boolean }>(
        'SELECT clock_timestamp() > $1::timestamptz AS is',
        [first?.until],
      );
      return over?.is === true;
    }, soon);
    expect(lease?.isHeld()).toBe(true);
    await lease?.release();
  });

  it('is lost when another process has it, and giving it back then changes nothing', async () => {
    const lease = await process().take('stolen');
    await stolen('stolen');
    await vi.waitUntil(() => lease?.lost.aborted, soon);
    expect(lease?.isHeld()).toBe(false);
    await lease?.release();
    expect(await stored('stolen')).toMatchObject({ holder: 'another' });
  });

  it('is lost before the lease ends if it can not be renewed, and another process takes it', async () => {
    const broken = test.another();
    const lease = await leasesOf(broken, schema).take('cut off');
    await broken.close();
    await vi.waitUntil(() => lease?.lost.aborted, soon);
    // Within the margin no other process can have it yet.
    const [row] = await test.database.query<{ left: boolean }>(
      `SELECT until > clock_timestamp() AS left FROM ${schema}.leases WHERE job = 'cut off'`,
    );
    expect(row?.left).toBe(true);
    const other = process();
    await vi.waitUntil(async () => (await other.take('cut off')) !== null, soon);
  });

  it('is not held by a process that slept past the end of the lease, even before a timer fires', async () => {
    const lease = await process().take('slept');
    const end = performance.now() + SHORT.runsFor;
    // Nothing else runs in this process meanwhile, as when it is stopped.
    while (performance.now() < end);
    expect(lease?.isHeld()).toBe(false);
    expect(lease?.lost.aborted).toBe(true);
  });

  it('is not held after the machine was suspended and only the wall clock moved', async () => {
    const lease = await process().take('suspended');
    const now = Date.now();
    const clock = vi.spyOn(Date, 'now').mockReturnValue(now + SHORT.runsFor);
    try {
      expect(lease?.isHeld()).toBe(false);
    } finally {
      clock.mockRestore();
    }
  });

  it('has a number that grows even if a failover lost the row', async () => {
    const lease = await process().take('lost row');
    await test.database.query(`DELETE FROM ${schema}.leases WHERE job = 'lost row'`);
    const next = await process().take('lost row');
    expect(next?.number).toBeGreaterThan(lease?.number ?? Number.POSITIVE_INFINITY);
    await vi.waitUntil(() => lease?.lost.aborted, soon);
  });
});
