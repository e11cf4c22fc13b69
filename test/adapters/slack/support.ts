import { setTimeout as wait } from 'node:timers/promises';
import { pino } from 'pino';
import { createAdapter, PACE, type Pace } from '../../../adapters/slack/adapter.js';
import { SCOPES } from '../../../adapters/slack/scopes.js';
import type { SlackSettings } from '../../../adapters/slack/settings.js';
import { type Books, openBooks, signedTexts } from '../../../src/books.js';
import type { Adapter, AdapterContext, Conductor } from '../../../src/channel/adapter.js';
import { createOwnership } from '../../../src/channel/ownership.js';
import { createMetrics } from '../../../src/http/metrics.js';
import { createHttpServer } from '../../../src/http/server.js';
import type { Petition } from '../../../src/petition/petition.js';
import type { StaffDesk } from '../../../src/staff/desk.js';
import type { Database } from '../../../src/storage/database.js';
import { openServer, type ServerOptions } from '../../../src/storage/server.js';
import { type FakeSlack, type FakeSlackOptions, startFakeSlack } from '../../fakes/slack/server.js';
import { deskOver } from '../../support/staff.js';

/** The pepper and the seal of tests; nothing real is ever kept under them. */
const PEPPER = Buffer.alloc(32, 7);
const RECIPIENT = 'age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p';

/** How Slack reaches the bot. */
export type Mode = 'http' | 'socket';
export const MODES: readonly Mode[] = ['http', 'socket'];

/** One process of the bot: a real store, the real conversation, the adapter, and the log that it wrote. */
export interface Process {
  readonly adapter: Adapter;
  readonly books: Books;
  readonly database: Database;
  readonly log: string[];
  /** Where Slack delivers in HTTP mode. */
  readonly eventsUrl: string;
  stop(): Promise<void>;
}

export interface ProcessOptions {
  readonly slack: FakeSlack;
  readonly databaseUrl: string;
  readonly petition: Petition;
  readonly mode?: Mode;
  readonly staffChannels?: readonly string[];
  readonly pace?: Partial<Pace>;
  readonly server?: ServerOptions;
  /** Stands before the conversation: slower, for example. */
  readonly before?: (conductor: Conductor) => Conductor;
  /** Stands for the staff desk. */
  readonly desk?: StaffDesk;
  readonly now?: () => Date;
  readonly settings?: Partial<SlackSettings>;
}

/** Starts a process of the bot; in HTTP mode the fake delivers to it from then on. */
export async function startProcess(options: ProcessOptions): Promise<Process> {
  const { slack, petition, mode = 'socket' } = options;
  // The manifests ask for no more: what needs another fails here too.
  slack.grants.scopes = [...SCOPES];
  const lines: string[] = [];
  const log = pino({ level: 'debug', base: null }, { write: (line: string) => lines.push(line) });
  const now = options.now ?? (() => new Date());
  const database = openServer(options.databaseUrl, options.server);
  const books = openBooks({
    database,
    petition,
    preview: false,
    pepper: PEPPER,
    recipients: [RECIPIENT],
    refreshSeconds: 0,
    log,
    now,
  });
  await books.ledger.ready();
  await books.ledger.keepTexts(signedTexts(petition), '2026-01-01');
  const ownership = createOwnership(books.ledger.leases, log);
  const context: AdapterContext = {
    petition,
    conductor: options.before?.(books.conductor) ?? books.conductor,
    total: books.total,
    sources: books.sources,
    countFrom: async (source) => (await books.ledger.breakdown()).source[source] ?? 0,
    ownership,
    memory: books.ledger.memory,
    staff:
      options.desk ??
      deskOver(petition, books, {
        exclusively: (work, elsewhere) => ownership.hold('staff', work, elsewhere),
        log,
        now,
        pace: { lookMs: 200, patienceMs: 60_000 },
      }),
    log,
  };
  const settings: SlackSettings = {
    botToken: slack.botToken,
    apiRoot: slack.apiRoot,
    staffChannels: options.staffChannels ?? [],
    transport:
      mode === 'http'
        ? { mode, signingSecret: slack.signingSecret, publicUrl: null }
        : { mode, appToken: slack.appToken },
    ...options.settings,
  };
  const adapter = createAdapter(settings, context, { ...PACE, ...options.pace });
  const server = createHttpServer({
    petition,
    total: books.total,
    campaign: books.ledger.campaign,
    adapters: [adapter],
    ready: async () => ({ ok: true }),
    metrics: createMetrics(),
    log,
    now,
    settings: { host: '127.0.0.1', port: 0, publicUrl: null, trustProxy: 0, metricsToken: null },
  });
  const { port } = await server.listen();
  const eventsUrl = `http://127.0.0.1:${port}/slack/events`;
  if (mode === 'http') slack.deliverTo(eventsUrl);
  await adapter.start();
  return {
    adapter,
    books,
    database,
    log: lines,
    eventsUrl,
    async stop() {
      await Promise.all([adapter.stop(), server.close()]);
      books.close();
      await database.close();
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

/** Waits until something is so; fails with what it waited for when it takes too long. */
export async function until(so: () => boolean | Promise<boolean>, ms = 15_000): Promise<void> {
  const end = performance.now() + ms;
  while (!(await so())) {
    if (performance.now() > end) throw new Error(`still not so: ${so}`);
    await wait(20);
  }
}
