import { pino } from 'pino';
import type { Campaign } from '../../src/campaign.js';
import { servedPetitions } from '../../src/channel/served-petitions.js';
import { createMetrics } from '../../src/http/metrics.js';
import { createHttpServer } from '../../src/http/server.js';
import type { Database } from '../../src/storage/database.js';
import { openServer } from '../../src/storage/server.js';
import { once, type TestPostgres } from '../support/postgres-server.js';
import { benchBooks, SCHEMA } from './campaign.js';
import { expectEqual, median } from './measure.js';
import type { Line } from './report.js';

const FEW = 1_000;
const MANY = 1_000_000;

/** In turns; below what one address may ask in a minute. */
const REQUESTS = 400;
const COUNTS = 3;

interface Site {
  readonly url: string;
  readonly campaign: Campaign;
  readonly database: Database;
  readonly databaseUrl: string;
  close(): Promise<void>;
}

/** How long `GET /api/total` takes with few and with many signatures, and what counting them would. */
export async function benchTotal(postgres: TestPostgres): Promise<Line[]> {
  const few = await site(postgres, FEW);
  const many = await site(postgres, MANY);
  const fewTook: number[] = [];
  const manyTook: number[] = [];
  for (let request = 0; request < REQUESTS; request += 1) {
    fewTook.push(await ask(few, FEW));
    manyTook.push(await ask(many, MANY));
  }
  const counting: number[] = [];
  for (let time = 0; time < COUNTS; time += 1) counting.push(await count(many));
  await few.close();
  await many.close();
  const [fast, slow] = [median(fewTook), median(manyTook)];
  return [
    { what: 'with a thousand signatures', value: fast, unit: 'ms' },
    { what: 'with a million signatures', value: slow, unit: 'ms' },
    { what: 'a million to a thousand', value: slow / fast, unit: 'times as long', target: { atMost: 1.2 } },
    {
      what: 'count(*) of a million',
      value: median(counting),
      unit: 'ms',
      note: 'what it would cost to count',
    },
  ];
}

/** The HTTP server over a database with so many signatures; like the real ones in size, but nobody's. */
async function site(postgres: TestPostgres, signatures: number): Promise<Site> {
  const databaseUrl = await postgres.createDatabase();
  const database = openServer(databaseUrl);
  const campaign = await benchBooks(database);
  await database.transaction(
    (query) =>
      query(
        `INSERT INTO ${SCHEMA}.signatures
         SELECT encode(sha256(n::text::bytea), 'base64'), repeat('x', 1150), encode(sha256(('r' || n)::bytea), 'base64'),
                'key', 'telegram', (ARRAY['en', 'fr', 'ar', 'es'])[1 + n % 4], '', 'older', 'counted', '2026-01-01'
         FROM generate_series(1, $1::integer) n`,
        [signatures],
      ),
    { timeoutMs: 300_000 },
  );
  await once(databaseUrl, 'VACUUM ANALYZE');
  const server = createHttpServer({
    petitions: servedPetitions([campaign]),
    adapters: [],
    ready: async () => ({ ok: true }),
    metrics: createMetrics(),
    log: pino({ level: 'silent' }),
    settings: { host: '127.0.0.1', port: 0, publicUrl: null, trustProxy: 0, metricsToken: null },
  });
  const { port } = await server.listen();
  return {
    url: `http://127.0.0.1:${port}/api/total`,
    campaign,
    database,
    databaseUrl,
    async close() {
      await server.close();
      campaign.close();
      await database.close();
    },
  };
}

async function ask({ url }: Site, signatures: number): Promise<number> {
  const started = performance.now();
  const response = await fetch(url);
  const { signatures: found }: { signatures: number } = await response.json();
  const took = performance.now() - started;
  expectEqual('signatures by GET /api/total', found, signatures);
  return took;
}

async function count({ databaseUrl }: Site): Promise<number> {
  const started = performance.now();
  await once(databaseUrl, `SELECT count(*) FROM ${SCHEMA}.signatures WHERE status = 'counted'`);
  return performance.now() - started;
}
