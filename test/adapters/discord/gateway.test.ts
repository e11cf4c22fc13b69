import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { PACE } from '../../../adapters/discord/adapter.js';
import type { Leases } from '../../../src/storage/leases.js';
import { schemaName } from '../../../src/storage/schema-name.js';
import {
  BAD_GATEWAY,
  banPage,
  type Fault,
  type ResumeFault,
  tooMany,
  UNAUTHORISED,
} from '../../fakes/discord/faults.js';
import type { Person } from '../../fakes/discord/people.js';
import { type FakeDiscord, startDiscord } from '../../fakes/discord/server.js';
import { createDatabase, once } from '../../support/postgres.js';
import { sample } from '../../transcripts/sample.js';
import { type Process, startProcess, until } from './support.js';

/** The waits between attempts, a hundred times shorter than in earnest. */
const BACKOFF = { firstMs: 20, longestMs: 400 };

/** discord.js itself pauses half a second before it reconnects. */
const IMPATIENT = { ...PACE.patience, awayMs: 1_500 };

describe('the connection to Discord', async () => {
  const petition = await sample();
  let databaseUrl: string;
  let discord: FakeDiscord;
  const running: Process[] = [];

  beforeAll(async () => {
    databaseUrl = await createDatabase();
  });
  beforeEach(async () => {
    discord = await startDiscord({ heartbeatMs: 300 });
  });
  afterEach(async () => {
    await Promise.all(running.splice(0).map((bot) => bot.stop()));
    await discord.stop();
  });

  async function start(patience = PACE.patience, leases?: (leases: Leases) => Leases): Promise<Process> {
    const pace = { backoff: BACKOFF, patience };
    const watched = leases === undefined ? {} : { leases };
    const bot = await startProcess({ discord, databaseUrl, petition, pace, ...watched });
    running.push(bot);
    return bot;
  }

  async function startConnected(patience = PACE.patience): Promise<Process> {
    const bot = await start(patience);
    await untilIn(bot);
    return bot;
  }

  const untilIn = (bot: Process) => until(() => bot.adapter.health().ok && discord.gateway.connected === 1);
  const untilHealthSays = (bot: Process, code: string) =>
    until(() => JSON.stringify(bot.adapter.health()).includes(code));

  async function begin(): Promise<Person> {
    const person = discord.person();
    expect((await person.command('sign')).kind).toBe('message');
    return person;
  }

  test('needs no intents: it learns of nothing but taps', async () => {
    await startConnected();
    expect(discord.gateway.intents).toBe(0);
  });

  const askedAndCut = () => {
    discord.gateway.askToReconnect();
    discord.gateway.cut();
  };
  const drops: readonly (readonly [string, () => void])[] = [
    ['is cut', () => discord.gateway.cut()],
    ['is asked to connect anew', () => discord.gateway.askToReconnect()],
    ['is asked to, and cut at once', askedAndCut],
    ['is told that its session is invalid but can be taken up', () => discord.gateway.invalidate(true)],
    ['is closed with an unknown error', () => discord.gateway.close(4000)],
  ];
  for (const [what, drop] of drops) {
    test(`is taken up where it was when it ${what}, and a tap in between is answered`, async () => {
      await startConnected();
      const person = await begin();
      drop();
      await until(() => discord.gateway.connected === 0 || discord.gateway.resumed === 1);
      expect((await person.press(0)).kind).toBe('message');
      expect(person.text).toContain('The village');
      expect(discord.gateway.identified).toBe(1);
      expect(discord.gateway.resumed).toBe(1);
    });
  }

  test('is begun anew when its session is over, and the walk goes on', async () => {
    const bot = await startConnected();
    const person = await begin();
    discord.gateway.invalidate(false);
    await untilHealthSays(bot, 'discord-reconnecting');
    await untilIn(bot);
    await person.press(0);
    expect(person.text).toContain('The village');
    expect(discord.gateway.identified).toBe(2);
  });

  test('is given up when Discord no longer hears it, and taken up again', async () => {
    await startConnected();
    const person = await begin();
    discord.gateway.deaf = true;
    await until(() => discord.gateway.resumed > 0);
    discord.gateway.deaf = false;
    await until(() => discord.gateway.connected === 1);
    await person.press(0);
    expect(person.text).toContain('The village');
  });

  test('is cut off at once when Discord acknowledges no heartbeat, says so, and is taken up again', async () => {
    const bot = await startConnected({ ...PACE.patience, unacknowledgedMs: 200 });
    const person = await begin();
    // Nothing is read any more, not even a farewell: closing in order would take 30 s.
    discord.gateway.freeze();
    await untilHealthSays(bot, 'discord-reconnecting');
    await untilIn(bot);
    await person.press(0);
    expect(person.text).toContain('The village');
    expect(discord.gateway).toMatchObject({ identified: 1, resumed: 1 });
  });

  const resumeFaults: readonly ResumeFault[] = [
    'refuses',
    'black-hole',
    'does-not-resolve',
    'swallows-resume',
  ];
  for (const fault of resumeFaults) {
    test(`is begun with a new session when the address for resuming fails: it ${fault}`, async () => {
      discord.gateway.resumeFault = fault;
      const bot = await startConnected(IMPATIENT);
      const person = await begin();
      discord.gateway.cut();
      await untilHealthSays(bot, 'discord-reconnecting');
      await untilIn(bot);
      await person.press(0);
      expect(person.text).toContain('The village');
      expect(discord.gateway).toMatchObject({ identified: 2, resumed: 0 });
      expect(bot.log.join('')).toContain('the bot begins a new session');
    });
  }

  test('is made when a ban of the address is over, with no request before that, and the log says so in words', async () => {
    discord.faults.plan(/^GET \/gateway\/bot/, banPage(429, { 'Retry-After': '2' }));
    const bot = await start();
    await untilHealthSays(bot, 'discord-banned');
    const asked = discord.requests.length;
    expect(asked).toBe(1);
    await untilIn(bot);
    expect(bot.log.filter((line) => line.includes('Cloudflare has banned'))).toHaveLength(1);
    await begin();
  });

  test('is not tried again before the time that Discord asks to wait, however long', async () => {
    discord.faults.plan(/^GET \/gateway\/bot/, tooMany(3));
    const began = performance.now();
    const bot = await start(IMPATIENT);
    await untilHealthSays(bot, 'discord-away');
    await untilIn(bot);
    expect(performance.now() - began).toBeGreaterThanOrEqual(3_000);
    expect(discord.requests.filter((request) => request.startsWith('GET /gateway/bot'))).toHaveLength(2);
  });

  test('is of no use during a ban of the address: /readyz says so, and no tap makes a request', async () => {
    const bot = await startConnected();
    discord.faults.plan(/callback$/, banPage(403, { 'Retry-After': '600' }), 3);
    const people = [discord.person(), discord.person(), discord.person()];
    for (const person of people) void person.command('sign');
    await untilHealthSays(bot, 'discord-banned');
    const refused = () => bot.log.filter((line) => line.includes('AddressBanned')).length;
    await until(() => refused() === 3);
    const callbacks = () => discord.requests.filter((request) => request.endsWith('callback')).length;
    const before = callbacks();
    void discord.person().command('sign');
    await until(() => refused() === 4);
    expect(callbacks()).toBe(before);
    expect(bot.log.join('')).toContain('"minutes":10');
  });

  test('says that the token is refused, goes on trying, and mends when Discord takes it', async () => {
    const bot = await startConnected();
    const token = discord.token;
    discord.token = 'another.token.altogether';
    discord.gateway.close(4004);
    await untilHealthSays(bot, 'discord-token-refused');
    expect(bot.log.join('')).toContain('discord-token-refused');
    const before = discord.requests.length;
    await until(() => discord.requests.length > before + 2);
    discord.token = token;
    await untilIn(bot);
    await begin();
  });

  test('says so where Discord forbids what was asked for', async () => {
    discord.gateway.refuseWith = 4014;
    const bot = await start();
    await untilHealthSays(bot, 'discord-closed-4014');
    discord.gateway.refuseWith = null;
    await untilIn(bot);
  });

  test('waits for a gateway that refuses it at the start', async () => {
    discord.gateway.refuseConnections = true;
    const bot = await start();
    await untilHealthSays(bot, 'discord-connecting');
    await until(() => discord.gateway.refused >= 2);
    discord.gateway.refuseConnections = false;
    await untilIn(bot);
  });

  test('waits for a Discord that is away at the start, and for one that goes away', async () => {
    await discord.leave();
    const bot = await start();
    await untilHealthSays(bot, 'discord-away');
    await discord.arrive();
    await untilIn(bot);
    await discord.leave();
    await until(() => !bot.adapter.health().ok);
    await discord.arrive();
    await untilIn(bot);
    await begin();
  });

  const refusals: readonly (readonly [string, Fault, number])[] = [
    ['with 401', UNAUTHORISED, 3],
    ['for too many requests', tooMany(0.2), 2],
    ['with an error page', BAD_GATEWAY, 9],
    ['with a cut line', { kind: 'drop' }, 3],
    ['with something else than was asked for', { kind: 'status', status: 200, body: { shards: 'x' } }, 2],
  ];
  for (const [what, fault, times] of refusals) {
    test(`is made in the end where Discord answers ${what} at first`, async () => {
      discord.faults.plan(/^GET \/gateway\/bot/, fault, times);
      const bot = await start();
      await untilIn(bot);
      await begin();
    });
  }

  test('is not made any more by a login that was under way when another process took over', async () => {
    let answer: () => void = () => undefined;
    const after = new Promise<void>((resolve) => {
      answer = resolve;
    });
    discord.faults.plan(/^GET \/gateway\/bot/, { kind: 'late', after });
    const bot = await start();
    await until(() => discord.requests.includes('GET /gateway/bot'));
    await bot.database.query(
      `UPDATE ${schemaName('sample', false)}.leases
       SET holder = 'another', until = clock_timestamp() + interval '5 seconds'`,
    );
    await until(() => bot.log.join('').includes('lost the job'));
    answer();
    await until(() => bot.log.filter((line) => line.includes('has the job')).length === 2);
    await until(() => discord.gateway.connected > 0);
    await begin();
    expect(discord.gateway).toMatchObject({ connected: 1, identified: 1 });
  });

  test('survives an event that discord.js can make nothing of', async () => {
    const bot = await startConnected();
    discord.gateway.dispatch('INTERACTION_CREATE', { id: '1', type: 2, data: { type: 1 } });
    discord.gateway.dispatch('INTERACTION_CREATE', { id: '1', type: 99 });
    await begin();
    expect(bot.log.join('')).toContain('a gateway event could not be handled');
  });

  test("is one process's at a time: another waits, is well, and takes over in the middle of a walk", async () => {
    const first = await startConnected();
    let refused = 0;
    const second = await start(PACE.patience, (leases) => ({
      async take(job) {
        const lease = await leases.take(job);
        if (job === 'discord-gateway' && lease === null) refused += 1;
        return lease;
      },
    }));
    const person = await begin();
    await until(() => refused > 1);
    expect(discord.gateway.connected).toBe(1);
    expect(second.adapter.health()).toEqual({ ok: true });
    await first.stop();
    running.splice(running.indexOf(first), 1);
    expect(discord.gateway.connected).toBe(0);
    await until(() => discord.gateway.connected === 1);
    await person.press(0);
    expect(person.text).toContain('The village');
    expect(discord.gateway.identified).toBe(2);
  });

  test('stays with its process when the database drops every connection', async () => {
    await startConnected();
    await start();
    const person = await begin();
    await once(
      databaseUrl,
      `SELECT pg_terminate_backend(pid, 10000) FROM pg_stat_activity
       WHERE pid <> pg_backend_pid() AND datname = current_database()`,
    );
    await person.press(0);
    expect(person.text).toContain('The village');
    expect(discord.gateway.identified).toBe(1);
  });

  test('stays ended when the process stops while it is being taken up, and nothing is left behind', async () => {
    const timers = () => process.getActiveResourcesInfo().filter((kind) => kind === 'Timeout').length;
    const before = timers();
    const bot = await startConnected();
    await begin();
    discord.gateway.cut();
    await until(() => discord.gateway.connected === 0);
    await bot.stop();
    running.splice(running.indexOf(bot), 1);
    // discord.js's pause before it reconnects is over. A connection that came back would keep timers of its own.
    await until(() => timers() <= before);
    expect(discord.gateway.connected).toBe(0);
    expect(discord.gateway.resumed).toBe(0);
  });
});
