import { createAdapter, PACE, type Pace } from '../../../adapters/slack/adapter.js';
import { SCOPES } from '../../../adapters/slack/scopes.js';
import type { SlackSettings } from '../../../adapters/slack/settings.js';
import type { Campaign } from '../../../src/campaign.js';
import type { Adapter } from '../../../src/channel/adapter.js';
import { servedPetitions } from '../../../src/channel/served-petitions.js';
import type { StaffDesk } from '../../../src/staff/desk.js';
import type { Database } from '../../../src/storage/database.js';
import { type FakeSlack, type FakeSlackOptions, startFakeSlack } from '../../fakes/slack/server.js';
import { deskOver } from '../../support/staff.js';
import { until } from '../../support/until.js';
import { type GroundOptions, httpServerFor, openGround } from '../ground.js';

export { until };

/** How Slack reaches the bot. */
export type Mode = 'http' | 'socket';
export const MODES: readonly Mode[] = ['http', 'socket'];

/** One process of the bot: a real store, the real conversation, the adapter, and the log that it wrote. */
export interface Process {
  readonly adapter: Adapter;
  readonly campaign: Campaign;
  /** The campaigns of all petitions: `campaign` is the first. */
  readonly campaigns: readonly Campaign[];
  readonly database: Database;
  readonly log: string[];
  /** Where Slack delivers in HTTP mode. */
  readonly eventsUrl: string;
  stop(): Promise<void>;
}

export interface ProcessOptions extends GroundOptions {
  readonly slack: FakeSlack;
  readonly mode?: Mode;
  readonly staffChannels?: readonly string[];
  readonly pace?: Partial<Pace>;
  /** Stands for the staff desk. */
  readonly desk?: StaffDesk;
  readonly settings?: Partial<SlackSettings>;
}

/** Starts a process of the bot; in HTTP mode the fake delivers to it from then on. */
export async function startProcess(options: ProcessOptions): Promise<Process> {
  const { slack, petition, mode = 'socket' } = options;
  // The manifests ask for no more: what needs another fails here too.
  slack.grants.scopes = [...SCOPES];
  const ground = await openGround(options);
  const { campaign, log, now } = ground;
  const staff =
    options.desk ??
    deskOver(petition, campaign, {
      exclusively: (work, elsewhere) => ground.context.ownership.hold('staff', work, elsewhere),
      log,
      now,
      pace: { lookMs: 200, timeoutMs: 60_000 },
    });
  const settings: SlackSettings = {
    botToken: slack.botToken,
    apiRoot: slack.apiRoot,
    staffChannels: (options.staffChannels ?? []).map((written) => {
      const [id = '', petition = null] = written.split('=');
      return { id, petition };
    }),
    transport:
      mode === 'http'
        ? { mode, signingSecret: slack.signingSecret, publicUrl: null }
        : { mode, appToken: slack.appToken },
    ...options.settings,
  };
  const context = { ...ground.context, staff };
  const petitions = options.others === undefined ? servedPetitions([context]) : context.petitions;
  const adapter = createAdapter(settings, { ...context, petitions }, { ...PACE, ...options.pace });
  const server = httpServerFor(adapter, { campaign, log });
  const { port } = await server.listen();
  const eventsUrl = `http://127.0.0.1:${port}/slack/events`;
  if (mode === 'http') slack.deliverTo(eventsUrl);
  await adapter.start();
  return {
    adapter,
    campaign,
    campaigns: ground.campaigns,
    database: ground.database,
    log: ground.lines,
    eventsUrl,
    async stop() {
      await Promise.all([adapter.stop(), server.close()]);
      await ground.close();
    },
  };
}

/** Starts a fake Slack and a process on it, and waits until they know each other. */
export async function startBoth(
  options: Omit<ProcessOptions, 'slack' | 'staffChannels'> & {
    readonly fake?: FakeSlackOptions;
    /** Makes the staff channels, and gives their ids. */
    readonly staff?: (slack: FakeSlack) => readonly string[];
  },
): Promise<{ slack: FakeSlack; bot: Process; stop(): Promise<void> }> {
  const slack = await startFakeSlack(options.fake);
  const staffChannels = options.staff?.(slack) ?? [];
  const bot = await startProcess({ ...options, slack, staffChannels });
  await until(() => bot.adapter.health().ok);
  return {
    slack,
    bot,
    async stop() {
      await bot.stop();
      await slack.stop();
    },
  };
}
