import { pino } from 'pino';
import type { Campaign } from '../../src/campaign.js';
import { servedPetitions } from '../../src/channel/served-petitions.js';
import { createMetrics } from '../../src/http/metrics.js';
import { createHttpServer } from '../../src/http/server.js';
import { totalShown } from '../../src/petition/offsets.js';
import type { StaffDesk } from '../../src/staff/desk.js';
import type { Database } from '../../src/storage/database.js';
import { openServer } from '../../src/storage/server.js';
import { THIS_MACHINE } from '../support/http-settings.js';
import { once, type TestPostgres } from '../support/postgres-server.js';
import { deskOver } from '../support/staff.js';
import { benchBooks, petition, SCHEMA } from './campaign.js';
import { expectEqual, median } from './measure.js';
import type { Line } from './report.js';
import { seedSignatures } from './seed.js';
import { readySigners, type Signers } from './signers.js';
import type { Stage } from './stage.js';

const FEW = 1_000;

/** In turns; below what one address may ask in a minute. */
const REQUESTS = 400;
const REPORTS = 30;
const SIGNATURES = 200;
const COUNTS = 3;

/** Before anything is measured, so often: connections and plans are there then. */
const WARM_UP = 20;

/** A campaign with so many signatures, open. */
interface Site {
  readonly signatures: number;
  readonly url: string;
  readonly campaign: Campaign;
  readonly desk: StaffDesk;
  readonly signers: Signers;
  readonly databaseUrl: string;
  close(): Promise<void>;
}

/** What must not take longer with many signatures: the public total, staff's report, one more signature. */
export async function benchTotal(stage: Stage): Promise<Line[]> {
  const { postgres, size } = stage;
  const sizes = [
    FEW,
    100_000,
    ...(size === 'quick' ? [] : [1_000_000]),
    ...(size === 'large' ? [10_000_000] : []),
  ];
  const sites: Site[] = [];
  for (const signatures of sizes) sites.push(await openSite(postgres, signatures));
  try {
    const totals = await inTurns(sites, REQUESTS, askTotal);
    const weeks = await inTurns(sites, REPORTS, (site) => askReport(site, 'report 7d'));
    const all = await inTurns(sites, REPORTS, (site) => askReport(site, 'report all'));
    const signing = await inTurns(sites, SIGNATURES, signOne);
    const counting = await inTurns(sites, COUNTS, count, 1);
    for (const { campaign, signatures } of sites) {
      expectEqual('the total', await campaign.ledger.counted(), signatures + WARM_UP + SIGNATURES);
      expectEqual('drifts', (await campaign.ledger.reconcile()).length, 0);
    }
    return [
      ...linesOf('GET /api/total', sizes, totals, 1.2),
      ...linesOf('report of a week, without its picture', sizes, weeks, 2),
      ...linesOf('report since the beginning, without its picture', sizes, all, 2),
      ...linesOf('one more signature', sizes, signing, 1.5),
      ...linesOf('count(*), which nothing does', sizes, counting),
    ];
  } finally {
    for (const site of sites) await site.close();
  }
}

/** Does the same on all sites in turns. Gives how long it took on each, in ms: the median. */
async function inTurns(
  sites: readonly Site[],
  times: number,
  task: (site: Site) => Promise<void>,
  warmUp = WARM_UP,
): Promise<number[]> {
  const took = sites.map((): number[] => []);
  for (let time = 0; time < warmUp + times; time += 1) {
    for (const [index, site] of sites.entries()) {
      const started = performance.now();
      await task(site);
      if (time >= warmUp) took[index]?.push(performance.now() - started);
    }
  }
  return took.map(median);
}

function linesOf(what: string, sizes: readonly number[], took: readonly number[], most?: number): Line[] {
  return sizes.map((signatures, index) => {
    const ms = took[index] ?? Number.NaN;
    const times = ms / (took[0] ?? Number.NaN);
    const shown = `${what}: ${signatures.toLocaleString('en')} signatures`;
    if (index === 0) return { what: shown, value: ms, unit: 'ms' };
    if (most === undefined) return { what: shown, value: ms, unit: 'ms', note: `${times.toFixed(0)} times` };
    return {
      what: shown,
      value: times,
      unit: 'times as long',
      note: `${ms.toFixed(2)} ms`,
      target: { atMost: most },
    };
  });
}

async function openSite(postgres: TestPostgres, signatures: number): Promise<Site> {
  const databaseUrl = await postgres.createDatabase();
  const database: Database = openServer(databaseUrl);
  const campaign = await benchBooks(database);
  const signers = await readySigners(campaign, WARM_UP + SIGNATURES);
  await seedSignatures(database, signatures);
  await once(databaseUrl, 'VACUUM ANALYZE');
  await once(databaseUrl, 'CHECKPOINT');
  const server = createHttpServer({
    petitions: servedPetitions([campaign]),
    adapters: [],
    ready: async () => ({ ok: true }),
    metrics: createMetrics(),
    log: pino({ level: 'silent' }),
    settings: THIS_MACHINE,
  });
  const { port } = await server.listen();
  return {
    signatures,
    url: `http://127.0.0.1:${port}/api/total`,
    campaign,
    // A picture takes as long for few signatures as for many, and would hide the rest.
    desk: deskOver(petition, campaign, { draw: async () => new Uint8Array() }),
    signers,
    databaseUrl,
    async close() {
      await server.close();
      campaign.close();
      await database.close();
      await once(postgres.url, `DROP DATABASE ${new URL(databaseUrl).pathname.slice(1)}`);
    },
  };
}

async function askTotal({ url, signatures }: Site): Promise<void> {
  const response = await fetch(url);
  const { signatures: found }: { signatures: number } = await response.json();
  expectEqual('signatures by GET /api/total', found, signatures);
}

async function askReport({ desk, signatures }: Site, words: string): Promise<void> {
  const { body } = await desk.ask(words, { channel: 'bench', tenant: '', id: 'staff' }, 'room');
  const total = totalShown(petition.settings.offset, signatures).toLocaleString('en');
  if (!JSON.stringify(body).includes(total)) throw new Error(`a report without the total ${total}`);
}

async function signOne({ signers }: Site): Promise<void> {
  if (!(await signers.sign())) throw new Error('nobody is left to sign');
}

async function count({ databaseUrl }: Site): Promise<void> {
  await once(databaseUrl, `SELECT count(*) FROM ${SCHEMA}.signatures WHERE status = 'counted'`);
}
