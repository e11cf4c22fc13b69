import { createAdapter, PACE, type Pace } from '../../../adapters/discord/adapter.js';
import type { Campaign } from '../../../src/campaign.js';
import type { Adapter } from '../../../src/channel/adapter.js';
import type { Database } from '../../../src/storage/database.js';
import { type FakeDiscord, type FakeDiscordOptions, startDiscord } from '../../fakes/discord/server.js';
import { until } from '../../support/until.js';
import { type GroundOptions, openGround } from '../ground.js';

export { until };

/** One process of the bot: a real store, the real conversation, the adapter, and the log that it wrote. */
export interface Process {
  readonly adapter: Adapter;
  readonly campaign: Campaign;
  /** The campaigns of all petitions: `campaign` is the first. */
  readonly campaigns: readonly Campaign[];
  readonly database: Database;
  readonly log: string[];
  stop(): Promise<void>;
}

export interface ProcessOptions extends GroundOptions {
  readonly discord: FakeDiscord;
  readonly pace?: Partial<Pace>;
}

/** Starts a process of the bot. */
export async function startProcess(options: ProcessOptions): Promise<Process> {
  const { discord } = options;
  const ground = await openGround(options);
  const settings = {
    token: discord.token,
    applicationId: discord.applicationId,
    apiRoot: discord.apiRoot,
  };
  const adapter = createAdapter(settings, ground.context, { ...PACE, ...options.pace });
  await adapter.start();
  return {
    adapter,
    campaign: ground.campaign,
    campaigns: ground.campaigns,
    database: ground.database,
    log: ground.lines,
    async stop() {
      await adapter.stop();
      await ground.close();
    },
  };
}

/** Starts a fake Discord and a process on it, connected. */
export async function startBoth(
  options: Omit<ProcessOptions, 'discord'> & { readonly fake?: FakeDiscordOptions },
): Promise<{ discord: FakeDiscord; bot: Process; stop(): Promise<void> }> {
  const discord = await startDiscord(options.fake);
  const bot = await startProcess({ ...options, discord });
  await until(() => discord.gateway.connected === 1);
  return {
    discord,
    bot,
    async stop() {
      await bot.stop();
      await discord.stop();
    },
  };
}
