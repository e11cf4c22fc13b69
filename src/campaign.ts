import type { Logger } from 'pino';
import type { Conductor } from './channel/adapter.js';
import { type ConductorOptions, createConductor } from './channel/conductor.js';
import { createPublicStatus, type PublicStatus } from './channel/public-status.js';
import type { Configuration } from './config.js';
import { type Conversation, conversationSchema } from './conversation/conversation.js';
import { causeOf } from './log.js';
import { campaignLog } from './log-of-totals/campaign-log.js';
import type { TotalsLog } from './log-of-totals/totals-log.js';
import { offsetsNow } from './petition/offsets.js';
import { type Petition, SIGNED_TEXTS } from './petition/petition.js';
import { growthOfLastWeek } from './signatures/last-week.js';
import { type KeptText, type Ledger, openLedger } from './signatures/ledger.js';
import { createPublicTotal, type PublicTotal } from './signatures/public-total.js';
import { type SourceCodes, sourceCodes } from './signatures/source-codes.js';
import type { Database } from './storage/database.js';
import type { DatabaseMarker } from './storage/database-marker.js';
import { schemaName } from './storage/schema-name.js';

/** One set of signatures, a campaign's or a preview's, with the parts that work on it. */
export interface Campaign {
  readonly petition: Petition;
  readonly schema: string;
  readonly preview: boolean;
  readonly ledger: Ledger<Conversation>;
  readonly total: PublicTotal;
  readonly status: PublicStatus;
  readonly sources: SourceCodes;
  readonly conductor: Conductor;
  /** The public log of the total; null where there is none. */
  readonly totalsLog: TotalsLog | null;
  close(): void;
}

export interface CampaignOptions {
  readonly database: Database;
  readonly petition: Petition;
  readonly preview: boolean;
  readonly pepper: Buffer;
  readonly recipients: readonly string[];
  /** How often public numbers change, in seconds; 0: at once. */
  readonly refreshSeconds: number;
  readonly log: Logger;
  readonly now: () => Date;
  readonly observe?: ConductorOptions['observe'];
  /** Called for each turn that the database lost, for the metrics. */
  readonly observeLoss?: () => void;
  readonly marker?: DatabaseMarker;
  /** What the public log needs; without it there is none. */
  readonly publicLog?: PublicLogSettings;
}

export type PublicLogSettings = Pick<Configuration, 'logKey' | 'dataDir' | 'publicUrl'>;

const UNREADABLE = {
  conversation: 'a conversation could not be read: it starts from the beginning',
  signature:
    'this version of the program can not read a signature: it still counts, and the person can withdraw it',
} as const;

const LAST_HEAD_UNWRITABLE =
  'DATA_DIR can not be written: nobody will notice if a restore shortens the public log of the total';

const LOST =
  'the database lost what this process had saved for a person: it went back to an earlier state, for example in a ' +
  'failover to a standby that was behind; we ask the person to check, and to sign or withdraw again';

/** Opens a petition's campaign, or its preview. The database may still be away. */
export function openCampaign(options: CampaignOptions): Campaign {
  const { petition, pepper, log, now, preview } = options;
  const { database } = options;
  const schema = schemaName(petition.id, preview);
  const ledger = openLedger<Conversation>({
    database,
    schema,
    petition: petition.id,
    pepper,
    recipients: options.recipients,
    conversation: (value) => conversationSchema.parse(value),
    now,
    onUnreadable: (what, pseudonym) => log.error({ pseudonym }, UNREADABLE[what]),
    onLost(pseudonym) {
      log.error({ pseudonym }, LOST);
      options.observeLoss?.();
    },
    ...(options.marker === undefined ? {} : { marker: options.marker }),
  });
  const total = createPublicTotal({
    count: ledger.counted,
    offsets: async () => offsetsNow(petition.settings, await ledger.offsets()),
    lastWeek: growthOfLastWeek(ledger.growth, now),
    refreshSeconds: options.refreshSeconds,
    now,
  });
  const sources = sourceCodes(pepper, petition.id, petition.settings.sources);
  const conductor = createConductor({
    petition,
    ledger,
    total,
    sources,
    preview,
    log,
    now,
    ...(options.observe === undefined ? {} : { observe: options.observe }),
  });
  return {
    petition,
    schema,
    preview,
    ledger,
    total,
    status: createPublicStatus({ settings: () => petition.settings, campaign: ledger.campaign, now }),
    sources,
    conductor,
    totalsLog: campaignLog({
      database,
      schema,
      petition,
      preview,
      ledger,
      now,
      ...(options.publicLog ?? { logKey: null, dataDir: '', publicUrl: null }),
      onUnwritable: (error) => log.warn(causeOf(error), LAST_HEAD_UNWRITABLE),
    }),
    close() {
      total.close();
      ledger.close();
    },
  };
}

/** Every text of a petition that people sign or agree to, in the form in which we keep it as evidence. */
export function signedTexts(petition: Petition): KeptText[] {
  return petition.locales.flatMap((locale) => {
    const { signed, updates } = petition.texts(locale);
    const texts = [
      ...SIGNED_TEXTS.map((name) => ({ name, ...signed[name] })),
      { name: 'updates', ...updates },
    ];
    return texts.map(({ name, version, source }) => ({ name, locale, version, words: source }));
  });
}
