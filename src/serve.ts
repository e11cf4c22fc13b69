import { basename } from 'node:path';
import type { Logger } from 'pino';
import { contextFor, openCampaigns } from './bot.js';
import type { Campaign } from './campaign.js';
import { keysFor } from './campaign-keys.js';
import type { Adapter } from './channel/adapter.js';
import { webhookPlace } from './channel/alert-webhook.js';
import { linkProblems } from './channel/links.js';
import type { ConfiguredPlatform } from './channel/platform.js';
import type { ServedPetition } from './channel/served-petitions.js';
import { watchClock } from './clock-watch.js';
import type { Configuration } from './config.js';
import { watchDatabase } from './database-watch.js';
import { dayOf } from './day.js';
import { createReport, type Readiness, type Report, sharedReadiness } from './http/health.js';
import { createMetrics } from './http/metrics.js';
import { createHttpServer } from './http/server.js';
import { causeOf } from './log.js';
import { OperatorError } from './operator-error.js';
import { CONTENT_DIR } from './paths.js';
import { loadPetition } from './petition/load.js';
import type { Petition } from './petition/petition.js';
import { ContentError } from './petition/problems.js';
import { openChoices } from './signatures/choices.js';
import { keepHouse } from './signatures/housekeeping.js';
import { lastRecount } from './signatures/recount.js';
import type { Pace as StaffPace } from './staff/background-jobs.js';
import { logPlace } from './staff/log-room.js';
import type { PlatformNames } from './staff/platform-names.js';
import type { Database } from './storage/database.js';
import { databaseMarkers } from './storage/database-marker.js';
import { openDatabase } from './storage/open.js';
import { settleStore } from './store-start.js';

