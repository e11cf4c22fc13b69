import { Writable } from 'node:stream';
import { setTimeout as wait } from 'node:timers/promises';
import { pino } from 'pino';
import { createAdapter, PACE, type Pace } from '../../../adapters/discord/adapter.js';
import { type Books, openBooks, signedTexts } from '../../../src/books.js';
import type { Adapter, AdapterContext, Conductor } from '../../../src/channel/adapter.js';
import { createOwnership } from '../../../src/channel/ownership.js';
import type { Petition } from '../../../src/petition/petition.js';
import type { Database } from '../../../src/storage/database.js';
import { openServer, type ServerOptions } from '../../../src/storage/server.js';
import { type FakeDiscord, type FakeDiscordOptions, startDiscord } from '../../fakes/discord/server.js';
import { deskOver } from '../../support/staff.js';

/** The pepper and the seal of tests; nothing real is ever kept under them. */
const PEPPER = Buffer.alloc(32, 7);
const RECIPIENT = 'age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p';

/** One process of the bot: a real store, the real conversation, the adapter, and the log that it wrote. */
export interface Process {
  readonly adapter: Adapter;
  readonly books: Books;
  readonly database: Database;
  readonly log: string[];
  stop(): Promise<void>;
}

export interface ProcessOptions {
  readonly discord: FakeDiscord;
  readonly databaseUrl: string;
  readonly petition: Petition;
  readonly pace?: Partial<Pace>;
  readonly server?: ServerOptions;
  /** Stands before the conversation: slower, for example. */
  readonly before?: (conductor: Conductor) => Conductor;
  readonly now?: () => Date;
  /** The token that the bot has; the fake's own where nothing is said. */
  readonly token?: string;
}

/** Starts a process of the bot. */
export async function startProcess(options: ProcessOptions): Promise<Process> {
  const { discord, petition } = options;
  const lines: string[] = [];
  const log = pino(
    { level: 'debug', base: null },
    new Writable({
      write(chunk, _encoding, done) {
        lines.push(String(chunk));
        done();
      },
    }),
  );
  const database = openServer(options.databaseUrl, options.server);
  const books = openBooks({
    database,
    petition,
    preview: false,
    pepper: PEPPER,
    recipients: [RECIPIENT],
    refreshSeconds: 0,
    log,
    now: options.now ?? (() => new Date()),
  });
  await books.ledger.ready();
  await books.ledger.keepTexts(signedTexts(petition), '2026-01-01');
  const context: AdapterContext = {
    petition,
    conductor: options.before?.(books.conductor) ?? books.conductor,
    total: books.total,
    sources: books.sources,
    countFrom: async (source) => (await books.ledger.breakdown()).source[source] ?? 0,
    ownership: createOwnership(books.ledger.leases, log),
    memory: books.ledger.memory,
    staff: deskOver(petition, books),
    log,
  };
  const settings = {
    token: options.token ?? discord.token,
    applicationId: discord.applicationId,
    apiRoot: discord.apiRoot,
  };
  const adapter = createAdapter(settings, context, { ...PACE, ...options.pace });
  await adapter.start();
  return {
    adapter,
    books,
    database,
    log: lines,
    async stop() {
      await adapter.stop();
      books.close();
      await database.close();
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

/** Waits until something is so; fails with what it waited for when it takes too long. */
export async function until(so: () => boolean | Promise<boolean>, ms = 15_000): Promise<void> {
  const end = performance.now() + ms;
  while (!(await so())) {
    if (performance.now() > end) throw new Error(`still not so: ${so}`);
    await wait(20);
  }
}
