import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startPostgres, type TestPostgres } from '../support/postgres.js';
import { Bot } from './support/bot.js';
import { count, SCHEMA, sql } from './support/counts.js';
import type { Finished } from './support/finished.js';
import { portOf, through, until } from './support/ports.js';
import { killServer } from './support/postmaster.js';
import { TEST_MS, times } from './support/scale.js';
import { TcpProxy } from './support/tcp-proxy.js';

/** Many enough that people are in the middle of every statement when the server goes. */
const LANES = 16;
const CROWD = 1_000_000;

describe('a database server that hangs or crashes while people sign', { timeout: TEST_MS }, () => {
  let postgres: TestPostgres;
  beforeAll(async () => {
    postgres = await startPostgres({ tcp: true, settings: { fsync: 'on', max_wal_size: '64MB' } });
  });
  afterAll(() => postgres?.remove());

  async function signing(finished: Finished, address: (url: string) => string = (url) => url) {
    const url = await postgres.createDatabase();
    const bot = new Bot({ DATABASE_URL: address(url) }, finished);
    await bot.ready();
    bot.order({ do: 'sign', from: 0, to: CROWD, lanes: LANES });
    const thanked = () => bot.reports('thanked').map(({ person }) => person);
    const more = async (people: number) => {
      const before = thanked().length;
      await until(`${people} more people are thanked`, () => thanked().length >= before + people);
    };
    const end = async () => {
      bot.order({ do: 'stop' });
      await until('everybody has signed', () => bot.reports('done').length > 0);
      return count(url, thanked());
    };
    await more(20);
    return { url, bot, thanked, more, end };
  }

  it(`loses nothing of what it acknowledged in ${times(3, 20)} kills`, async ({
    onTestFinished: finished,
  }) => {
    const { bot, more, end } = await signing(finished);
    for (let kill = 0; kill < times(3, 20); kill += 1) {
      await killServer(postgres);
      const told = bot.reports('unconfirmed').length;
      await until('people are told', () => bot.reports('unconfirmed').length > told);
      await postgres.start();
      await more(times(30, 200));
    }
    const counts = await end();
    expect(counts).toMatchObject({ lost: [], miscounted: 0, keyless: 0 });
    expect(counts.rows).toBe(counts.thanked);
    expect(bot.reports('apology')).toEqual([]);
  });

  it('sees a loss where there is one: a table without a log is emptied by the same kill', async ({
    onTestFinished: finished,
  }) => {
    const { url, more, end } = await signing(finished);
    await sql(url, `ALTER TABLE ${SCHEMA}.contacts SET UNLOGGED`);
    await sql(url, `ALTER TABLE ${SCHEMA}.signatures SET UNLOGGED`);
    await killServer(postgres);
    await postgres.start();
    await more(10);
    const counts = await end();
    expect(counts.lost.length).toBeGreaterThan(0);
    expect(counts.miscounted).toBeGreaterThan(0);
  });

  it('says that it is not confirmed while the server hangs, and counts nobody twice afterwards', async ({
    onTestFinished: finished,
  }) => {
    const { bot, more, end } = await signing(finished);
    for (let hang = 0; hang < times(1, 5); hang += 1) {
      const told = bot.reports('unconfirmed').length;
      const thaw = await postgres.freeze();
      try {
        await until('people are told', () => bot.reports('unconfirmed').length > told);
      } finally {
        thaw();
      }
      await more(times(30, 200));
    }
    expect(await end()).toMatchObject({ lost: [], miscounted: 0, keyless: 0 });
  });

  it(`counts nobody twice when ${times(5, 40)} answers are cut off after they were executed`, async ({
    onTestFinished: finished,
  }) => {
    const proxy = await TcpProxy.start({ port: portOf(postgres.url) }, finished);
    const { bot, more, end } = await signing(finished, (url) => through(url, proxy.port));
    for (let cut = 0; cut < times(5, 40); cut += 1) {
      const told = bot.reports('unconfirmed').length;
      proxy.loseAnswers();
      // What is under way arrives at the server.
      await wait(200);
      proxy.cut();
      proxy.mend();
      await until('people are told', () => bot.reports('unconfirmed').length > told);
      await more(5);
    }
    const counts = await end();
    expect(counts).toMatchObject({ lost: [], miscounted: 0, keyless: 0 });
    expect(counts.rows).toBe(counts.thanked);
    expect(bot.reports('apology')).toEqual([]);
  });
});