export interface ServeOptions {
  readonly configuration: Configuration;
  readonly platforms: readonly ConfiguredPlatform[];
  /** What staff call the platforms; by default as their channels. */
  readonly names?: PlatformNames;
  /** The preview chat; used if the configuration turns it on. */
  readonly chat: ConfiguredPlatform;
  readonly log: Logger;
  readonly now: () => Date;
  /** Use the database even if it is not the one that was last used. */
  readonly acceptNewDatabase?: boolean;
  /** How often staff's jobs look: tests look more often. */
  readonly staffPace?: StaffPace;
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

/**
 * Creates all parts and starts them. If a database server is away, we wait for it: until it is back, people are asked
 * to try again, and `/readyz` reports it.
 * @throws ContentError, FolderInUse, AnotherDatabase, AddressUnavailable, or errors of `Ledger.ready` that waiting
 *   can't solve
 */
export async function serve(options: ServeOptions): Promise<Running> {
  const { configuration, log, now } = options;
  const channels = [...(configuration.webChat ? [options.chat] : []), ...options.platforms];
  const petitions = loadPetitions(options, channels);
  const keys = await keysFor(configuration);
  const database = await openDatabase(configuration, (code) =>
    log.warn({ code }, 'a connection to the database was lost'),
  );
  const metrics = createMetrics(petitions.length > 1);
  const markerFor = databaseMarkers({
    dataDir: configuration.dataDir,
    accept: options.acceptNewDatabase ?? false,
    onUnwritable: (error) =>
      log.warn(
        causeOf(error),
        'DATA_DIR can not be written: the next start can not tell whether the database is still the same one',
      ),
  });
  const opening = { petitions, database, ...keys, metrics, markerFor, log, now };
  const { preview, publicRefreshSeconds, webChat } = configuration;
  // The page shows the campaigns, or the previews if there is no campaign.
  const campaigns = openCampaigns({
    ...opening,
    preview,
    refreshSeconds: publicRefreshSeconds,
    publicLog: configuration,
  });
  const tried =
    preview || !webChat ? campaigns : openCampaigns({ ...opening, preview: true, refreshSeconds: 0 });
  const all = tried === campaigns ? campaigns : [...campaigns, ...tried];
  const problems = petitions.length > 1 ? linkProblems(campaigns) : [];
  if (problems.length > 0) throw new OperatorError(problems.join('\n'));
  const choices = openChoices(database, keys.pepper, now);
  const others = petitions.length > 1 ? [choices] : [];
  for (const { petition, ledger } of campaigns) metrics.showRecount(petition.id, () => lastRecount(ledger));
  const ended = new AbortController();

  try {
    const { onFatal, staffPace, names } = options;
    await settleStore({ campaigns: all, others, log, now, onFatal }, ended.signal);
    const healths = () => adapters.map((adapter) => ({ channel: adapter.channel, health: adapter.health() }));
    const { publicUrl } = configuration;
    const given = { pepper: keys.pepper, choices, publicUrl, healths, names, staffPace, log, now };
    const context = contextFor({ ...given, campaigns });
    metrics.showLeases(context.ownership.jobs);
    const chatContext = tried === campaigns ? context : contextFor({ ...given, campaigns: tried });
    const adapters: Adapter[] = await Promise.all(
      channels.map((channel) => channel.create(channel === options.chat ? chatContext : context)),
    );
    const server = createHttpServer({
      petitions: context.petitions,
      adapters,
      ready: () => readiness(all),
      metrics,
      log,
      settings: configuration,
    });
    const { port } = await server.listen();
    for (const { petition } of campaigns) {
      const { keepUntil } = petition.settings;
      if (dayOf(now()) < keepUntil) continue;
      log.warn(
        { code: 'keep-until', keepUntil, ...(petitions.length > 1 ? { petition: petition.id } : {}) },
        'keepUntil has come: nobody can sign, and the names are erased',
      );
    }
    const houses = all.map((campaign) => ({ ...campaign, settings: campaign.petition.settings }));
    const endHousekeeping = context.ownership.hold('housekeeping', (signal) =>
      keepHouse(houses, { others, log, now }, signal),
    );
    const watching = watchDatabase({ database, watched: all, log }, ended.signal);
    const watchingClock = watchClock({ database, log, now }, ended.signal);
    await Promise.all(adapters.map((adapter) => adapter.start()));
    const telling = tellStaff(context.petitions.all, options, ended.signal).catch((error: unknown) => {
      log.error(causeOf(error), 'staff can not be told any more');
    });

    return {
      url: `http://${shownHost(configuration.host)}:${port}/`,
      report: createReport(
        sharedReadiness(() => readiness(all)),
        adapters,
      ),
      async stop() {
        ended.abort();
        await Promise.all([
          server.close(),
          watching,
          watchingClock,
          telling,
          endHousekeeping(),
          ...adapters.map((adapter) => adapter.stop()),
        ]);
        await close(database, all);
      },
    };
  } catch (error) {
    ended.abort();
    await close(database, all);
    throw error;
  }
}

async function close(database: Database, campaigns: readonly Campaign[]): Promise<void> {
  for (const campaign of campaigns) campaign.close();
  await database.close();
}

/**
 * Tells staff what concerns each petition, also without a platform: by the webhook, if there is one. A campaign that
 * has no place for its staff at all tells the log.
 */
async function tellStaff(
  served: readonly ServedPetition[],
  { configuration, log, now }: ServeOptions,
  signal: AbortSignal,
): Promise<void> {
  const { alertWebhook, preview } = configuration;
  await Promise.all(
    served.map(async ({ petition: { id }, staff }) => {
      if (alertWebhook !== null) {
        await staff.serve(webhookPlace({ ...alertWebhook, petition: id, now }, signal), signal);
      } else if (!preview && !staff.isServed()) {
        await staff.serve(logPlace(served.length > 1 ? log.child({ petition: id }) : log), signal);
      }
    }),
  );
}

/**
 * Loads all petitions, and checks that the bot can serve them together.
 * @throws ContentError, OperatorError
 */
function loadPetitions(
  { configuration, now }: ServeOptions,
  channels: readonly ConfiguredPlatform[],
): readonly [Petition, ...Petition[]] {
  const load = (name: string): Petition => {
    const petition = loadPetition({
      contentDir: CONTENT_DIR,
      petition: name,
      organiser: configuration.organiser,
      hostingCountry: configuration.hostingCountry,
      today: dayOf(now()),
      limits: channels.map(({ channel, limits }) => ({ channel, ...limits })),
    });
    if (!configuration.preview && petition.unfinished.length > 0) {
      throw new ContentError(petition.unfinished, basename(CONTENT_DIR));
    }
    return petition;
  };
  const [first, ...others] = configuration.petitions;
  return [load(first), ...others.map(load)];
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
