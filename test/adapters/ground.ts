import { type Logger, pino } from 'pino';
import { contextFor, openCampaigns } from '../../src/bot.js';
import { type Campaign, signedTexts } from '../../src/campaign.js';
import type { Adapter, AdapterContext, Conductor } from '../../src/channel/adapter.js';
import { createOwnership } from '../../src/channel/ownership.js';
import { type ServedPetition, servedPetitions } from '../../src/channel/served-petitions.js';
import { onlyLine } from '../../src/channel/switchboard.js';
import { createMetrics } from '../../src/http/metrics.js';
import { createHttpServer, type HttpServer } from '../../src/http/server.js';
import type { Petition } from '../../src/petition/petition.js';
import { openChoices } from '../../src/signatures/choices.js';
import type { Database } from '../../src/storage/database.js';
import type { Leases } from '../../src/storage/leases.js';
import { openServer, type ServerOptions } from '../../src/storage/server.js';
import { day } from '../support/day.js';
import { THIS_MACHINE } from '../support/http-settings.js';
import { deskOver } from '../support/staff.js';

/** The pepper and the seal of tests; nothing real is ever kept under them. */
const PEPPER = Buffer.alloc(32, 7);
const RECIPIENT = 'age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p';

/** A job that another process gave back is taken a tenth as late as in earnest. */
const OWNERSHIP_RETRY_MS = 200;

export interface GroundOptions {
  readonly databaseUrl: string;
  readonly petition: Petition;
  /** Further petitions of the same bot. */
  readonly others?: readonly Petition[];
  readonly server?: ServerOptions;
  /** Stands before the conversation: slower, for example. */
  readonly before?: (conductor: Conductor) => Conductor;
  /** Stands before the leases, to watch them. */
  readonly leases?: (leases: Leases) => Leases;
  readonly now?: () => Date;
}

/** What an adapter stands on in one process of the bot: a real store, the real conversation, and a log. */
export interface Ground {
  readonly database: Database;
  readonly campaign: Campaign;
  /** The campaigns of all petitions: `campaign` is the first. */
  readonly campaigns: readonly Campaign[];
  readonly context: AdapterContext;
  readonly log: Logger;
  /** What was written to the log. */
  readonly lines: string[];
  readonly now: () => Date;
  close(): Promise<void>;
}

export async function openGround(
  options: GroundOptions,
  level: 'trace' | 'debug' = 'debug',
): Promise<Ground> {
  const { petition, others = [], now = () => new Date() } = options;
  const lines: string[] = [];
  const log = pino({ level, base: null }, { write: (line: string) => lines.push(line) });
  const database = openServer(options.databaseUrl, options.server);
  const campaigns = openCampaigns({
    database,
    petitions: [petition, ...others],
    preview: false,
    pepper: PEPPER,
    recipients: [RECIPIENT],
    refreshSeconds: 0,
    metrics: createMetrics(others.length > 0),
    log,
    now,
  });
  for (const one of campaigns) {
    await one.ledger.ready();
    await one.ledger.keepTexts(signedTexts(one.petition), day('2026-01-01'));
  }
  const [campaign] = campaigns;
  const served: ServedPetition = {
    petition,
    total: campaign.total,
    status: campaign.status,
    sources: campaign.sources,
    memory: campaign.ledger.memory,
    countFrom: async (source) => (await campaign.ledger.breakdown()).source[source] ?? 0,
    staff: deskOver(petition, campaign),
  };
  const alone: AdapterContext = {
    ...served,
    petitions: servedPetitions([served]),
    conductor: onlyLine(options.before?.(campaign.conductor) ?? campaign.conductor),
    ownership: createOwnership(
      options.leases?.(campaign.ledger.leases) ?? campaign.ledger.leases,
      log,
      OWNERSHIP_RETRY_MS,
    ),
    memory: campaign.ledger.memory,
    log,
  };
  const choices = openChoices(database, PEPPER, now);
  const context =
    others.length === 0
      ? alone
      : contextFor({ campaigns, pepper: PEPPER, choices, healths: () => [], log, now });
  return {
    database,
    campaign,
    campaigns,
    context,
    log,
    lines,
    now,
    async close() {
      for (const one of campaigns) one.close();
      await database.close();
    },
  };
}

/** The bot's HTTP server with one adapter, before it listens. */
export function httpServerFor(
  adapter: Adapter,
  { campaign, log }: Pick<Ground, 'campaign' | 'log'>,
  settings: { readonly publicUrl?: string | null; readonly trustProxy?: number } = {},
): HttpServer {
  return createHttpServer({
    petitions: servedPetitions([campaign]),
    adapters: [adapter],
    ready: async () => ({ ok: true }),
    metrics: createMetrics(),
    log,
    settings: { ...THIS_MACHINE, ...settings },
  });
}
