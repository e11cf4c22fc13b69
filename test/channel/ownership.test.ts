import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { createOwnership } from '../../src/channel/ownership.js';
import { startDatabase, type TestDatabase } from '../support/databases.js';

let test: TestDatabase;
beforeAll(async () => {
  test = await startDatabase('server');
});
afterAll(() => test.remove());

const log = pino({ level: 'silent' });

/** A process that wants the job `gateway`. */
function worker(scope: string) {
  const state = { at: false, begun: 0, fail: false };
  const end = createOwnership(test.another(), scope, log).hold('gateway', async (signal) => {
    state.begun += 1;
    if (state.fail) throw new Error('the work broke');
    state.at = true;
    await new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
    state.at = false;
  });
  return { state, end };
}

const soon = { timeout: 20_000, interval: 50 };

describe('a job that only one process may do', () => {
  it('is done by one of two, and by the other once the first ends', async () => {
    const first = worker('a');
    await vi.waitUntil(() => first.state.at, soon);
    const second = worker('a');
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(second.state.at).toBe(false);
    await first.end();
    expect(first.state.at).toBe(false);
    await vi.waitUntil(() => second.state.at, soon);
    await second.end();
  });

  it('of a campaign does not keep a preview from its own', async () => {
    const campaign = worker('b');
    const preview = worker('b_preview');
    await vi.waitUntil(() => campaign.state.at && preview.state.at, soon);
    await Promise.all([campaign.end(), preview.end()]);
  });

  it('ends when the connection that holds the lock is cut, and is taken up again', async () => {
    const one = worker('c');
    await vi.waitUntil(() => one.state.at, soon);
    await test.database.query(
      `SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory' AND pid <> pg_backend_pid()
         AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`,
    );
    await vi.waitUntil(() => one.state.begun === 2 && one.state.at, soon);
    await one.end();
  });

  it('is begun again after its work failed', async () => {
    const one = worker('d');
    one.state.fail = true;
    await vi.waitUntil(() => one.state.begun >= 2, soon);
    one.state.fail = false;
    await vi.waitUntil(() => one.state.at, soon);
    await one.end();
  });
});
