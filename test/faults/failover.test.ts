import { describe, expect, it } from 'vitest';
import type { Finished } from '../support/finished.js';
import { startPair } from '../support/standby.js';
import { startBalancer } from './support/balancer.js';
import { Bot } from './support/bot.js';
import { count, sql } from './support/counts.js';
import { report, timed } from './support/figures.js';
import { portOf, through, until } from './support/ports.js';
import { killServer } from './support/postmaster.js';
import { times } from './support/scale.js';
import { TcpProxy } from './support/tcp-proxy.js';
import { withTools } from './support/tools.js';

/** Signing at the same time. */
const LANES = 8;

/** People who sign while all is well, while the standby gets nothing, and once it is the primary. */
const PEOPLE = times(40, 1_000);

/** What people are told whose last turn the database no longer has. */
const LOST = 'lost some of its latest changes';

withTools('a failover through HAProxy', ['haproxy'], () => {
  describe.concurrent('from a primary that is killed', () => {
    /** A primary and its standby behind HAProxy; the standby replicates through a proxy that can make it fall behind. */
    async function stand(finished: Finished) {
      let replication: TcpProxy | undefined;
      const pair = await startPair({
        tcp: true,
        async wayTo({ url }) {
          replication = await TcpProxy.start({ port: portOf(url) }, finished);
          return `host=127.0.0.1 port=${replication.port}`;
        },
      });
      finished(() => pair.remove());
      const { primary, standby } = pair;
      await sql(primary.url, 'CREATE ROLE haproxy LOGIN');
      const ports = [primary, standby].map(({ url }) => portOf(url));
      const balanced = await startBalancer(primary.url, ports, finished);
      const url = await primary.createDatabase();
      const after = through(url, portOf(standby.url));
      const start = async () => {
        const bot = new Bot({ DATABASE_URL: balanced(url) }, finished);
        await bot.ready();
        return bot;
      };
      const failOver = async () => {
        await killServer(primary);
        await pair.promote();
      };
      return { ...pair, after, start, failOver, fallBehind: () => replication?.blackHole() };
    }

    it('an asynchronous standby loses what it never had; people are told, and no name is locked away', async ({
      onTestFinished: finished,
      task,
    }) => {
      const { caughtUp, after, start, failOver, fallBehind } = await stand(finished);
      const first = await start();
      await first.sign(0, PEOPLE, LANES);
      await caughtUp();
      fallBehind();
      // Another bot makes a data key of its own, which the standby never gets.
      const bot = await start();
      await bot.sign(PEOPLE, PEOPLE, LANES);
      const withdrawn = 0;
      expect(await bot.ask(withdrawn, 'withdraw', 1)).toContain('erased');

      await failOver();
      const mendedMs = await timed(() => bot.sign(2 * PEOPLE, PEOPLE, LANES));
      const counts = await count(after, [...first.thanked(), ...bot.thanked()]);
      expect(counts.lost).toHaveLength(PEOPLE);
      expect(counts).toMatchObject({ thanked: 3 * PEOPLE, rows: 2 * PEOPLE, miscounted: 0, keyless: 0 });

      const words = await Promise.all([withdrawn, ...counts.lost].map((person) => bot.ask(person, 'mydata')));
      expect(words.filter((text) => text.includes(LOST))).toHaveLength(PEOPLE + 1);
      expect(await bot.ask(2 * PEOPLE, 'mydata')).not.toContain(LOST);
      expect(bot.log.some((line) => line.includes('commits do not wait for it'))).toBe(true);
      report(task, {
        fault: 'failover to an asynchronous standby that was behind (control)',
        told: `"${LOST}" ${PEOPLE + 1} people`,
        readyz: '',
        mendedMs,
        acknowledged: counts.thanked,
        lost: counts.lost.length,
        doubled: counts.miscounted,
      });

      await bot.sign(PEOPLE, PEOPLE, LANES);
      const again = await count(after, bot.thanked());
      expect(again).toMatchObject({ lost: [], rows: 3 * PEOPLE, miscounted: 0, keyless: 0 });
    });

    it('a synchronous standby loses nobody', async ({ onTestFinished: finished, task }) => {
      const { primary, after, start, failOver, fallBehind } = await stand(finished);
      await sql(primary.url, "ALTER SYSTEM SET synchronous_standby_names = 'standby'");
      await sql(primary.url, 'SELECT pg_reload_conf()');
      await until('it is synchronous', async () => {
        const [row] = await sql(primary.url, 'SELECT sync_state FROM pg_stat_replication');
        return row?.sync_state === 'sync';
      });
      const bot = await start();
      await bot.sign(0, PEOPLE, LANES);
      fallBehind();
      const before = bot.thanked().length;
      const rest = bot.sign(PEOPLE, PEOPLE, LANES);
      await until('people are told', () => bot.reports('unconfirmed').length >= LANES);
      expect(bot.thanked()).toHaveLength(before);
      const mendedMs = await timed(async () => {
        await failOver();
        await rest;
      });
      const counts = await count(after, bot.thanked());
      report(task, {
        fault: 'failover to a synchronous standby that was behind',
        told: `"not confirmed" ${bot.reports('unconfirmed').length} times`,
        readyz: '',
        mendedMs,
        acknowledged: counts.thanked,
        lost: counts.lost.length,
        doubled: counts.miscounted,
      });
      expect(counts).toMatchObject({ lost: [], rows: 2 * PEOPLE, miscounted: 0, keyless: 0 });
      expect(counts.thanked).toBe(2 * PEOPLE);
      expect(bot.reports('apology')).toEqual([]);
    });
  });
});
