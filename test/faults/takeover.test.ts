import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startPostgres, type TestPostgres } from '../support/postgres.js';
import { Bot, readyz } from './support/bot.js';
import type { Finished } from './support/finished.js';
import { portOf, through, until } from './support/ports.js';
import { TEST_MS } from './support/scale.js';
import { TcpProxy } from './support/tcp-proxy.js';
import { type Door, signOn, startTown, type Town, TURNS } from './support/telegram.js';

/** A lease runs 10 s and an idle process asks every 2 s; the rest is for a busy machine. */
const TAKEOVER_MS = 15_000;

/** Longer than it takes to notice, act and answer. */
const AFTERWARDS_MS = 3_000;

interface Half {
  readonly bot: Bot;
  readonly door: Door;
  /** Its way to the database. */
  readonly proxy: TcpProxy;
  readonly url: string;
}

describe.concurrent('a bot that owned Telegram is taken over from', { timeout: TEST_MS }, () => {
  let postgres: TestPostgres;
  beforeAll(async () => {
    postgres = await startPostgres({ tcp: true });
  });
  afterAll(() => postgres?.remove());

  async function half(town: Town, databaseUrl: string, finished: Finished): Promise<Half> {
    const proxy = await TcpProxy.start({ port: portOf(postgres.url) }, finished);
    const door = await town.door();
    const bot = new Bot({ DATABASE_URL: through(databaseUrl, proxy.port), ...door.env }, finished);
    return { bot, door, proxy, url: await bot.ready() };
  }

  /** Two bots on one database and one Telegram: the first owns, the second stands by. */
  async function pair(finished: Finished) {
    const town = await startTown(finished);
    const databaseUrl = await postgres.createDatabase();
    const owner = await half(town, databaseUrl, finished);
    await until('the first one polls', () => owner.door.polls() > 0);
    const idle = await half(town, databaseUrl, finished);
    await signOn(town, town.telegram.person());
    expect(idle.door.polls()).toBe(0);
    /** How long it takes from now until the second one polls. */
    const takeover = async () => {
      const started = performance.now();
      await until('the second one polls', () => idle.door.polls() > 0);
      return performance.now() - started;
    };
    return { town, owner, idle, takeover };
  }

  it('when it is frozen, and does nothing more when it wakes', async ({ onTestFinished: finished }) => {
    const { town, owner, idle, takeover } = await pair(finished);
    owner.bot.freeze();
    // Telegram gives this word to the frozen bot, which asked for it: it waits there to be handled on waking.
    const person = town.telegram.person();
    const early = town.telegram.person();
    early.says('/start');
    expect(await takeover()).toBeLessThan(TAKEOVER_MS);
    await until('the person who wrote meanwhile is answered', () => town.answers(early) > 0);
    await signOn(town, person);

    const before = owner.door.polls();
    owner.bot.thaw();
    await until('it notices', () => owner.bot.log.some((line) => line.includes('this process lost the job')));
    await wait(AFTERWARDS_MS);
    expect(owner.door.polls()).toBe(before);
    expect(town.answers(early)).toBe(1);
    expect(town.answers(person)).toBe(TURNS);
    expect(idle.bot.isRunning).toBe(true);
    await until('it is ready to stand by', async () => (await readyz(owner.url)).status === 200);
  });

  it('when it is killed', async ({ onTestFinished: finished }) => {
    const { town, owner, takeover } = await pair(finished);
    await owner.bot.kill();
    expect(await takeover()).toBeLessThan(TAKEOVER_MS);
    await signOn(town, town.telegram.person());
  });

  it('when it is cut off from the database without a word, and lets go before', async ({
    onTestFinished: finished,
  }) => {
    const { town, owner, idle, takeover } = await pair(finished);
    owner.proxy.blackHole();
    expect(await takeover()).toBeLessThan(TAKEOVER_MS);
    const polls = owner.door.polls();
    const person = town.telegram.person();
    await signOn(town, person);
    await until('it says that it is not ready', async () => (await readyz(owner.url)).status === 503);
    await wait(AFTERWARDS_MS);
    // Nobody hears "could not be confirmed" from a bot without a database while another has one.
    expect(owner.door.polls()).toBe(polls);
    expect(town.answers(person)).toBe(TURNS);
    expect([...owner.bot.conflicts(), ...idle.bot.conflicts()]).toEqual([]);

    owner.proxy.mend();
    await until('it is ready again', async () => (await readyz(owner.url)).status === 200);
    await wait(AFTERWARDS_MS);
    expect(owner.door.polls()).toBe(polls);
  });

  it('at once when it ends as it should', async ({ onTestFinished: finished }) => {
    const { town, owner, idle, takeover } = await pair(finished);
    const ended = owner.bot.end();
    // It gives the lease back, and the other asks every 2 s; waiting for the end of the lease would take 8 s or more.
    expect(await takeover()).toBeLessThan(6_000);
    await ended;
    await signOn(town, town.telegram.person());
    expect([...owner.bot.conflicts(), ...idle.bot.conflicts()]).toEqual([]);
  });

  it('and two owners at once would be seen', async ({ onTestFinished: finished }) => {
    const town = await startTown(finished);
    // Each on a database of its own: nothing keeps them from polling both.
    const start = async () => half(town, await postgres.createDatabase(), finished);
    const bots = [(await start()).bot, (await start()).bot];
    await until('both hear of the other', () => bots.every((bot) => bot.conflicts().length > 0));
  });
});
