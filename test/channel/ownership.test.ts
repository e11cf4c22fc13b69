import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { createOwnership } from '../../src/channel/ownership.js';
import { openLeases } from '../../src/storage/leases.js';
import { migrate } from '../../src/storage/migrate.js';
import { startDatabase, type TestDatabase } from '../support/databases.js';

let test: TestDatabase;
beforeAll(async () => {
  test = await startDatabase('server');
});
afterAll(() => test?.remove());

const lines: string[] = [];
const log = pino({ base: null }, { write: (line: string) => lines.push(line) });
/** A busy machine may renew as late as a second and a half. */
const TIMES = { runsFor: 2_000, renewedEvery: 200, retriedAfter: 100, margin: 300 };
const RETRY_MS = 100;

/** A process that wants the job `gateway`. */
function worker(schema: string) {
  const state = { at: false, begun: 0, fail: false, elsewhere: 0 };
  const database = test.another();
  const leases = openLeases({
    database,
    schema,
    ready: () => migrate(database, schema),
    times: TIMES,
  });
  const ownership = createOwnership(leases, log, RETRY_MS);
  const end = ownership.hold(
    'gateway',
    async (signal, isHeld) => {
      state.begun += 1;
      if (state.fail) throw new Error('the work broke');
      state.at = isHeld();
      await new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
      state.at = false;
    },
    () => {
      state.elsewhere += 1;
    },
  );
  const holds = () => ownership.jobs().get('gateway');
  return { state, end, holds, database };
}

const soon = { timeout: 20_000, interval: 50 };

describe('a job that only one process may do', () => {
  it('is done by one of two, and by the other once the first ends', async () => {
    const schema = test.newSchema();
    const first = worker(schema);
    await vi.waitUntil(() => first.state.at, soon);
    const second = worker(schema);
    await vi.waitUntil(() => second.state.elsewhere > 0, soon);
    expect(second.state.begun).toBe(0);
    expect([first.holds(), second.holds()]).toEqual([true, false]);
    await first.end();
    expect(first.state.at).toBe(false);
    await vi.waitUntil(() => second.state.at, soon);
    expect([first.holds(), second.holds()]).toEqual([undefined, true]);
    await second.end();
  });

  it('stays with its process when the server drops every connection', async () => {
    const schema = test.newSchema();
    const one = worker(schema);
    await vi.waitUntil(() => one.state.at, soon);
    const [lease] = await test.database.query<{ until: string }>(`SELECT until::text FROM ${schema}.leases`);
    await test.database.query(
      'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid() AND datname = current_database()',
    );
    // The lease of before is over, by the clock that counts.
    await vi.waitUntil(async () => {
      const [over] = await test.database.query<{ is: boolean }>(
        'SELECT clock_timestamp() > $1::timestamptz AS is',
        [lease?.until],
      );
      return over?.is === true;
    }, soon);
    expect(one.state).toMatchObject({ at: true, begun: 1 });
    await one.end();
  });

  it('ends when another process has it by now, and begins again after that', async () => {
    const schema = test.newSchema();
    const one = worker(schema);
    await vi.waitUntil(() => one.state.at, soon);
    await test.database.query(
      `UPDATE ${schema}.leases SET holder = 'another', until = clock_timestamp() + interval '1 second'`,
    );
    await vi.waitUntil(() => !one.state.at, soon);
    await vi.waitUntil(() => one.state.elsewhere > 0, soon);
    await vi.waitUntil(() => one.state.begun === 2 && one.state.at, soon);
    await one.end();
  });

  it('ends while the database is away: the lease runs out, and nothing has failed', async () => {
    const one = worker(test.newSchema());
    await vi.waitUntil(() => one.state.at, soon);
    await one.database.close();
    lines.length = 0;
    await one.end();
    expect(lines.join('')).toContain('the lease could not be given back');
    expect(lines.join('')).not.toContain('will be begun again');
  });

  it('is begun again after its work failed', async () => {
    const one = worker(test.newSchema());
    one.state.fail = true;
    await vi.waitUntil(() => one.state.begun >= 2, soon);
    one.state.fail = false;
    await vi.waitUntil(() => one.state.at, soon);
    await one.end();
  });
});
