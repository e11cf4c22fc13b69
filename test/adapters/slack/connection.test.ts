import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Pace } from '../../../adapters/slack/adapter.js';
import type { Petition } from '../../../src/petition/petition.js';
import { BAD_GATEWAY, type Fault, tooMany } from '../../fakes/slack/faults.js';
import { type FakeSlack, startFakeSlack } from '../../fakes/slack/server.js';
import { startPostgres, type TestPostgres } from '../../support/postgres.js';
import { PRESSES_TO_NAME } from '../../support/walk.js';
import { sample } from '../../transcripts/sample.js';
import { MODES, type Process, type ProcessOptions, startProcess, until } from './support.js';

const PACE: Partial<Pace> = { backoff: { firstMs: 20, longestMs: 200 }, lookMs: 50 };

let postgres: TestPostgres;
let petition: Petition;
let databaseUrl: string;
let slack: FakeSlack;
let running: Process[] = [];

beforeAll(async () => {
  postgres = await startPostgres();
  petition = await sample();
});
afterAll(() => postgres.remove());
beforeEach(async () => {
  slack = await startFakeSlack();
  databaseUrl = await postgres.createDatabase();
});
afterEach(async () => {
  await Promise.all(running.map((bot) => bot.stop()));
  running = [];
  await slack.stop();
});

async function begin(options: Partial<ProcessOptions> = {}): Promise<Process> {
  const bot = await startProcess({ slack, databaseUrl, petition, pace: PACE, ...options });
  running.push(bot);
  return bot;
}

async function start(options: Partial<ProcessOptions> = {}): Promise<Process> {
  const bot = await begin(options);
  await until(() => bot.adapter.health().ok);
  return bot;
}

/** Somebody new asks to sign, and sees the first screen. */
async function expectAnAnswer(): Promise<void> {
  const person = slack.person();
  expect(await person.command(slack.channel(), '/petition', 'sign')).toMatchObject({ kind: 'message' });
  expect(person.text).toContain('Open the well again');
}

describe.for(MODES)('at the start, by %s', (mode) => {
  test('a Slack that is away is waited for', async () => {
    await slack.leave();
    const bot = await begin({ mode });
    await until(() => bot.log.join('').includes('the check of the token failed'));
    expect(bot.adapter.health().ok).toBe(false);
    await slack.arrive();
    await until(() => bot.adapter.health().ok);
    await expectAnAnswer();
  });

  test('refused tokens are named, and waited for to be mended', async () => {
    slack.grants.refuseTokensWith = 'invalid_auth';
    const bot = await begin({ mode });
    await until(() => bot.log.join('').includes('the check of the token failed'));
    expect(bot.adapter.health()).toEqual({ ok: false, code: 'slack-token-refused' });
    slack.grants.refuseTokensWith = null;
    await until(() => bot.adapter.health().ok);
    await expectAnAnswer();
  });

  test.for<[string, Fault]>([
    ['asks for a pause', tooMany(1)],
    ['stands behind a broken proxy', BAD_GATEWAY],
    ['has an error of its own', { kind: 'error', code: 'internal_error' }],
    ['answers with a page', { kind: 'status', status: 200, body: '<html>Maintenance</html>' }],
    ['hangs up', { kind: 'drop' }],
  ])('a Slack that %s is asked again', async ([, fault]) => {
    slack.faults.plan(/auth\.test/, fault, 2);
    slack.faults.plan(/apps\.connections\.open/, fault, 2);
    await start({ mode });
    await expectAnAnswer();
  });
});

