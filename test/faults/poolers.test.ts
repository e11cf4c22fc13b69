import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startPostgres, type TestPostgres } from '../support/postgres.js';
import { Bot, readyz } from './support/bot.js';
import { count, sql } from './support/counts.js';
import type { Finished } from './support/finished.js';
import { petition } from './support/operator.js';
import { type PoolerOptions, type PoolMode, startPooler } from './support/pooler.js';
import { until } from './support/ports.js';
import { times } from './support/scale.js';
import { type Door, signOn, startTown, TURNS } from './support/telegram.js';
import { withTools } from './support/tools.js';

/** Fewer than the connections that two bots open: they share. */
const POOL = 6;

/** People at a time on Telegram, while the bots are restarted. */
const WALKERS = 4;

/** Whose value a bot could leave behind on a connection that others use as well. */
const SETTINGS = [
  'statement_timeout',
  'plan_cache_mode',
  'enable_seqscan',
  'jit',
  'synchronous_commit',
  'search_path',
];

const WAYS: readonly (Pick<PoolerOptions, 'mode' | 'resetQuery'> & {
  readonly way: string;
  readonly restarts: number;
})[] = [
  { way: 'transaction mode', mode: 'transaction', restarts: 6 },
  { way: 'session mode', mode: 'session', restarts: times(2, 6) },
  { way: 'session mode that resets nothing', mode: 'session', resetQuery: '', restarts: times(2, 6) },
];

withTools('two bots behind PgBouncer', ['pgbouncer'], () => {
  let postgres: TestPostgres;
  beforeAll(async () => {
    postgres = await startPostgres({ tcp: true, settings: { max_connections: '200' } });
  });
  afterAll(() => postgres?.remove());

  async function pool(options: PoolerOptions, finished: Finished): Promise<{ url: string; pooled: string }> {
    const pooledAddress = await startPooler(postgres.url, options, finished);
    const url = await postgres.createDatabase();
    return { url, pooled: pooledAddress(url) };
  }

  describe.concurrent.each(WAYS)('in $way', ({ mode, resetQuery, restarts }) => {
    /** In session mode a connection stays with its client: two bots need twenty. */
    const size = mode === 'session' ? 60 : POOL;
    const options: PoolerOptions = { mode, size, ...(resetQuery === undefined ? {} : { resetQuery }) };

    it(`answer everybody once through ${restarts} restarts, and leave the pool as it was`, async ({
      onTestFinished: finished,
    }) => {
      const { url, pooled } = await pool(options, finished);
      const before = await settingsIn(pooled, size);
      const town = await startTown(finished);
      const doors: readonly Door[] = [await town.door(), await town.door()];
      const start = async (door: Door) => {
        const bot = new Bot({ DATABASE_URL: pooled, ...door.env }, finished);
        const address = await bot.ready();
        await until('it can record a signature', async () => (await readyz(address)).status === 200);
        return bot;
      };
      const bots = await Promise.all(doors.map(start));
      const all = [...bots];

      const people = Array.from({ length: times(24, 120) }, () => town.telegram.person());
      let next = 0;
      const walker = async () => {
        for (let person = people[next++]; person !== undefined; person = people[next++])
          await signOn(town, person);
      };
      const walking = Promise.all(Array.from({ length: WALKERS }, walker));
      const crowd = bots.map((bot, index) =>
        bot.order({
          do: 'sign',
          from: index * 1_000_000,
          to: index * 1_000_000 + times(200, 3_000),
          lanes: 8,
        }),
      );
      expect(crowd).toHaveLength(2);
      await until('the crowd has signed', () => bots.every((bot) => bot.reports('done').length > 0));
      const thanked = bots.flatMap((bot) => bot.reports('thanked').map(({ person }) => person));
      const troubles = [
        ...bots.flatMap((bot) => bot.reports('unconfirmed')),
        ...bots.flatMap((bot) => bot.reports('apology')),
      ];

      for (let restart = 0; restart < restarts; restart += 1) {
        const index = restart % 2;
        const [bot, door] = [bots[index], doors[index]];
        if (bot === undefined || door === undefined) throw new Error('there are two');
        await bot.end();
        const next = await start(door);
        bots[index] = next;
        all.push(next);
      }
      await walking;
      await Promise.all(bots.map((bot) => bot.end()));

      expect(troubles).toEqual([]);
      for (const person of people) expect(town.answers(person)).toBe(TURNS);
      expect(all.flatMap((bot) => bot.conflicts())).toEqual([]);
      const counts = await count(url, thanked);
      expect(counts).toMatchObject({ lost: [], miscounted: 0, keyless: 0, unthanked: people.length });
      expect(await settingsIn(pooled, size)).toEqual(before);
      expect(await leftIn(url)).toEqual({ locks: 0 });
    });
  });

  it('would be seen to leave settings and locks behind', async ({ onTestFinished: finished }) => {
    const { url, pooled } = await pool({ mode: 'transaction', size: POOL }, finished);
    const before = await settingsIn(pooled, POOL);
    await sql(pooled, `SELECT set_config('statement_timeout', '8000', false), pg_try_advisory_lock(1, 2)`);
    expect(await settingsIn(pooled, POOL)).not.toEqual(before);
    expect(await leftIn(url)).toEqual({ locks: 1 });
  });

  it('are refused in words in statement mode, at start and by check', async ({
    onTestFinished: finished,
  }) => {
    const { pooled } = await pool({ mode: 'statement' }, finished);
    const bot = new Bot({ DATABASE_URL: pooled }, finished);
    await expect(bot.ready()).rejects.toThrow(/pooler in statement mode.*pool_mode/);
    const { code, output } = await petition(['check'], { DATABASE_URL: pooled });
    expect(output).toMatch(/✗.*pooler in statement mode.*pool_mode/);
    expect(code).toBe(1);
  });

  describe.each<PoolMode>(['session', 'transaction'])('in %s mode', (mode) => {
    it('are told well by check', async ({ onTestFinished: finished }) => {
      const { pooled } = await pool({ mode, size: POOL }, finished);
      const { output } = await petition(['check'], { DATABASE_URL: pooled });
      expect(output).toMatch(/✓ +database.*PostgreSQL 18/);
    });
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

/** What sessions have left behind in the server. */
async function leftIn(url: string): Promise<unknown> {
  const [row] = await sql(url, "SELECT count(*)::integer AS locks FROM pg_locks WHERE locktype = 'advisory'");
  return row;
}
