import { basename } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Logger } from 'pino';
import { type Campaign, keysFor, openCampaign, signedTexts } from './campaign.js';
import type { Adapter, AdapterContext } from './channel/adapter.js';
import { createOwnership } from './channel/ownership.js';
import type { ConfiguredPlatform } from './channel/platform.js';
import { watchClock } from './clock-watch.js';
import type { Configuration } from './config.js';
import { watchDatabase } from './database-watch.js';
import { type Day, dayOf } from './day.js';
import { createReport, type Readiness, type Report } from './http/health.js';
import { createMetrics } from './http/metrics.js';
import { createHttpServer } from './http/server.js';
import { causeOf } from './log.js';
import { CONTENT_DIR } from './paths.js';
import { loadPetition } from './petition/load.js';
import type { Petition } from './petition/petition.js';
import { ContentError } from './petition/problems.js';
import { keepHouse } from './signatures/housekeeping.js';
import { keepPromisedDay } from './signatures/promised-day.js';
import { lastRecount } from './signatures/recount.js';
import { openDesk } from './staff/open-desk.js';
import { type Database, StoreUnavailable } from './storage/database.js';
import { databaseMarkers } from './storage/database-marker.js';
import { openDatabase } from './storage/open.js';
import { schemaName } from './storage/schema-name.js';
import { describeTrouble } from './storage/server-trouble.js';

export interface ServeOptions {
  readonly configuration: Configuration;
  readonly platforms: readonly ConfiguredPlatform[];
  /** The preview chat; used if the configuration turns it on. */
  readonly chat: ConfiguredPlatform;
  readonly log: Logger;
  readonly now: () => Date;
  /** Use the database even if it is not the one that was last used. */
  readonly acceptNewDatabase?: boolean;
  /** Called if an error after the start can't be solved by waiting. The process should end. */
  readonly onFatal: (error: unknown) => void;
}

/** The running channel. */
export interface Running {
  /** The page's address on this machine. */
  readonly url: string;
  /** Whether people can sign now, as `/readyz` says it. */
  report(): Promise<Report>;
  /** Takes nothing new, finishes the work in flight, and closes everything. */
  stop(): Promise<void>;
}

/** The pause between two attempts to reach a database that is away. */
const DATABASE_RETRY_MS = 1_000;

/**
 * Creates all parts and starts them. If a database server is away, we wait for it: until it is back, people are asked
 * to try again, and `/readyz` reports it.
 * @throws ContentError, FolderInUse, AnotherDatabase, AddressUnavailable, or errors of `Ledger.ready` that waiting
 *   can't solve
 */