describe('in Socket Mode', () => {
  test.each<[string, () => void]>([
    ['cuts it', () => slack.socket.cut()],
    ['warns that it will end', () => slack.socket.askToReconnect('warning')],
    ['asks for another', () => slack.socket.askToReconnect('refresh_requested')],
  ])('a connection is made anew when Slack %s, again and again', async (_what, trouble) => {
    await start();
    for (let time = 2; time <= 4; time += 1) {
      trouble();
      await until(() => slack.socket.greeted === time && slack.socket.connected === 1);
      await expectAnAnswer();
    }
  });

  test.each(['warning', 'refresh_requested'] as const)(
    'the next connection is open before the one that Slack ends (%s) is dropped',
    async (reason) => {
      await start();
      // The next one takes a moment: meanwhile the former one serves.
      slack.faults.plan(/apps\.connections\.open/, { kind: 'slow', ms: 300 });
      slack.socket.askToReconnect(reason);
      await expectAnAnswer();
      expect(slack.socket.greeted).toBe(1);
      await until(() => slack.socket.greeted === 2 && slack.socket.connected === 1);
      await expectAnAnswer();
      expect(slack.socket.gaps).toBe(0);
    },
  );

  test('a connection that Slack ends serves on while no other can be opened', async () => {
    const bot = await start();
    slack.faults.plan(/apps\.connections\.open/, BAD_GATEWAY, 2);
    slack.socket.askToReconnect('warning');
    await until(() => slack.requests.filter(isOpening).length >= 2);
    expect(bot.adapter.health()).toEqual({ ok: true });
    await until(() => slack.socket.greeted === 2 && slack.socket.connected === 1);
    expect(slack.socket.gaps).toBe(0);
  });

  test('a connection is made anew when its address is refused, or is good no longer', async () => {
    const bot = await start();
    slack.faults.plan(/apps\.connections\.open/, { kind: 'error', code: 'invalid_auth' }, 2);
    slack.socket.refuseConnections = true;
    slack.socket.cut();
    await until(() => !bot.adapter.health().ok && slack.requests.filter(isOpening).length >= 3);
    slack.socket.refuseConnections = false;
    await until(() => bot.adapter.health().ok);
    await expectAnAnswer();
  });

  test('messages of which nothing can be made change nothing', async () => {
    await start();
    const nothings = ['', 'text', 'null', '7', '[]', '{}', '{"type":null}', '{"type":"of_next_year"}'];
    const envelopes = ['events_api', 'interactive', 'slash_commands'].flatMap((type) =>
      [undefined, null, {}, { type: 'block_actions' }, { event: null }].map((payload) =>
        JSON.stringify({ type, envelope_id: 'e', payload }),
      ),
    );
    for (const message of [...nothings, ...envelopes]) slack.socket.say(message);
    await expectAnAnswer();
    expect(slack.socket.greeted).toBe(1);
  });

  test('what was on its way when the connection was cut comes by the next', async () => {
    await start();
    const person = slack.person();
    const answer = person.command(slack.channel(), '/petition', 'sign');
    slack.socket.cut();
    expect((await answer).kind).toBe('message');
    expect(person.screens).toHaveLength(1);
  });

  test('a connection on which Slack has fallen silent is given up for another', async () => {
    await start();
    slack.socket.deaf = true;
    await until(() => slack.socket.greeted >= 2, 30_000);
    slack.socket.deaf = false;
    await expectAnAnswer();
  });

  test('a press whose acknowledgement was lost with the connection comes again, and counts once', async () => {
    const bot = await start();
    const person = slack.person();
    await person.command(slack.channel(), '/petition', 'sign');
    for (let tap = 0; tap < PRESSES_TO_NAME.sample; tap += 1) await person.press(0);
    await person.press(0);
    const press = slack.deliveries.last('interactive');
    slack.socket.cut();
    await until(() => slack.socket.connected === 1);
    expect(await slack.deliveries.repeat(press, { number: 0, reason: '' })).toMatchObject({
      how: 'acknowledged',
    });
    await person.command(person.direct, '/petition', 'mydata');
    expect(await bot.campaign.ledger.counted()).toBe(1);
  });

  test('of two processes each has a connection, and what both are told has one effect', async () => {
    const [one] = [await start(), await start()];
    expect(slack.socket.connected).toBe(2);
    const person = slack.person();
    const channel = slack.channel();
    await person.command(channel, '/petition', 'sign');
    for (let tap = 0; tap <= PRESSES_TO_NAME.sample; tap += 1) {
      await person.press(0);
      const { edits } = person.screen();
      // The fake tells each in turn: this goes to the other process, which shows the same step again.
      await slack.deliveries.repeat(slack.deliveries.last('interactive'));
      await until(() => person.screen().edits === edits + 1);
    }
    expect(person.text).toContain('Thank you');
    expect(await one.campaign.ledger.counted()).toBe(1);
    expect(await one.campaign.ledger.reconcile()).toEqual([]);
  });
});

describe.for(MODES)('at the end, by %s', (mode) => {
  test('what was taken is answered first', async () => {
    const bot = await start({ mode });
    const person = slack.person();
    const goOn = await postgres.freeze();
    const answer = person.command(slack.channel(), '/petition', 'sign');
    expect(await slack.deliveries.last('slash_commands').first).toMatchObject({ how: 'acknowledged' });
    const stopped = bot.stop();
    goOn();
    expect((await answer).kind).toBe('message');
    await stopped;
    running = [];
  });
});

const isOpening = (method: string) => method === 'apps.connections.open';
