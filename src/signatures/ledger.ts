import { type Day, dayOf } from '../day.js';
import type { Shown } from '../petition/evidence.js';
import type { RecordedOffset } from '../petition/offsets.js';
import type { CampaignState } from '../petition/petition.js';
import type { Database } from '../storage/database.js';
import type { DatabaseMarker } from '../storage/database-marker.js';
import { type Leases, openLeases } from '../storage/leases.js';
import { migrate } from '../storage/migrate.js';
import { openStore } from '../storage/store.js';
import { type Announcements, openAnnouncements } from './announcements.js';
import { changeCampaignState, readCampaignState } from './campaign-state.js';
import { type Growth, readGrowth } from './figures.js';
import { type Memory, openMemory } from './memory.js';
import { readOffsets, recordOffset } from './offsets.js';
import { checkPepper } from './pepper-check.js';
import { pseudonyms } from './pseudonym.js';
import type { Reading } from './reading.js';
import { rowCipher } from './row-cipher.js';
import { createSameDatabase } from './same-database.js';
import { openStaffData, type StaffData } from './staff-data.js';
import { type Breakdown, type Drift, findDrift, readBreakdown } from './tally.js';
import { type KeptText, keepTexts, readText } from './texts.js';
import { troubleIn } from './trouble.js';
import { openTurns, type TurnOptions, type Turns } from './turns.js';

export type { Breakdown, Drift, KeptText, Reading };

const CONVERSATION_DAYS = 30;

export interface LedgerOptions<Conversation> extends TurnOptions<Conversation> {
  readonly database: Database;
  /** `petition_zefzafi`: the schema with everything of this petition. */
  readonly schema: string;
  /** A conversation expires after this many days without a turn. Default 30. */
  readonly conversationDays?: number;
  /** Remembers which database was last used; without it, any database is accepted. */
  readonly marker?: DatabaseMarker;
}

/**
 * The signatures of one petition and the conversations that lead to them. Every method rejects with
 * StoreUnavailable if the database is away, hangs or refuses to write.
 */
export interface Ledger<Conversation> extends Turns<Conversation> {
  /**
   * Migrates the schema and checks the pepper. Every other method does this first. Call it at start to find
   * errors that a retry can't repair: AnotherDatabase, WrongPepper, MigrationRefused, UnsuitableDatabase.
   */
  ready(): Promise<void>;
  /**
   * Null if a signature can be recorded now, else the code of the reason: `schema-missing`, `other-database`,
   * `folder-gone`, `commits-failing`, an SQLSTATE, or another code of StoreUnavailable. Never rejects.
   */
  trouble(): Promise<string | null>;
  /** The operator's decisions, read each time, together with other concurrent reads. */
  campaign(): Promise<CampaignState>;
  /** Changes the given fields. Every process follows from then on. */
  changeCampaignState(change: Partial<CampaignState>): Promise<void>;
  /** How many signatures count: one indexed row, read together with other concurrent reads. */
  counted(): Promise<number>;
  /** The figures of counts elsewhere that operators recorded, the oldest first; read like `counted`. */
  offsets(): Promise<readonly RecordedOffset[]>;
  recordOffset(recorded: RecordedOffset): Promise<void>;
  /** How the number of counted signatures grew from one day to the day before another (UTC). */
  growth(from: Day, until: Day): Promise<Growth>;
  /** All current numbers, from one snapshot. */
  breakdown(): Promise<Breakdown>;
  /** Counts the rows and compares; empty if all is well. It reads every signature. */
  reconcile(): Promise<Drift[]>;
  /** Stores texts under their versions. A text that is already stored stays unchanged. */
  keepTexts(texts: readonly KeptText[], today: Day): Promise<void>;
  /** The text that a person was shown; null if it is not stored. */
  keptText(name: string, shown: Shown): Promise<string | null>;
  /** Deletes the conversations that have expired; returns how many. */
  deleteExpired(): Promise<number>;
  /** The leases of this schema's jobs. */
  readonly leases: Leases;
  readonly memory: Memory;
  readonly announcements: Announcements;
  readonly staff: StaffData;
  /** Erases the keys from memory. The database stays open: its opener closes it. */
  close(): void;
}

/** Opens the ledger. It sends no query yet: the database may still be away. */
export function openLedger<Conversation extends { readonly revision: number }>(
  options: LedgerOptions<Conversation>,
): Ledger<Conversation> {
  const { database, schema, petition, conversationDays = CONVERSATION_DAYS } = options;
  const today = () => dayOf(options.now());
  const store = openStore(database, schema, today, conversationDays);
  const same = createSameDatabase(database, schema, store, options.marker);
  const ids = pseudonyms(options.pepper, petition);
  const contacts = rowCipher(options.pepper, petition, 'contact');
  const turns = openTurns({ ...options, store, same, ids, contacts, conversationDays, ready });
  let preparation: Promise<void> | null = null;

  async function prepare(): Promise<void> {
    await same.compare();
    await migrate(database, schema);
    await checkPepper(store, ids);
    await same.begin();
  }

  function ready(): Promise<void> {
    preparation ??= prepare().catch((error: unknown) => {
      preparation = null;
      throw error;
    });
    return preparation;
  }

  return {
    ready,
    read: turns.read,
    commit: turns.commit,
    losses: turns.losses,
    async campaign() {
      await ready();
      return readCampaignState(store.settings);
    },
    async changeCampaignState(change) {
      await ready();
      await changeCampaignState(database.query, schema, change);
    },
    async counted() {
      await ready();
      const [counted] = await Promise.all([store.counted(), same.check()]);
      await same.mark(counted);
      return counted;
    },
    async offsets() {
      await ready();
      return readOffsets(store.settings);
    },
    async recordOffset(recorded) {
      await ready();
      await recordOffset(database, schema, recorded);
    },
    async trouble() {
      const code = await troubleIn(async () => {
        await ready();
        await Promise.all([same.check(), store.probe()]);
      });
      return code ?? (turns.areCommitsFailing() ? 'commits-failing' : null);
    },
    async growth(from, until) {
      await ready();
      return readGrowth(database.query, schema, from, until);
    },
    async breakdown() {
      await ready();
      return readBreakdown(database, schema);
    },
    async reconcile() {
      await ready();
      return findDrift(database, schema);
    },
    async keepTexts(texts, day) {
      await ready();
      await keepTexts(database.query, schema, texts, day);
    },
    async keptText(name, shown) {
      await ready();
      return readText(database.query, schema, name, shown);
    },
    async deleteExpired() {
      await ready();
      return store.deleteExpired();
    },
    leases: openLeases({ database, schema, ready }),
    announcements: openAnnouncements(database, schema, contacts, ready),
    memory: openMemory({
      database,
      schema,
      settings: store.settings,
      cipher: rowCipher(options.pepper, petition, 'memory'),
      ready,
    }),
    staff: openStaffData({ database, schema, ids, now: options.now, ready }),
    close: turns.close,
  };
}