export async function serve(options: ServeOptions): Promise<Running> {
  const { configuration, log, now } = options;
  const channels = [...(configuration.webChat ? [options.chat] : []), ...options.platforms];
  const petition = await loadPetition({
    contentDir: CONTENT_DIR,
    petition: configuration.petition,
    organiser: configuration.organiser,
    hostingCountry: configuration.hostingCountry,
    today: dayOf(now()),
    limits: channels.map(({ channel, limits }) => ({ channel, ...limits })),
  });
  if (!configuration.preview && petition.unfinished.length > 0) {
    throw new ContentError(petition.unfinished, basename(CONTENT_DIR));
  }
  const keys = await keysFor(configuration);
  const database = await openDatabase(configuration, (code) =>
    log.warn({ code }, 'a connection to the database was lost'),
  );
  const metrics = createMetrics();
  const markerFor = databaseMarkers({
    dataDir: configuration.dataDir,
    accept: options.acceptNewDatabase ?? false,
    onUnwritable: (error) =>
      log.warn(
        causeOf(error),
        'DATA_DIR can not be written: the next start can not tell whether the database is still the same one',
      ),
  });
  const openFor = (preview: boolean, refreshSeconds: number, shown: boolean): Campaign & Stored => ({
    ...openCampaign({
      database,
      petition,
      preview,
      ...keys,
      refreshSeconds,
      log,
      now,
      observe: metrics.observeTurn,
      observeLoss: metrics.observeLoss,
      marker: markerFor(schemaName(petition.id, preview)),
      ...(shown ? { publicLog: configuration } : {}),
    }),
    database,
    schema: schemaName(petition.id, preview),
    preview,
  });
  // The page shows the campaign, or the preview if there is no campaign.
  const campaign = openFor(configuration.preview, configuration.publicRefreshSeconds, true);
  const chatCampaign = configuration.preview ? campaign : openFor(true, 0, false);
  const campaigns =
    configuration.webChat && chatCampaign !== campaign ? [campaign, chatCampaign] : [campaign];
  metrics.showRecount(() => lastRecount(campaign.ledger));
  const ended = new AbortController();

  try {
    await settleStore(campaigns, petition, options, ended.signal);
    const ownership = createOwnership(campaign.ledger.leases, log);
    const contextOf = ({ conductor, total, status, sources, ledger }: Campaign): AdapterContext => ({
      petition,
      conductor,
      total,
      status,
      sources,
      countFrom: async (source) => (await ledger.breakdown()).source[source] ?? 0,
      ownership,
      memory: ledger.memory,
      staff: openDesk({
        petition,
        ledger,
        sources,
        logAddress:
          campaign.totalsLog === null || configuration.publicUrl === null
            ? null
            : `${configuration.publicUrl}/log`,
        platforms: () => adapters.map((adapter) => ({ channel: adapter.channel, ok: adapter.health().ok })),
        exclusively: (work, elsewhere) => ownership.hold('staff', work, elsewhere),
        log,
        now,
      }),
      log,
    });
    const adapters: Adapter[] = await Promise.all(
      channels.map((channel) =>
        channel.create(contextOf(channel === options.chat ? chatCampaign : campaign)),
      ),
    );
    const server = createHttpServer({
      petition,
      total: campaign.total,
      status: campaign.status,
      totalsLog: campaign.totalsLog,
      adapters,
      ready: () => readiness(campaigns),
      metrics,
      log,
      settings: configuration,
    });
    const { port } = await server.listen();
    const { keepUntil } = petition.settings;
    if (dayOf(now()) >= keepUntil) {
      log.warn(
        { code: 'keep-until', keepUntil },
        'keepUntil has come: nobody can sign, and the names are erased',
      );
    }
    const endHousekeeping = ownership.hold('housekeeping', (signal) =>
      keepHouse(campaigns, { settings: petition.settings, log, now }, signal),
    );
    const watching = watchDatabase({ database, watched: campaigns, log }, ended.signal);
    const watchingClock = watchClock({ database, log, now }, ended.signal);
    await Promise.all(adapters.map((adapter) => adapter.start()));

    return {
      url: `http://${shownHost(configuration.host)}:${port}/`,
      report: createReport(() => readiness(campaigns), adapters),
      async stop() {
        ended.abort();
        await Promise.all([
          server.close(),
          watching,
          watchingClock,
          endHousekeeping(),
          ...adapters.map((adapter) => adapter.stop()),
        ]);
        await close(database, campaigns);
      },
    };
  } catch (error) {
    ended.abort();
    await close(database, campaigns);
    throw error;
  }
}

async function close(database: Database, campaigns: readonly Campaign[]): Promise<void> {
  for (const campaign of campaigns) campaign.close();
  await database.close();
}

/** A campaign and where it is stored. */
interface Stored extends Pick<Campaign, 'ledger'> {
  readonly database: Database;
  readonly schema: string;
  readonly preview: boolean;
}

/** Migrates and checks the store, and stores the texts that people will sign. */
async function prepareStore(campaigns: readonly Stored[], petition: Petition, today: Day): Promise<void> {
  for (const { ledger, database, schema, preview } of campaigns) {
    await ledger.ready();
    if (!preview) await keepPromisedDay(database.query, schema, petition.settings.keepUntil);
    await ledger.keepTexts(signedTexts(petition), today);
  }
}

/** Prepares the store now or, if the database is away, as soon as it is back. */
async function settleStore(
  campaigns: readonly Stored[],
  petition: Petition,
  { log, now, onFatal }: ServeOptions,
  ended: AbortSignal,
): Promise<void> {
  /** The reason that was logged last: we log each new reason, not each attempt. */
  let told: string | null = null;
  const attempt = async (): Promise<boolean> => {
    try {
      await prepareStore(campaigns, petition, dayOf(now()));
      return true;
    } catch (error) {
      if (!(error instanceof StoreUnavailable)) throw error;
      const why = describeTrouble(error.code);
      if (told !== why) log.error({ code: error.code }, `waiting for the database. ${why}`);
      told = why;
      return false;
    }
  };
  const persist = async () => {
    while (!ended.aborted) {
      await wait(DATABASE_RETRY_MS, undefined, { signal: ended }).catch(() => undefined);
      if (!ended.aborted && (await attempt())) {
        log.info('the database is back');
        return;
      }
    }
  };
  if (!(await attempt())) persist().catch(onFatal);
}

/** Whether all campaigns can record a signature now. */
async function readiness(campaigns: readonly Campaign[]): Promise<Readiness> {
  const troubles = await Promise.all(campaigns.map(({ ledger }) => ledger.trouble()));
  const codes = new Set(troubles.filter((code) => code !== null).map((code) => `database-${code}`));
  return codes.size === 0 ? { ok: true } : { ok: false, codes: [...codes] };
}

/** The host to show in a link: a browser can't open the addresses that mean "every address". */
function shownHost(host: string): string {
  if (host === '0.0.0.0' || host === '::') return 'localhost';
  return host.includes(':') ? `[${host}]` : host;
}
