import { request as httpRequest, type IncomingHttpHeaders } from 'node:http';
import { connect } from 'node:net';
import { pino } from 'pino';
import type { Adapter, Health } from '../../src/channel/adapter.js';
import { createPublicStatus } from '../../src/channel/public-status.js';
import { servedPetitions } from '../../src/channel/served-petitions.js';
import type { HttpSettings } from '../../src/http/app.js';
import type { Readiness } from '../../src/http/health.js';
import { createMetrics, type Metrics } from '../../src/http/metrics.js';
import { createHttpServer } from '../../src/http/server.js';
import type { PublishedLog } from '../../src/log-of-totals/totals-log.js';
import { offsetsNow, type RecordedOffset } from '../../src/petition/offsets.js';
import type { Organiser, Petition } from '../../src/petition/petition.js';
import { type CampaignState, NEW_CAMPAIGN } from '../../src/petition/petition.js';
import type { Growth } from '../../src/signatures/figures.js';
import { createPublicTotal } from '../../src/signatures/public-total.js';
import { StoreUnavailable } from '../../src/storage/database.js';
import { THIS_MACHINE } from '../support/http-settings.js';
import { petitionNamed } from '../support/petitions.js';

/** The petition that exists only in tests: offset 100, goals 200, 500 and 1000. */
export function samplePetition(organiser: Organiser | null = null): Petition {
  return petitionNamed('sample', organiser);
}

/** The number of signatures as the database would give it. */
export interface Count {
  counted: number;
  /** The database can't be read. */
  away: boolean;
  /** Newer figures of the counts elsewhere. */
  recorded: readonly RecordedOffset[];
}

export interface TestServer {
  readonly url: string;
  readonly port: number;
  readonly count: Count;
  readonly metrics: Metrics;
  /** What was logged, line by line. */
  readonly logged: readonly string[];
  /** A signature was recorded here. */
  nudge(): void;
  close(): Promise<void>;
}

const SAMPLE = samplePetition();

export interface TestServerOptions {
  readonly petition?: Petition;
  /** More petitions of the same bot, with the same count. */
  readonly others?: readonly Petition[];
  readonly campaign?: Partial<CampaignState>;
  readonly settings?: Partial<HttpSettings>;
  readonly adapters?: readonly Adapter[];
  readonly ready?: () => Promise<Readiness>;
  readonly now?: () => Date;
  /** The growth in the last seven whole days, as the tally would give it. */
  readonly lastWeek?: () => Promise<Growth>;
  /** What the log's table holds. */
  readonly log?: () => PublishedLog | null;
}

/** The real server on a free port, over a count that the test holds in its hand. */
export async function startServer(options: TestServerOptions = {}): Promise<TestServer> {
  const count: Count = { counted: 0, away: false, recorded: [] };
  const logged: string[] = [];
  const now = options.now ?? (() => new Date());
  const { petition = SAMPLE, others = [], log: readLog } = options;
  const servedOf = (one: Petition) => ({
    petition: one,
    total: createPublicTotal({
      count: async () => {
        if (count.away) throw new StoreUnavailable('ECONNREFUSED');
        return count.counted;
      },
      offsets: async () => offsetsNow(one.settings, count.recorded),
      ...(options.lastWeek === undefined ? {} : { lastWeek: options.lastWeek }),
      refreshSeconds: 0,
      now,
    }),
    status: createPublicStatus({
      settings: () => one.settings,
      campaign: async () => ({ ...NEW_CAMPAIGN, ...options.campaign }),
      now,
    }),
    sources: { accepts: (code: string) => one.settings.sources.includes(code) },
    totalsLog: readLog === undefined ? null : { published: async () => readLog() },
  });
  const first = servedOf(petition);
  const petitions = servedPetitions([first, ...others.map(servedOf)]);
  const metrics = createMetrics(petitions.several);
  const server = createHttpServer({
    petitions,
    adapters: options.adapters ?? [],
    ready: options.ready ?? (async () => ({ ok: true })),
    metrics,
    log: pino({ level: 'trace' }, { write: (line: string) => logged.push(line) }),
    settings: { ...THIS_MACHINE, ...options.settings },
  });
  const { port } = await server.listen();
  return {
    url: `http://127.0.0.1:${port}`,
    port,
    count,
    metrics,
    logged,
    nudge: first.total.nudge,
    async close() {
      for (const { total } of petitions.all) total.close();
      await server.close();
    },
  };
}

/** A platform that does nothing, and is as the test says. */
export function platform(channel: string, health: Health): Adapter {
  return {
    channel,
    invitation: () => null,
    health: () => health,
    start: async () => {},
    stop: async () => {},
  };
}

/** A platform whose invitation leads to an address, or to none. */
export function joinable(label: string, url: string | null): Adapter {
  return {
    ...platform(label.toLowerCase(), { ok: true }),
    invitation: () => ({ label, url, how: `What follows on ${label}.` }),
  };
}

export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** One request as it is written here: unlike `fetch`, with any method and header, and each on its own connection. */
export function ask(
  url: string,
  options: {
    readonly method?: string;
    readonly headers?: Record<string, string>;
    readonly body?: string | Uint8Array;
  } = {},
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const { method = 'GET', headers = {}, body } = options;
    const request = httpRequest(url, { method, headers, agent: false }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () => {
        const text = Buffer.concat(chunks).toString('utf8');
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: text });
      });
    });
    request.on('error', reject);
    request.end(body);
  });
}

/** Writes bytes to the server and gives all that comes back until it hangs up. */
export function rawExchange(port: number, bytes: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(bytes));
    let received = '';
    socket.setEncoding('utf8');
    socket.on('data', (chunk: string) => {
      received += chunk;
    });
    socket.on('error', reject);
    socket.on('close', () => resolve(received));
  });
}
