import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pino } from 'pino';
import { describe, expect, it, type TestContext } from 'vitest';
import { slack as slackPlatform } from '../../adapters/slack/index.js';
import { telegram as telegramPlatform } from '../../adapters/telegram/index.js';
import { web } from '../../adapters/web/index.js';
import { configurePlatforms } from '../../src/channel/platform.js';
import { type Environment, readConfiguration } from '../../src/config.js';
import { serve } from '../../src/serve.js';
import { makeKeys } from '../../src/signatures/keys.js';
import { openServer } from '../../src/storage/server.js';
import { startFakeSlack } from '../fakes/slack/server.js';
import { NO_RATES } from '../fakes/telegram/rate-limits.js';
import { FakeTelegram } from '../fakes/telegram/server.js';
import { createDatabase } from '../support/postgres.js';
import { openReceiver } from '../support/receiver.js';
import { until } from '../support/until.js';

const SCHEMA = 'petition_zefzafi';

/** The whole program, with Telegram and what else the environment names. */
async function startBot(more: Environment, finished: TestContext['onTestFinished']) {
  const telegram = await FakeTelegram.start();
  telegram.limits.rates = NO_RATES;
  const { pepper, recipient } = await makeKeys();
  const dataDir = await mkdtemp(path.join(tmpdir(), 'waves-'));
  const databaseUrl = await createDatabase();
  const group = telegram.group();
  const env = {
    DATABASE_URL: databaseUrl,
    DATA_DIR: dataDir,
    PORT: '0',
    IDENTITY_PEPPER: pepper,
    SEAL_RECIPIENTS: recipient,
    ORGANISER_NAME: 'The Friends of the Rif',
    ORGANISER_CONTACT: 'friends@example.org',
    PRIVACY_URL: 'https://example.org/privacy',
    HOSTING_COUNTRY: 'CA',
    TELEGRAM_BOT_TOKEN: telegram.token,
    TELEGRAM_API_ROOT: telegram.apiRoot,
    ...more,
    ...('TELEGRAM_STAFF_CHATS' in more ? { TELEGRAM_STAFF_CHATS: String(group.id) } : {}),
  };
  const platforms = configurePlatforms([telegramPlatform, slackPlatform], env);
  const { configuration, problems } = readConfiguration(env, platforms.configured.length);
  if (configuration === null) throw new Error(problems.map(({ message }) => message).join('\n'));
  const log: string[] = [];
  const running = await serve({
    configuration,
    platforms: platforms.configured,
    chat: web(configuration),
    log: pino({ level: 'warn', base: null }, { write: (line: string) => log.push(line) }),
    now: () => new Date(),
    staffPace: { lookMs: 50, timeoutMs: 60_000 },
    onFatal: (error) => {
      throw error;
    },
  });
  const database = openServer(databaseUrl);
  finished(async () => {
    await running.stop();
    await database.close();
    await telegram.stop();
    await rm(dataDir, { recursive: true });
    expect(telegram.violations).toEqual([]);
  });
  return {
    group,
    log,
    /** As if so many had signed within a minute. */
    wave: (count: number) =>
      database.query(
        `INSERT INTO ${SCHEMA}.signatures
           (key, value, receipt_key, data_key, channel, locale, source, age, status, day)
         SELECT gen_random_uuid(), '', gen_random_uuid(), '', 'telegram', 'en', 'poster', 'unknown', 'counted',
           current_date
         FROM generate_series(1, ${count})`,
      ),
  };
}

const WAVE = 'Far more people than usual are signing';
const CEILING = 'More than 500 signatures an hour come from one source: poster';
const counting = (texts: readonly string[]) => ({
  waves: texts.filter((text) => text.includes(WAVE)).length,
  ceilings: texts.filter((text) => text.includes(CEILING)).length,
});

describe('a wave on a running bot', () => {
  it('is told in Slack, in the Telegram group and to the webhook, once in each', async ({
    onTestFinished,
  }) => {
    const [slack, receiver] = await Promise.all([startFakeSlack(), openReceiver()]);
    onTestFinished(() => Promise.all([slack.stop(), receiver.stop()]).then(() => undefined));
    const room = slack.channel({ kind: 'private', name: 'staff' });
    const { group, wave } = await startBot(
      {
        SLACK_BOT_TOKEN: slack.botToken,
        SLACK_APP_TOKEN: slack.appToken,
        SLACK_API_ROOT: slack.apiRoot,
        SLACK_STAFF_CHANNELS: room.id,
        TELEGRAM_STAFF_CHATS: 'the group',
        ALERT_WEBHOOK_URL: receiver.url,
        ALERT_WEBHOOK_SECRET: receiver.secret,
      },
      onTestFinished,
    );
    const places = () => [
      slack.messages.inChannel(room.id).map(({ data }) => JSON.stringify(data)),
      group.received.map(({ text }) => text),
      receiver.received.map(({ text }) => text),
    ];
    const told = () => places().map(counting);
    await wave(300);
    await until(() => told().every(({ waves }) => waves > 0));
    // The next alert shows that the jobs have looked again since.
    await wave(300);
    await until(() => told().every(({ ceilings }) => ceilings > 0));
    expect(told()).toEqual(places().map(() => ({ waves: 1, ceilings: 1 })));
    expect(receiver.received.every(({ genuine }) => genuine)).toBe(true);
    expect(receiver.received.map(({ kind }) => kind)).toContain('alert');
  });

  it('is told to the log at warn where staff have no place', async ({ onTestFinished }) => {
    const { log, wave } = await startBot({}, onTestFinished);
    await wave(300);
    const told = () => log.map((line) => JSON.parse(line)).filter(({ code }) => code === 'staff-alert');
    await until(() => told().length > 0);
    expect(told()).toMatchObject([{ level: 40, text: expect.stringContaining(WAVE) }]);
  });
});
