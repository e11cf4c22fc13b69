import { pino } from 'pino';
import { discord as discordPlatform } from '../../adapters/discord/index.js';
import { slack as slackPlatform } from '../../adapters/slack/index.js';
import { createAdapter, PACE } from '../../adapters/telegram/adapter.js';
import { LIMITS } from '../../adapters/telegram/limits.js';
import { readSettings } from '../../adapters/telegram/settings.js';
import { web } from '../../adapters/web/index.js';
import type { ConfiguredPlatform, Platform } from '../../src/channel/platform.js';
import { type Environment, readConfiguration } from '../../src/config.js';
import { serve } from '../../src/serve.js';
import { makeKeys } from '../../src/signatures/keys.js';
import { FAST, SECRET, until } from '../adapters/telegram/support.js';
import { type FakeDiscord, startDiscord } from '../fakes/discord/server.js';
import { type FakeSlack, startFakeSlack } from '../fakes/slack/server.js';
import { NO_RATES } from '../fakes/telegram/rate-limits.js';
import { FakeTelegram } from '../fakes/telegram/server.js';
import { freePort } from '../support/free-port.js';

/** The token that opens `/metrics`. */
export const METRICS_TOKEN = 'metrics-token-of-the-tests';

/** Longer than the platforms wait for an answer: these tests check answers, even if all cores are busy. */
const PATIENCE_MS = 20_000;

/** The whole program as in a campaign, connected to every platform's fake. */
export interface Stand {
  /** The address of the HTTP server, without a slash at the end. */
  readonly url: string;
  /** The environment for the operator's commands. */
  readonly env: Environment;
  /** Opens what is sealed. */
  readonly identity: string;
  /** The lines of the log. */
  readonly log: string[];
  readonly polling: FakeTelegram;
  readonly webhook: FakeTelegram;
  readonly discord: FakeDiscord;
  readonly slackBySocket: FakeSlack;
  readonly slackByHttp: FakeSlack;
  stop(): Promise<void>;
}

export interface StandOptions {
  /** Null: the embedded database in `dataDir`. */
  readonly databaseUrl: string | null;
  readonly dataDir: string;
  readonly level: 'debug' | 'trace';
}

/** Starts everything, and waits until all platforms are connected. */
export async function startStand({ databaseUrl, dataDir, level }: StandOptions): Promise<Stand> {
  const { pepper, identity, recipient } = await makeKeys();
  const [polling, webhook, discord, slackBySocket, slackByHttp, port] = await Promise.all([
    FakeTelegram.start(),
    FakeTelegram.start({ retryMs: 50, firstPersonId: 6_000_000_001 }),
    startDiscord({ deadlineMs: PATIENCE_MS }),
    startFakeSlack({ patienceMs: PATIENCE_MS }),
    startFakeSlack({ patienceMs: PATIENCE_MS, retryAfterMs: [50, 100, 200] }),
    freePort(),
  ]);
  const env = {
    ...(databaseUrl === null ? {} : { DATABASE_URL: databaseUrl }),
    DATA_DIR: dataDir,
    PORT: String(port),
    PUBLIC_URL: `http://127.0.0.1:${port}`,
    TRUST_PROXY: '1',
    WEB_CHAT: 'on',
    PUBLIC_REFRESH_SECONDS: '0',
    METRICS_TOKEN,
    IDENTITY_PEPPER: pepper,
    SEAL_RECIPIENTS: recipient,
    ORGANISER_NAME: 'The Friends of the Rif',
    ORGANISER_CONTACT: 'friends@example.org',
    PRIVACY_URL: 'https://example.org/privacy',
    HOSTING_COUNTRY: 'CA',
    TELEGRAM_BOT_TOKEN: polling.token,
    TELEGRAM_API_ROOT: polling.apiRoot,
    DISCORD_BOT_TOKEN: discord.token,
    DISCORD_APPLICATION_ID: discord.applicationId,
    DISCORD_API_ROOT: discord.apiRoot,
    SLACK_BOT_TOKEN: slackBySocket.botToken,
    SLACK_APP_TOKEN: slackBySocket.appToken,
    SLACK_API_ROOT: slackBySocket.apiRoot,
  };
  const platforms = [
    telegram(env),
    telegram({
      ...env,
      TELEGRAM_API_ROOT: webhook.apiRoot,
      TELEGRAM_MODE: 'webhook',
      TELEGRAM_WEBHOOK_SECRET: SECRET,
    }),
    configured(discordPlatform, env),
    configured(slackPlatform, env),
    configured(slackPlatform, {
      ...env,
      SLACK_APP_TOKEN: '',
      SLACK_SIGNING_SECRET: slackByHttp.signingSecret,
      SLACK_API_ROOT: slackByHttp.apiRoot,
    }),
  ];
  slackByHttp.deliverTo(`http://127.0.0.1:${port}/slack/events`);
  for (const { limits } of [polling, webhook]) limits.rates = NO_RATES;
  const { configuration, problems } = readConfiguration(env, platforms.length);
  if (configuration === null) throw new Error(problems.map(({ message }) => message).join('\n'));

  const log: string[] = [];
  const running = await serve({
    configuration,
    platforms,
    chat: web(configuration),
    log: pino({ level, base: null }, { write: (line: string) => log.push(line) }),
    now: () => new Date(),
    onFatal: (error) => {
      throw error;
    },
  });
  await until(
    () =>
      discord.gateway.connected === 1 &&
      slackBySocket.socket.connected === 1 &&
      slackByHttp.requests.includes('auth.test') &&
      webhook.world.webhook.settings !== null &&
      polling.calls.some(({ method }) => method === 'getUpdates'),
  );
  return {
    url: running.url.replace(/\/$/, ''),
    env,
    identity,
    log,
    polling,
    webhook,
    discord,
    slackBySocket,
    slackByHttp,
    async stop() {
      await running.stop();
      const fakes = [polling, webhook, discord, slackBySocket, slackByHttp];
      await Promise.all(fakes.map((fake) => fake.stop()));
    },
  };
}

/** The program's platform without its rate limits: these tests do not wait for Telegram's. */
function telegram(env: Environment): ConfiguredPlatform {
  const settings = readSettings(env);
  if (settings === null || 'problems' in settings) throw new Error('Telegram is not configured');
  return {
    channel: 'telegram',
    limits: LIMITS,
    create: async (context) =>
      createAdapter(settings, context, {
        ...PACE,
        rates: FAST,
        retryMs: 20,
        backoff: { firstMs: 50, longestMs: 100 },
      }),
    check: async () => [],
  };
}

function configured(platform: Platform, env: Environment): ConfiguredPlatform {
  const read = platform.configure(env);
  if (read === null || 'problems' in read) throw new Error('a platform is not configured');
  return read;
}
