import type { Logger } from 'pino';
import type { Conductor } from './channel/adapter.js';
import { type ConductorOptions, createConductor } from './channel/conductor.js';
import type { Configuration } from './config.js';
import { type Conversation, conversationSchema } from './conversation/conversation.js';
import { type Petition, SIGNED_TEXTS } from './petition/petition.js';
import { previewKeys } from './signatures/keys.js';
import { type KeptText, type Ledger, openLedger } from './signatures/ledger.js';
import { createPublicTotal, type PublicTotal } from './signatures/public-total.js';
import { type SourceCodes, sourceCodes } from './signatures/source-codes.js';
import type { Database } from './storage/database.js';
import type { DatabaseMarker } from './storage/database-marker.js';
import { schemaName } from './storage/schema-name.js';

/** One set of signatures with all that works on it: a campaign's or a preview's. */
export interface Books {
  readonly ledger: Ledger<Conversation>;
  readonly total: PublicTotal;
  readonly sources: SourceCodes;
  readonly conductor: Conductor;
  close(): void;
}

export interface BooksOptions {
  readonly database: Database;
  readonly petition: Petition;
  readonly preview: boolean;
  readonly pepper: Buffer;
  readonly recipients: readonly string[];
  /** How often public numbers move, in seconds; 0: at once. */
  readonly refreshSeconds: number;
  readonly log: Logger;
  readonly now: () => Date;
  readonly observe?: ConductorOptions['observe'];
  /** Told of each turn that the database lost, for the metrics. */
  readonly observeLoss?: () => void;
  readonly marker?: DatabaseMarker;
}

const UNREADABLE = {
  conversation: 'a conversation could not be read and begins anew',
  signature: 'a signature can not be read by this version of the program; it stands, and can be withdrawn',
} as const;

const LOST =
  'the database lost what this process had saved for a person: it has fallen back to an earlier state, such as a ' +
  'standby that was behind; the person is told to look, and to sign or withdraw once more';

/** Opens the books of a petition; the database may still be away. */
export function openBooks(options: BooksOptions): Books {
  const { petition, pepper, log, now, preview } = options;
  const ledger = openLedger<Conversation>({
    database: options.database,
    schema: schemaName(petition.id, preview),
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
  const total = createPublicTotal({ count: ledger.counted, refreshSeconds: options.refreshSeconds, now });
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
    ledger,
    total,
    sources,
    conductor,
    close() {
      total.close();
      ledger.close();
    },
  };
}

/**
 * The keys of the pseudonyms and of the names: the operator's, or in a preview those that it makes for itself and
 * keeps in `DATA_DIR`.
 */
export async function keysFor(
  configuration: Configuration,
): Promise<{ readonly pepper: Buffer; readonly recipients: readonly string[] }> {
  const { pepper, recipients, dataDir } = configuration;
  if (pepper !== null && recipients !== null) return { pepper, recipients };
  const made = await previewKeys(dataDir);
  return { pepper: pepper ?? made.pepper, recipients: recipients ?? made.recipients };
}

/** Every text of a petition that is signed or agreed to, as evidence keeps it. */
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
