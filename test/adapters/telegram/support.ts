import { setTimeout as wait } from 'node:timers/promises';
import { pino } from 'pino';
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import { createAdapter, PACE, type Pace } from '../../../adapters/telegram/adapter.js';
import type { Rates } from '../../../adapters/telegram/limits.js';
import type { TelegramSettings } from '../../../adapters/telegram/settings.js';
import { type Books, openBooks, signedTexts } from '../../../src/books.js';
import type { Adapter, AdapterContext, Conductor } from '../../../src/channel/adapter.js';
import { createOwnership } from '../../../src/channel/ownership.js';
import { createMetrics } from '../../../src/http/metrics.js';
import { createHttpServer, type HttpServer } from '../../../src/http/server.js';
import type { Petition } from '../../../src/petition/petition.js';
import type { Database } from '../../../src/storage/database.js';
import type { Leases } from '../../../src/storage/leases.js';
import { openServer, type ServerOptions } from '../../../src/storage/server.js';
import type { Person } from '../../fakes/telegram/people.js';
import { NO_RATES, type Rates as TelegramRates } from '../../fakes/telegram/rate-limits.js';
import { FakeTelegram, type FakeTelegramOptions } from '../../fakes/telegram/server.js';
import { startPostgres, type TestPostgres } from '../../support/postgres.js';
import { deskOver } from '../../support/staff.js';
import { sample } from '../../transcripts/sample.js';

/** The pepper and the seal of tests; nothing real is ever kept under them. */
const PEPPER = Buffer.alloc(32, 7);
const RECIPIENT = 'age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p';

export const SECRET = 'a-secret_that-only-Telegram-and-the-bot-know';

/** For tests that are not about Telegram's limits. */
export const FAST: Rates = {
  all: { calls: 10_000, ms: 1_000 },
  chat: { calls: 1_000, ms: 1_000 },
  group: { calls: 1_000, ms: 1_000 },
};

/** One process of the bot: a real store, the real conversation, the HTTP server, and the log that it wrote. */
export interface Process {
  readonly adapter: Adapter;
  readonly books: Books;
  readonly database: Database;
  readonly log: string[];
  /** Where its webhook is reached. */
  readonly webhook: string;
  stop(): Promise<void>;
}

export interface ProcessOptions {
  readonly telegram: FakeTelegram;
  readonly databaseUrl: string;
  readonly petition: Petition;
  readonly mode?: 'polling' | 'webhook';
  readonly pace?: Partial<Pace>;
  readonly server?: ServerOptions;
  /** Stands before the conversation: slower, for example. */
  readonly before?: (conductor: Conductor) => Conductor;
  /** Stands before the leases, to watch them. */
  readonly leases?: (leases: Leases) => Leases;
  readonly now?: () => Date;
  /** The token that the bot has; the fake's own where nothing is said. */
  readonly token?: string;
  readonly processes?: number;
}

/** Starts a process of the bot. */
export async function startProcess(options: ProcessOptions): Promise<Process> {
  const { telegram, petition, mode = 'polling' } = options;
  const lines: string[] = [];
  const log = pino({ level: 'trace', base: null }, { write: (line: string) => lines.push(line) });
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
  const context: AdapterContext = {
    petition,
    conductor: options.before?.(books.conductor) ?? books.conductor,
    total: books.total,
    sources: books.sources,
    countFrom: async (source) => (await books.ledger.breakdown()).source[source] ?? 0,
    ownership: createOwnership(options.leases?.(books.ledger.leases) ?? books.ledger.leases, log),
    memory: books.ledger.memory,
    staff: deskOver(petition, books),
    log,
  };
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
  };
  const adapter = createAdapter(settings, context, { ...PACE, rates: FAST, ...options.pace });
  const server: HttpServer = createHttpServer({
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
  ({ port } = await server.listen());
  await adapter.start();
  let stopped: Promise<void> | null = null;
  async function end(): Promise<void> {
    await Promise.all([adapter.stop(), server.close()]);
    books.close();
    await database.close();
  }
  return {
    adapter,
    books,
    database,
    log: lines,
    webhook: `http://127.0.0.1:${port}/telegram/webhook`,
    stop() {
      stopped ??= end();
      return stopped;
    },
  };
}

/** What a test file about Telegram stands on. */
export interface Stand {
  /** Telegram, anew for each test. */
  readonly telegram: FakeTelegram;
  readonly postgres: TestPostgres;
  /** Starts a process of the bot on this test's own database, and waits until it is connected. */
  start(options?: Partial<ProcessOptions>): Promise<Process>;
  /** The same, without waiting. */
  begin(options?: Partial<ProcessOptions>): Promise<Process>;
}

/** Starts and ends all that a file's tests need; each test has a Telegram and a database of its own. */
export function standFor(options: FakeTelegramOptions & { readonly rates?: TelegramRates } = {}): Stand {
  let postgres: TestPostgres | undefined;
  let telegram: FakeTelegram | undefined;
  let databaseUrl = '';
  let petition: Petition | undefined;
  let running: Process[] = [];

  function ready<T>(value: T | undefined): T {
    if (value === undefined) throw new Error('started before each test');
    return value;
  }

  beforeAll(async () => {
    postgres = await startPostgres();
    petition = await sample();
  });
  afterAll(() => postgres?.remove());
  beforeEach(async () => {
    telegram = await FakeTelegram.start(options);
    telegram.limits.rates = options.rates ?? NO_RATES;
    databaseUrl = await ready(postgres).createDatabase();
  });
  afterEach(async () => {
    await Promise.all(running.map((bot) => bot.stop()));
    running = [];
    await telegram?.stop();
  });

  const stand: Stand = {
    get telegram() {
      return ready(telegram);
    },
    get postgres() {
      return ready(postgres);
    },
    async begin(over = {}) {
      const bot = await startProcess({
        telegram: stand.telegram,
        databaseUrl,
        petition: ready(petition),
        ...over,
      });
      running.push(bot);
      return bot;
    },
    async start(over = {}) {
      const bot = await stand.begin(over);
      await until(() => bot.adapter.health().ok && bot.adapter.invitation('en') !== null);
      return bot;
    },
  };
  return stand;
}

/** From the first word to the name: nothing is typed, and always the first button pressed. */
export async function walkToName(person: Person): Promise<void> {
  await person.answerTo(() => person.says('/start'));
  for (let press = 1; press < 8; press += 1) await person.answerTo(() => person.presses(0));
}

/** The whole way to the thanks. */
export async function walk(person: Person): Promise<void> {
  await walkToName(person);
  await person.answerTo(() => person.presses(0));
}

/** Waits until something is so; fails with what it waited for when it takes too long. */
export async function until(so: () => boolean | Promise<boolean>, ms = 15_000): Promise<void> {
  const end = performance.now() + ms;
  while (!(await so())) {
    if (performance.now() > end) throw new Error(`still not so: ${so}`);
    await wait(20);
  }
}

/** Whether a person's signature stands. */
export async function hasSigned({ books }: Process, id: number): Promise<boolean> {
  const { signature } = await books.ledger.read({ channel: 'telegram', tenant: '', id: String(id) });
  return signature !== null;
}
