import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Finished } from '../support/finished.js';
import { startPostgres, type TestPostgres } from '../support/postgres.js';
import { Bot, readyz } from './support/bot.js';
import { count, sql } from './support/counts.js';
import { report } from './support/figures.js';
import { petition } from './support/operator.js';
import { type PoolerOptions, startPooler } from './support/pooler.js';
import { until } from './support/ports.js';
import { times } from './support/scale.js';
import { type Door, signOn, startTown, TURNS } from './support/telegram.js';
import { withTools } from './support/tools.js';

/** People at a time on Telegram, while the bots are restarted. */
const WALKERS = 4;

/** People in each bot's own process, at a time and in all. */
const LANES = 8;
const CROWD = times(40, 1_000);

/** Whose value a bot could leave behind on a connection that others use as well. */
const SETTINGS = [
  'statement_timeout',
  'plan_cache_mode',
  'enable_seqscan',
  'jit',
  'synchronous_commit',
  'search_path',
];

/** The pooler that a bot is behind, and how many connections it has to the server. */
type Pooler = Pick<PoolerOptions, 'mode' | 'resetQuery'> & { readonly size: number };

/** Fewer than the connections that two bots open: they share. */
const SHARED: Pooler = { mode: 'transaction', size: 6 };

/** In session mode a connection stays with its client: a bot needs ten, and ten more while it is restarted. */
const RESETS: Pooler = { mode: 'session', size: 30 };
const RESETS_NOTHING: Pooler = { ...RESETS, resetQuery: '' };

/** Each bot is restarted at least once where what the one before left in its pool would stay there. */
const WAYS: readonly {
  readonly way: string;
  readonly poolers: readonly [Pooler] | readonly [Pooler, Pooler];
  readonly restarts: number;
}[] = [
  { way: 'transaction mode', poolers: [SHARED], restarts: times(2, 6) },
  {
    way: 'session mode, one in a pool that resets nothing',
    poolers: [RESETS_NOTHING, RESETS],
    restarts: times(2, 12),
  },
];

