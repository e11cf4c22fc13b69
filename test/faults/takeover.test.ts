import { afterAll, beforeAll, describe, expect, it, type TestContext } from 'vitest';
import type { Person } from '../fakes/telegram/people.js';
import type { Finished } from '../support/finished.js';
import { startPostgres, type TestPostgres } from '../support/postgres.js';
import { Bot, readyz } from './support/bot.js';
import { count, SCHEMA, sql } from './support/counts.js';
import { report, timed } from './support/figures.js';
import { portOf, through, until } from './support/ports.js';
import { TEST_MS, times } from './support/scale.js';
import { TcpProxy } from './support/tcp-proxy.js';
import { type Door, signOn, startTown, type Town, TURNS } from './support/telegram.js';

/** A lease runs 10 s and an idle process asks every 2 s; the rest is for a busy machine. */
const TAKEOVER_MS = 15_000;

/** People who are on their way when the fault comes. */
const WALKERS = times(4, 40);

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

  /** Two bots on one database and one Telegram: the first owns, the second stands by; and people on their way. */
  async function pair(finished: Finished) {
    const town = await startTown(finished);
    const databaseUrl = await postgres.createDatabase();
    const first = await half(town, databaseUrl, finished);
    await until('the first one polls', () => first.door.polls() > 0);
    const second = await half(town, databaseUrl, finished);
    const people: Person[] = [];
    const newcomer = () => {
      const person = town.telegram.person();
      people.push(person);
      return person;
    };
    await signOn(town, newcomer());
    expect(second.door.polls()).toBe(0);
    let walking: Promise<unknown> = Promise.resolve();
    /** Sends people on their way, who are there when the fault comes. */
    function walk(): void {
      walking = Promise.all(Array.from({ length: WALKERS }, () => signOn(town, newcomer())));
      // It is waited for below. Where another failure comes first, that one is the one to tell.
      walking.catch(() => undefined);
    }
    /** How long it takes from now until this one polls. */
    function takeover({ door }: Half): Promise<number> {
      const before = door.polls();
      return timed(() => until('the other one polls', () => door.polls() > before));
    }

    /** Everybody has signed, and sees one message: a second answer would be a second message. */
    async function settle(task: TestContext['task'], fault: string, tookMs: number): Promise<void> {
      await walking;
      for (const person of people) await until('the thanks', () => person.last.text.includes('Thank you'));
      const { rows, miscounted } = await count(databaseUrl, []);
      const twice = people.filter((person) => person.received.length > 1).length;
      report(task, {
        fault,
        told: '',
        readyz: '',
        mendedMs: tookMs,
        acknowledged: people.length,
        lost: people.length - rows,
        doubled: miscounted + twice,
      });
      expect({ rows, miscounted, twice }).toEqual({ rows: people.length, miscounted: 0, twice: 0 });
    }
    /** Another person asks twice and is answered: whatever was to follow by itself has followed. */
    async function aWordLater(): Promise<void> {
      const other = town.telegram.person();
      for (let word = 0; word < 2; word += 1) await other.answerTo(() => other.says('/total'));
    }
    const conflicts = () => [...first.bot.conflicts(), ...second.bot.conflicts()];
    return { town, first, second, databaseUrl, newcomer, walk, takeover, settle, aWordLater, conflicts };
  }

  it('when it is frozen while it waits for updates, and does nothing more when it wakes until the other is killed', async ({
    onTestFinished: finished,
    task,
  }) => {
    const { town, first, second, newcomer, walk, takeover, settle, aWordLater } = await pair(finished);
    const { updates } = town.telegram.world;
    await until('it has confirmed everything and asks for more', () => updates.pending.length === 0);
    first.bot.freeze();
    // Telegram gives this word to the frozen bot, which asked for it: there it waits to be handled on waking.
    const early = newcomer();
    const signed = signOn(town, early);
    const frozenMs = await takeover(second);
    expect(frozenMs).toBeLessThan(TAKEOVER_MS);
    await signed;
    const late = newcomer();
    await signOn(town, late);

    const calls = first.door.calls();
    first.bot.thaw();
    await until('it notices', () => first.bot.lost('telegram-polling'));
    await until('it is ready to stand by', async () => (await readyz(first.url)).status === 200);
    await aWordLater();
    expect(first.door.calls()).toBe(calls);
    for (const person of [early, late]) expect(town.answers(person)).toBe(TURNS);
    await settle(task, 'owner frozen (SIGSTOP) while idle, thawed', frozenMs);

    walk();
    await second.bot.kill();
    const killedMs = await takeover(first);
    expect(killedMs).toBeLessThan(TAKEOVER_MS);
    await signOn(town, newcomer());
    await settle(task, 'owner killed (kill -9)', killedMs);
  });

  it('when it is frozen at work, when it is cut off from the database without a word, and at once when it ends as it should', async ({
    onTestFinished: finished,
    task,
  }) => {
    const stand = await pair(finished);
    const { town, first, second, databaseUrl, newcomer, walk, takeover, settle, aWordLater } = stand;
    walk();
    first.bot.freeze();
    const frozenMs = await takeover(second);
    expect(frozenMs).toBeLessThan(TAKEOVER_MS);
    await signOn(town, newcomer());
    const before = first.door.polls();
    first.bot.thaw();
    await until('it notices', () => first.bot.lost('telegram-polling'));
    await until('it is ready to stand by', async () => (await readyz(first.url)).status === 200);
    await settle(task, 'owner frozen (SIGSTOP) at work, thawed', frozenMs);
    await aWordLater();
    expect(first.door.polls()).toBe(before);

    const conflicts = stand.conflicts();
    walk();
    second.proxy.blackHole();
    const cutOffMs = await takeover(first);
    expect(cutOffMs).toBeLessThan(TAKEOVER_MS);
    const polls = second.door.polls();
    const late = newcomer();
    await signOn(town, late);
    await until('it says that it is not ready', async () => (await readyz(second.url)).status === 503);
    await aWordLater();
    // Nobody hears "could not be confirmed" from a bot without a database while another has one.
    expect(second.door.polls()).toBe(polls);
    expect(town.answers(late)).toBe(TURNS);
    // It let go before the other one took over.
    expect(stand.conflicts()).toEqual(conflicts);

    second.proxy.mend();
    await until('it is ready again', async () => (await readyz(second.url)).status === 200);
    await settle(task, 'owner cut off from the database (black hole)', cutOffMs);
    await aWordLater();
    expect(second.door.polls()).toBe(polls);

    walk();
    const lease = `FROM ${SCHEMA}.leases WHERE job = 'telegram-polling'`;
    const [held] = await sql(databaseUrl, `SELECT holder ${lease}`);
    const free = `SELECT until = '-infinity' OR holder <> '${held?.holder}' AS free ${lease}`;
    const [endedMs] = await Promise.all([
      takeover(second),
      // It was given back, so that nobody has to wait until it runs out.
      first.bot.end().then(async () => expect(await sql(databaseUrl, free)).toEqual([{ free: true }])),
    ]);
    await signOn(town, newcomer());
    expect(stand.conflicts()).toEqual(conflicts);
    await settle(task, 'owner ended (SIGTERM)', endedMs);
  });

  it('and two owners at once would be seen', async ({ onTestFinished: finished }) => {
    const town = await startTown(finished);
    // Each on a database of its own: nothing keeps them from polling both.
    const start = async () => half(town, await postgres.createDatabase(), finished);
    const bots = [(await start()).bot, (await start()).bot];
    await until('both hear of the other', () => bots.every((bot) => bot.conflicts().length > 0));
  });
});
