import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createClock } from '../../../adapters/slack/clock.js';
import { type FakeSlack, startFakeSlack } from '../../fakes/slack/server.js';
import { createDatabase } from '../../support/postgres.js';
import { sample } from '../../transcripts/sample.js';
import { type Process, startProcess, until } from './support.js';

const MINUTE = 60_000;
const seconds = (ahead: number) => Math.floor(Date.now() / 1_000) + ahead;

describe('a clock that is wrong', () => {
  let slack: FakeSlack;
  let bot: Process;
  beforeEach(async () => {
    slack = await startFakeSlack();
    const databaseUrl = await createDatabase();
    bot = await startProcess({ slack, databaseUrl, petition: await sample(), mode: 'http' });
    await until(() => bot.adapter.health().ok);
  });
  afterEach(async () => {
    await bot.stop();
    await slack.stop();
  });

  const knock = async (ahead: number, secret = slack.signingSecret) =>
    (await slack.door.post('{}', { timestamp: seconds(ahead), secret })).status;

  test.each([-360, 360, 86_400])(
    'turns Slack "not ready" where its requests are refused for %i s, until one is on time',
    async (ahead) => {
      expect(await knock(ahead)).toBe(401);
      expect(bot.adapter.health()).toEqual({ ok: false, code: 'clock' });
      await knock(ahead);
      const told = bot.log.filter((line) => line.includes('set it by NTP'));
      expect(told).toHaveLength(1);
      expect(Math.abs(JSON.parse(told[0] ?? '').secondsAhead + ahead)).toBeLessThan(20);
      expect(await knock(0)).toBe(200);
      expect(bot.adapter.health()).toEqual({ ok: true });
    },
  );

  test('is not to be feigned by requests that Slack did not sign', async () => {
    expect(await knock(-360, 'another secret')).toBe(401);
    expect(bot.adapter.health()).toEqual({ ok: true });
  });

  test('is not to be feigned by a replay while Slack gets through', async () => {
    expect(await knock(0)).toBe(200);
    expect(await knock(-360)).toBe(401);
    expect(bot.adapter.health()).toEqual({ ok: true });
  });
});

describe('what is remembered of stale requests', () => {
  const log = pino({ level: 'silent' });

  test('is forgotten where no request comes, and not before Slack would try again', () => {
    let now = 0;
    const clock = createClock(log, () => now);
    clock.stale(400);
    now += 6 * MINUTE;
    expect(clock.code()).toBe('clock');
    now += 5 * MINUTE;
    expect(clock.code()).toBeNull();
  });

  test('counts again some time after the last fresh request', () => {
    let now = 0;
    const clock = createClock(log, () => now);
    clock.fresh();
    now += 4 * MINUTE;
    clock.stale(400);
    expect(clock.code()).toBeNull();
    now += 2 * MINUTE;
    clock.stale(400);
    expect(clock.code()).toBe('clock');
  });
});
