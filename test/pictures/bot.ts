import { pino } from 'pino';
import { discord as discordPlatform } from '../../adapters/discord/index.js';
import { slack as slackPlatform } from '../../adapters/slack/index.js';
import { SCOPES } from '../../adapters/slack/scopes.js';
import { telegram as telegramPlatform } from '../../adapters/telegram/index.js';
import { web } from '../../adapters/web/index.js';
import { configurePlatforms } from '../../src/channel/platform.js';
import { type Environment, readConfiguration } from '../../src/config.js';
import { type Running, serve } from '../../src/serve.js';
import { type FakeDiscord, startDiscord } from '../fakes/discord/server.js';
import { type FakeSlack, startFakeSlack } from '../fakes/slack/server.js';
import type { Channel } from '../fakes/slack/workspace.js';
import { NO_RATES } from '../fakes/telegram/rate-limits.js';
import { FakeTelegram } from '../fakes/telegram/server.js';
import { NAMES } from '../support/names.js';
import { PEPPER, RECIPIENT } from '../support/people.js';
import { until } from '../support/until.js';
import { MOMENT, setClock } from './fixed-day.js';
import { collectSignatures } from './signatures.js';

const PLATFORMS = [telegramPlatform, discordPlatform, slackPlatform];

/** Longer than Telegram's longest: the QR code on the page leads to nobody. */
const USERNAME = 'the_bot_of_an_organiser_that_is_made_up_bot';

/** How long people in a picture wait for an answer: a busy machine is no platform's 3 s. */
const PATIENCE_MS = 60_000;

/** What the program says of the time never moves. */
const now = () => new Date(MOMENT);

/** A campaign on every platform at once: the program as `npm start` puts it together, on fakes at the wire. */
export interface CampaignBot {
  readonly telegram: FakeTelegram;
  readonly discord: FakeDiscord;
  readonly slack: FakeSlack;
  /** The channel in which staff are answered. */
  readonly staffChannel: Channel;
  readonly now: () => Date;
  /** The campaign page. */
  readonly url: string;
  stop(): Promise<void>;
}

export async function startCampaign(dataDir: string): Promise<CampaignBot> {
  await collectSignatures(dataDir, 'zefzafi');
  const [telegram, discord, slack] = await Promise.all([
    FakeTelegram.start({ username: USERNAME }),
    startDiscord({ deadlineMs: PATIENCE_MS }),
    startFakeSlack({ deadlineMs: PATIENCE_MS, patienceMs: PATIENCE_MS }),
  ]);
  // A person in a picture presses faster than a person with a phone.
  telegram.limits.rates = NO_RATES;
  slack.grants.scopes = [...SCOPES];
  const staffChannel = slack.channel({ kind: 'private', name: 'petition-staff' });
  const running = await start({
    DATA_DIR: dataDir,
    IDENTITY_PEPPER: PEPPER.toString('base64'),
    SEAL_RECIPIENTS: RECIPIENT,
    ORGANISER_NAME: 'The Friends of the Rif (an example)',
    ORGANISER_CONTACT: 'friends@example.org',
    PRIVACY_URL: 'https://example.org/privacy',
    HOSTING_COUNTRY: 'CA',
    TELEGRAM_BOT_TOKEN: telegram.token,
    TELEGRAM_API_ROOT: telegram.apiRoot,
    DISCORD_BOT_TOKEN: discord.token,
    DISCORD_APPLICATION_ID: discord.applicationId,
    DISCORD_API_ROOT: discord.apiRoot,
    SLACK_BOT_TOKEN: slack.botToken,
    SLACK_APP_TOKEN: slack.appToken,
    SLACK_API_ROOT: slack.apiRoot,
    SLACK_STAFF_CHANNELS: staffChannel.id,
  });
  await until(async () => (await running.report()).codes.length === 0 && discord.gateway.connected === 1);
  return {
    telegram,
    discord,
    slack,
    staffChannel,
    now,
    url: running.url,
    async stop() {
      await running.stop();
      await Promise.all([telegram.stop(), discord.stop(), slack.stop()]);
    },
  };
}

/** A bot with two petitions and no platform yet: a preview. */
export function startPreview(dataDir: string): Promise<Running> {
  return start({ DATA_DIR: dataDir, PETITIONS: 'zefzafi,example' });
}

/** Starts the program at the moment of the pictures. */
async function start(env: Environment): Promise<Running> {
  setClock(MOMENT);
  const { configured, problems } = configurePlatforms(PLATFORMS, env);
  const { configuration, problems: others } = readConfiguration({ PORT: '0', ...env }, configured.length);
  if (configuration === null || problems.length > 0)
    throw new Error(JSON.stringify([...problems, ...others]));
  return serve({
    configuration,
    platforms: configured,
    names: NAMES,
    chat: web(configuration),
    log: pino({ level: 'error' }),
    now,
    onFatal: (error) => {
      throw error;
    },
  });
}
