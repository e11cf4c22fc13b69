import { expect, it } from 'vitest';
import { startPostgres } from '../support/postgres.js';
import { startBalancer } from './support/balancer.js';
import { Bot } from './support/bot.js';
import { count, sql } from './support/counts.js';
import type { Finished } from './support/finished.js';
import { portOf, through, until } from './support/ports.js';
import { killServer } from './support/postmaster.js';
import { times } from './support/scale.js';
import { PRIMARY_SETTINGS, startStandby } from './support/standby.js';
import { withTools } from './support/tools.js';

/** Signing at the same time. */
const LANES = 8;

/** People who sign while all is well, while the standby gets nothing, and once it is the primary. */
const PEOPLE = times(40, 1_000);

withTools('a failover through HAProxy', ['haproxy'], () => {
  /** A primary, its standby and a bot that reaches them through HAProxy. */
  async function stand(finished: Finished) {
    const primary = await startPostgres({ tcp: true, settings: PRIMARY_SETTINGS });
    finished(() => primary.remove());
    const standby = await startStandby(primary, finished);
    await sql(primary.url, 'CREATE ROLE haproxy LOGIN');
    await standby.caughtUp();
    const balanced = await startBalancer(primary.url, [portOf(primary.url), standby.port], finished);
    const url = await primary.createDatabase();
    const bot = new Bot({ DATABASE_URL: balanced(url) }, finished);
    await bot.ready();
    const thanked = () => bot.reports('thanked').map(({ person }) => person);
    const sign = (from: number) => bot.order({ do: 'sign', from, to: from + PEOPLE, lanes: LANES });
    const signed = async (from: number) => {
      const done = bot.reports('done').length;
      sign(from);
      await until('all of them have signed', () => bot.reports('done').length > done);
    };
    return { primary, standby, url, after: through(url, standby.port), bot, thanked, sign, signed };
  }

  it('to an asynchronous standby loses what it never had, and the check sees it; no name is locked away', async ({
    onTestFinished: finished,
  }) => {
    const { primary, standby, after, thanked, signed } = await stand(finished);
    await standby.caughtUp();
    standby.replication.blackHole();
    await signed(0);
    await killServer(primary);
    await standby.promote();
    await signed(PEOPLE);
    const counts = await count(after, thanked());
    expect(counts.lost).toHaveLength(PEOPLE);
    expect(counts).toMatchObject({ thanked: 2 * PEOPLE, rows: PEOPLE, miscounted: 0, keyless: 0 });
  });

  it('to a synchronous standby loses nobody', async ({ onTestFinished: finished }) => {
    const { primary, standby, after, bot, thanked, sign, signed } = await stand(finished);
    await sql(primary.url, "ALTER SYSTEM SET synchronous_standby_names = 'standby'");
    await sql(primary.url, 'SELECT pg_reload_conf()');
    await until('it is synchronous', async () => {
      const [row] = await sql(primary.url, 'SELECT sync_state FROM pg_stat_replication');
      return row?.sync_state === 'sync';
    });
    await signed(0);
    standby.replication.blackHole();
    const before = thanked().length;
    const done = bot.reports('done').length;
    sign(PEOPLE);
    await until('people are told', () => bot.reports('unconfirmed').length >= LANES);
    expect(thanked()).toHaveLength(before);
    await killServer(primary);
    await standby.promote();
    await until('all of them have signed', () => bot.reports('done').length > done);
    const counts = await count(after, thanked());
    expect(counts).toMatchObject({
      lost: [],
      thanked: 2 * PEOPLE,
      rows: 2 * PEOPLE,
      miscounted: 0,
      keyless: 0,
    });
    expect(bot.reports('apology')).toEqual([]);
  });
});