withTools('two bots behind PgBouncer', ['pgbouncer'], () => {
  let postgres: TestPostgres;
  beforeAll(async () => {
    postgres = await startPostgres({ tcp: true, settings: { max_connections: '200' } });
  });
  afterAll(() => postgres?.remove());

  /** Starts a pooler; gives the address of a database through it. */
  async function pool(url: string, options: PoolerOptions, finished: Finished): Promise<string> {
    const pooledAddress = await startPooler(postgres.url, options, finished);
    return pooledAddress(url);
  }

  describe.concurrent.each(WAYS)('in $way', ({ way, poolers, restarts }) => {
    it(`answer everybody once through ${restarts} restarts, and leave the pool as it was`, async ({
      onTestFinished: finished,
      task,
    }) => {
      const url = await postgres.createDatabase();
      const pooled: readonly string[] = await Promise.all(poolers.map((one) => pool(url, one, finished)));
      const settings = () =>
        Promise.all(poolers.map(({ size }, index) => settingsIn(pooled[index] ?? '', size)));
      const before = await settings();
      const town = await startTown(finished);
      const doors: readonly Door[] = [await town.door(), await town.door()];
      const bots: Bot[] = [];
      const start = async (door: Door) => {
        const DATABASE_URL = pooled[doors.indexOf(door) % pooled.length] ?? '';
        const bot = new Bot({ DATABASE_URL, ...door.env }, finished);
        const address = await bot.ready();
        await until('it can record a signature', async () => (await readyz(address)).status === 200);
        bots.push(bot);
        return bot;
      };
      const running = await Promise.all(doors.map(start));

      const people = Array.from({ length: times(16, 120) }, () => town.telegram.person());
      const queue = [...people];
      const walker = async () => {
        for (let person = queue.pop(); person !== undefined; person = queue.pop()) await signOn(town, person);
      };
      const walking = Promise.all(Array.from({ length: WALKERS }, walker));
      // It is waited for below. Where another failure comes first, that one is the one to tell.
      walking.catch(() => undefined);
      await Promise.all(running.map((bot, half) => bot.sign(half * CROWD, CROWD, LANES)));

      for (let restart = 0; restart < restarts; restart += 1) {
        const half = restart % 2;
        const door = doors[half];
        if (door === undefined) throw new Error('there are two');
        await running[half]?.end();
        running[half] = await start(door);
      }
      await walking;
      await Promise.all(running.map((bot) => bot.end()));

      const counts = await count(
        url,
        bots.flatMap((bot) => bot.thanked()),
      );
      const twice = people.filter((person) => town.answers(person) !== TURNS).length;
      const troubles = bots.flatMap((bot) => [...bot.reports('unconfirmed'), ...bot.reports('apology')]);
      report(task, {
        fault: `two bots behind PgBouncer in ${way}, ${restarts} restarts`,
        told: `of trouble: ${troubles.length} times`,
        readyz: '200 after each start',
        mendedMs: null,
        acknowledged: counts.thanked + people.length,
        lost: counts.lost.length,
        doubled: counts.miscounted + twice,
      });
      expect(counts).toMatchObject({ lost: [], miscounted: 0, keyless: 0, unthanked: people.length });
      expect({ twice, troubles }).toEqual({ twice: 0, troubles: [] });
      expect(bots.flatMap((bot) => bot.conflicts())).toEqual([]);
      expect(await settings()).toEqual(before);
      expect(await leftIn(url)).toEqual({ locks: 0 });
    });
  });

  it('would be seen to leave settings and locks behind', async ({ onTestFinished: finished }) => {
    const url = await postgres.createDatabase();
    const pooled = await pool(url, SHARED, finished);
    const before = await settingsIn(pooled, SHARED.size);
    await sql(pooled, `SELECT set_config('statement_timeout', '8000', false), pg_try_advisory_lock(1, 2)`);
    expect(await settingsIn(pooled, SHARED.size)).not.toEqual(before);
    expect(await leftIn(url)).toEqual({ locks: 1 });
  });

  it('are refused in words in statement mode, at start and by check', async ({
    onTestFinished: finished,
  }) => {
    const pooled = await pool(await postgres.createDatabase(), { mode: 'statement' }, finished);
    const bot = new Bot({ DATABASE_URL: pooled }, finished);
    await expect(bot.ready()).rejects.toThrow(/pooler in statement mode.*pool_mode/);
    const { code, output } = await petition(['check'], { DATABASE_URL: pooled });
    expect(output).toMatch(/✗.*pooler in statement mode.*pool_mode/);
    expect(code).toBe(1);
  });

  it('are told well by check', async ({ onTestFinished: finished }) => {
    const pooled = await pool(await postgres.createDatabase(), SHARED, finished);
    const { output } = await petition(['check'], { DATABASE_URL: pooled });
    expect(output).toMatch(/✓ +database.*PostgreSQL 18/);
  });
});

/** The settings on every connection of a pool, as its other clients find them: all are taken at once to see each. */
async function settingsIn(pooled: string, size: number): Promise<readonly string[]> {
  const clients = Array.from({ length: size }, () => new pg.Client({ connectionString: pooled }));
  const seen = new Set<string>();
  try {
    await Promise.all(
      clients.map(async (client) => {
        client.on('error', () => undefined);
        await client.connect();
        await client.query('BEGIN');
        const values = SETTINGS.map((name) => `current_setting('${name}')`).join(", ' ', ");
        const { rows } = await client.query<{ values: string; prepared: number }>(
          `SELECT concat(${values}) AS values, (SELECT count(*)::integer FROM pg_prepared_statements) AS prepared`,
        );
        for (const row of rows) seen.add(JSON.stringify(row));
      }),
    );
  } finally {
    // A client that leaves in the middle of a transaction takes its server connection along.
    await Promise.all(clients.map((client) => client.query('ROLLBACK').finally(() => client.end())));
  }
  return [...seen].sort();
}

/** What sessions have left behind in a database. */
async function leftIn(url: string): Promise<unknown> {
  const [row] = await sql(
    url,
    `SELECT count(*)::integer AS locks FROM pg_locks JOIN pg_database ON pg_database.oid = database
     WHERE locktype = 'advisory' AND datname = current_database()`,
  );
  return row;
}
