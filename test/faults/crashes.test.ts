import { beforeAll, describe, expect, it, type TestContext } from 'vitest';
import { finishedAfterAll } from '../support/finished.js';
import { startPostgres, type TestPostgres } from '../support/postgres.js';
import { type Counts, SCHEMA, sql } from './support/counts.js';
import { report, timed } from './support/figures.js';
import { portOf, through, until } from './support/ports.js';
import { killServer } from './support/postmaster.js';
import { TEST_MS, times } from './support/scale.js';
import { type Signing, startSigning } from './support/signing.js';
import { TcpProxy } from './support/tcp-proxy.js';

/** Enough that people are in the middle of every statement when the server goes. */
const LANES = 16;

const KILLS = times(3, 20);
const CUTS = times(5, 40);

describe('a database server that hangs or crashes while people sign', { timeout: TEST_MS }, () => {
  const finished = finishedAfterAll();
  let postgres: TestPostgres;
  let url: string;
  /** One bot meets the kills, the hang and the control. Everything is counted after each. */
  let signing: Signing;
  beforeAll(async () => {
    postgres = await startPostgres({ tcp: true, settings: { fsync: 'on', max_wal_size: '64MB' } });
    finished(() => postgres.remove());
    url = await postgres.createDatabase();
    signing = await startSigning({ DATABASE_URL: url }, finished, LANES);
  });

  function note(
    task: TestContext['task'],
    fault: string,
    signing: Signing,
    counts: Counts,
    mendedMs: number,
  ) {
    report(task, {
      fault,
      told: signing.saidOfTrouble(),
      readyz: signing.readyzSaid(),
      mendedMs,
      acknowledged: counts.thanked,
      lost: counts.lost.length,
      doubled: counts.miscounted,
    });
  }

  it(`loses nothing of what it acknowledged in ${KILLS} kills`, async ({ task }) => {
    const mended: number[] = [];
    for (let kill = 0; kill < KILLS; kill += 1) {
      await killServer(postgres);
      await signing.told();
      await postgres.start();
      mended.push(await timed(() => signing.more(1)));
      await signing.more(times(30, 200));
    }
    const counts = await signing.end(url);
    note(task, `server killed ${KILLS} times`, signing, counts, Math.max(...mended));
    expect(counts).toMatchObject({ lost: [], miscounted: 0, keyless: 0 });
    expect(counts.rows).toBe(counts.thanked);
    expect(signing.bot.reports('apology')).toEqual([]);
  });

  it('says that it is not confirmed while the server hangs, and counts nobody twice afterwards', async ({
    task,
  }) => {
    await signing.again();
    const mended: number[] = [];
    for (let hang = 0; hang < times(1, 5); hang += 1) {
      const thaw = await postgres.freeze();
      try {
        await signing.told();
      } finally {
        thaw();
      }
      mended.push(await timed(() => signing.more(1)));
      await signing.more(times(30, 200));
    }
    const counts = await signing.end(url);
    note(task, 'server frozen, thawed', signing, counts, Math.max(...mended));
    expect(counts).toMatchObject({ lost: [], miscounted: 0, keyless: 0 });
  });

  it('sees a loss where there is one: a table without a log is emptied by the same kill', async ({
    task,
  }) => {
    await signing.again();
    await sql(url, `ALTER TABLE ${SCHEMA}.contacts SET UNLOGGED`);
    await sql(url, `ALTER TABLE ${SCHEMA}.signatures SET UNLOGGED`);
    await killServer(postgres);
    await postgres.start();
    const mendedMs = await timed(() => signing.more(10));
    const counts = await signing.end(url);
    note(task, 'control: killed, the table not logged', signing, counts, mendedMs);
    expect(counts.lost.length).toBeGreaterThan(0);
    expect(counts.miscounted).toBeGreaterThan(0);
  });

  it(`counts nobody twice when the answers are cut off ${CUTS} times after they were executed`, async ({
    onTestFinished,
    task,
  }) => {
    const proxy = await TcpProxy.start({ port: portOf(postgres.url) }, onTestFinished);
    const direct = await postgres.createDatabase();
    const cutOff = await startSigning({ DATABASE_URL: through(direct, proxy.port) }, onTestFinished, LANES);
    const mended: number[] = [];
    for (let cut = 0; cut < CUTS; cut += 1) {
      proxy.loseAnswers();
      await until('what was under way is done', () => proxy.hasLostAnswers);
      proxy.cut();
      proxy.mend();
      await cutOff.told();
      mended.push(await timed(() => cutOff.more(1)));
    }
    const counts = await cutOff.end(direct);
    note(task, `answers cut off ${CUTS} times`, cutOff, counts, Math.max(...mended));
    expect(counts).toMatchObject({ lost: [], miscounted: 0, keyless: 0 });
    expect(counts.rows).toBe(counts.thanked);
    expect(cutOff.bot.reports('apology')).toEqual([]);
  });
});
