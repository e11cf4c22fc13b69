import { afterAll, beforeAll, beforeEach, expect } from 'vitest';
import { createAdapter, PACE, type Pace } from '../../../adapters/telegram/adapter.js';
import type { Rates } from '../../../adapters/telegram/limits.js';
import type { TelegramSettings } from '../../../adapters/telegram/settings.js';
import type { Campaign } from '../../../src/campaign.js';
import type { Adapter } from '../../../src/channel/adapter.js';
import type { Database } from '../../../src/storage/database.js';
import type { Person } from '../../fakes/telegram/people.js';
import { NO_RATES, type Rates as TelegramRates } from '../../fakes/telegram/rate-limits.js';
import { FakeTelegram, type FakeTelegramOptions } from '../../fakes/telegram/server.js';
import type { Finished } from '../../support/finished.js';
import { createDatabase, startPostgres, type TestPostgres } from '../../support/postgres.js';
import { until } from '../../support/until.js';
import { PRESSES_TO_NAME } from '../../support/walk.js';
import { sample } from '../../transcripts/sample.js';
import { type GroundOptions, httpServerFor, openGround } from '../ground.js';

export { until };

export const SECRET = 'a-secret_that-only-Telegram-and-the-bot-know';

/** For tests that are not about Telegram's limits. */
export const FAST: Rates = {
  all: { begin: 10_000, most: 10_000, inFlight: 1_000, backOff: 1 },
  chat: [],
  group: [],
};

/** One process of the bot: a real store, the real conversation, the HTTP server, and the log that it wrote. */
export interface Process {
  readonly adapter: Adapter;
  readonly campaign: Campaign;
  /** The campaigns of all petitions: `campaign` is the first. */
  readonly campaigns: readonly Campaign[];
  readonly database: Database;
  readonly log: string[];
  /** Where its webhook is reached. */
  readonly webhook: string;
  stop(): Promise<void>;
}

export interface ProcessOptions extends GroundOptions {
  readonly telegram: FakeTelegram;
  readonly mode?: 'polling' | 'webhook';
  readonly pace?: Partial<Pace>;
  /** The token that the bot has; the fake's own where nothing is said. */
  readonly token?: string;
  readonly processes?: number;
  readonly inline?: boolean;
  /** The groups in which staff are answered. */
  readonly staffChats?: readonly number[];
}

/** Starts a process of the bot. */
export async function startProcess(options: ProcessOptions): Promise<Process> {
  const { telegram, mode = 'polling' } = options;
  const ground = await openGround(options, 'trace');
  const { campaign, log } = ground;
  let port = 0;
  const settings: TelegramSettings = {
    token: options.token ?? telegram.token,
    apiRoot: telegram.apiRoot,
    delivery:
      mode === 'polling'
        ? { mode }
        : {
            mode,
            secret: SECRET,
            // Known only once the server listens.
            get url() {
              return `http://127.0.0.1:${port}`;
            },
          },
    processes: options.processes ?? 1,
    inline: options.inline ?? false,
    staffChats: (options.staffChats ?? []).map((id) => ({ id: String(id), petition: null })),
  };
  const adapter = createAdapter(settings, ground.context, { ...PACE, rates: FAST, ...options.pace });
  const server = httpServerFor(adapter, { campaign, log });
  ({ port } = await server.listen());
  await adapter.start();
  let stopped: Promise<void> | null = null;
  async function end(): Promise<void> {
    await Promise.all([adapter.stop(), server.close()]);
    await ground.close();
  }
  return {
    adapter,
    campaign,
    campaigns: ground.campaigns,
    database: ground.database,
    log: ground.lines,
    webhook: `http://127.0.0.1:${port}/telegram/webhook`,
    stop() {
      stopped ??= end();
      return stopped;
    },
  };
}

/** What a test file about Telegram stands on. */
export interface Stand {
  /** Telegram, a new one for each test. */
  readonly telegram: FakeTelegram;
  /** The server, to stop it: only where `ownServer` was asked for. */
  readonly postgres: TestPostgres;
  /** Starts a process of the bot on this test's own database, and waits until it is connected. */
  start(options?: Partial<ProcessOptions>): Promise<Process>;
  /** The same, without waiting. */
  begin(options?: Partial<ProcessOptions>): Promise<Process>;
}

interface StandOptions extends FakeTelegramOptions {
  readonly rates?: TelegramRates;
}

/**
 * A Telegram and a database of one test's own, for tests that run beside each other.
 * @param finished ends all of it once the test has finished
 */
export async function openStand(
  finished: Finished,
  options: StandOptions = {},
  server?: TestPostgres,
): Promise<Stand> {
  const petition = await sample();
  const telegram = await FakeTelegram.start(options);
  telegram.limits.rates = options.rates ?? NO_RATES;
  const running: Process[] = [];
  finished(async () => {
    await Promise.all(running.map((bot) => bot.stop()));
    await telegram.stop();
    expect(telegram.violations).toEqual([]);
  });
  const databaseUrl = await (server === undefined ? createDatabase() : server.createDatabase());

  async function begin(over: Partial<ProcessOptions> = {}): Promise<Process> {
    const bot = await startProcess({ telegram, databaseUrl, petition, ...over });
    running.push(bot);
    return bot;
  }
  return {
    telegram,
    get postgres() {
      return ready(server);
    },
    begin,
    async start(over) {
      const bot = await begin(over);
      await until(() => bot.adapter.health().ok && bot.adapter.invitation('en') !== null);
      return bot;
    },
  };
}

/** Starts and ends all that a file's tests need; each test has a Telegram and a database of its own. */
export function standFor(options: StandOptions & { readonly ownServer?: true } = {}): Stand {
  let server: TestPostgres | undefined;
  let stand: Stand | undefined;

  beforeAll(async () => {
    if (options.ownServer) server = await startPostgres();
  });
  afterAll(() => server?.remove());
  beforeEach(async ({ onTestFinished }) => {
    stand = await openStand(onTestFinished, options, server);
  });
  return {
    get telegram() {
      return ready(stand).telegram;
    },
    get postgres() {
      return ready(stand).postgres;
    },
    begin: (over) => ready(stand).begin(over),
    start: (over) => ready(stand).start(over),
  };
}

function ready<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('started before each test, a server only where it is asked for');
  return value;
}

/** From the first word to the name: nothing is typed, and always the first button pressed. */
export async function walkToName(person: Person, presses: number = PRESSES_TO_NAME.sample): Promise<void> {
  await person.answerTo(() => person.says('/start'));
  for (let press = 0; press < presses; press += 1) await person.answerTo(() => person.presses(0));
}

/** The whole way to the thanks. */
export async function walk(person: Person): Promise<void> {
  await walkToName(person);
  await person.answerTo(() => person.presses(0));
}

/** Whether a person's signature stands. */
export async function hasSigned({ campaign }: Process, id: number): Promise<boolean> {
  const { signature } = await campaign.ledger.read({ channel: 'telegram', tenant: '', id: String(id) });
  return signature !== null;
}
