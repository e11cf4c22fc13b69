import type { Logger } from 'pino';
import { type Campaign, openCampaign, type PublicLogSettings } from './campaign.js';
import type { AdapterContext, Health, Switchboard } from './channel/adapter.js';
import { createOwnership, type Ownership } from './channel/ownership.js';
import { type ServedPetition, servedPetitions } from './channel/served-petitions.js';
import { createSwitchboard, onlyLine } from './channel/switchboard.js';
import type { Line } from './channel/switchboard-line.js';
import type { Metrics } from './http/metrics.js';
import { publicPicture } from './http/picture.js';
import type { Petition } from './petition/petition.js';
import type { Choices } from './signatures/choices.js';
import { BOT, pseudonyms, tagOf } from './signatures/pseudonym.js';
import type { Pace as StaffPace } from './staff/background-jobs.js';
import { openDesk } from './staff/open-desk.js';
import type { PlatformNames } from './staff/platform-names.js';
import type { Database } from './storage/database.js';
import type { DatabaseMarker } from './storage/database-marker.js';
import { schemaName } from './storage/schema-name.js';

/** A campaign on the database that it is stored in. */
export type StoredCampaign = Campaign & { readonly database: Database };

export interface CampaignsOptions {
  readonly petitions: readonly [Petition, ...Petition[]];
  readonly preview: boolean;
  readonly database: Database;
  readonly pepper: Buffer;
  readonly recipients: readonly string[];
  readonly refreshSeconds: number;
  readonly metrics: Metrics;
  readonly markerFor?: (schema: string) => DatabaseMarker;
  /** What the public logs of the totals need; without it there are none. */
  readonly publicLog?: PublicLogSettings;
  readonly log: Logger;
  readonly now: () => Date;
}

/** Opens the campaigns of all petitions, or their previews. The database may still be away. */
export function openCampaigns(options: CampaignsOptions): readonly [StoredCampaign, ...StoredCampaign[]] {
  const { petitions, preview, database, metrics, markerFor, log } = options;
  const [first, ...others] = petitions;
  const open = (petition: Petition): StoredCampaign => ({
    ...openCampaign({
      ...options,
      petition,
      // With one petition, the lines of the log don't name it, as in earlier versions.
      log: others.length === 0 ? log : log.child({ petition: petition.id }),
      observe: metrics.turnsOf(petition.id),
      observeLoss: metrics.observeLoss,
      ...(markerFor === undefined ? {} : { marker: markerFor(schemaName(petition.id, preview)) }),
    }),
    database,
  });
  return [open(first), ...others.map(open)];
}

export interface ContextOptions {
  readonly campaigns: readonly [StoredCampaign, ...StoredCampaign[]];
  readonly pepper: Buffer;
  /** Needed where there are several. */
  readonly choices: Choices;
  /** Https address of this server, for links that staff get. */
  readonly publicUrl?: string | null;
  /** How often staff's jobs look; by default as the desk does. */
  readonly staffPace?: StaffPace | undefined;
  /** The platforms' health, for what staff are told. */
  readonly healths: () => readonly { readonly channel: string; readonly health: Health }[];
  /** What staff call the platforms. */
  readonly names?: PlatformNames | undefined;
  readonly log: Logger;
  readonly now: () => Date;
}

/** What the adapters get, and the bot's jobs, which belong to the first petition's leases. */
export function contextFor(options: ContextOptions): AdapterContext & { readonly ownership: Ownership } {
  const { campaigns, log } = options;
  const [first, ...others] = campaigns;
  const served = [servedOf(first, options), ...others.map((one) => servedOf(one, options))] as const;
  return {
    ...served[0],
    petitions: servedPetitions(served),
    conductor: others.length === 0 ? onlyLine(first.conductor) : switchboardFor(options),
    ownership: createOwnership(first.ledger.leases, log),
    memory: first.ledger.memory,
    log,
  };
}

function switchboardFor({ campaigns, choices, pepper, log }: ContextOptions): Switchboard {
  const lineOf = (campaign: StoredCampaign): Line => {
    const ids = pseudonyms(pepper, campaign.petition.id);
    return { ...campaign, tagOf: (person) => tagOf(ids, person) };
  };
  const [first, ...others] = campaigns;
  const botIds = pseudonyms(pepper, BOT);
  return createSwitchboard({
    petitions: servedPetitions([lineOf(first), ...others.map(lineOf)]),
    choices,
    tagOf: (person) => tagOf(botIds, person),
    log,
  });
}

function servedOf(
  campaign: StoredCampaign,
  { campaigns, publicUrl = null, healths, names, staffPace, log, now }: ContextOptions,
): ServedPetition {
  const { petition, ledger, total, status, sources, totalsLog } = campaign;
  const base = campaigns.length === 1 ? '' : `/p/${petition.id}`;
  // Each petition's staff have a room of their own, so each petition's jobs are its own.
  const ownership = createOwnership(ledger.leases, log);
  return {
    petition,
    total,
    status,
    sources,
    totalsLog,
    pictureUrl: publicPicture(petition, publicUrl),
    memory: ledger.memory,
    countFrom: async (source) => (await ledger.breakdown()).source[source] ?? 0,
    staff: openDesk({
      petition,
      ledger,
      sources,
      logAddress: totalsLog === null || publicUrl === null ? null : `${publicUrl}${base}/log`,
      platforms: () => healths().map(({ channel, health }) => ({ channel, ok: health.ok })),
      exclusively: (work, elsewhere, place) => ownership.hold(`staff-${place}`, work, elsewhere),
      names,
      log,
      now,
      ...(staffPace === undefined ? {} : { pace: staffPace }),
    }),
  };
}
