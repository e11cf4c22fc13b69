import { type Day, dayOf } from '../day.js';
import type { Change } from '../petition/change.js';
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
import { type CommitBasis, rowsOf } from './changes.js';
import { openConversations } from './conversations.js';
import { createDataKeys } from './data-keys.js';
import { createFailingCommits } from './failing-commits.js';
import { type Growth, readGrowth } from './figures.js';
import { createKnownRevisions, type Losses } from './known-revisions.js';
import { type Memory, openMemory } from './memory.js';
import { readOffsets, recordOffset } from './offsets.js';
import { openOwnRows } from './own.js';
import { checkPepper } from './pepper-check.js';
import type { Person } from './person.js';
import { prefixOf, pseudonyms, tagOf } from './pseudonym.js';
import { uniqueBytes } from './random.js';
import type { Reading } from './reading.js';
import { parseReceipt, receiptFrom, receiptKeyOf } from './receipt.js';
import { openRecords } from './record.js';
import { rowCipher } from './row-cipher.js';
import { createSameDatabase } from './same-database.js';
import { openStaffData, type StaffData } from './staff-data.js';
import { type Breakdown, type Drift, findDrift, readBreakdown } from './tally.js';
import { type KeptText, keepTexts, readText } from './texts.js';
import { troubleIn } from './trouble.js';

export type { Breakdown, Drift, KeptText, Reading };

const CONVERSATION_DAYS = 30;
const NONCE_BYTES = 16;

export interface LedgerOptions<Conversation> {
  readonly database: Database;
  /** `petition_zefzafi`: the schema with everything of this petition. */
  readonly schema: string;
  /** The petition's id: part of every pseudonym. */
  readonly petition: string;
  readonly pepper: Buffer;
  /** age public keys: their owners can read the names. At least one. */
  readonly recipients: readonly string[];
  /** Checks a stored conversation; throws if it does not know its shape. */
  readonly conversation: (value: unknown) => Conversation;
  /** A conversation expires after this many days without a turn. Default 30. */
  readonly conversationDays?: number;
  readonly now: () => Date;
  /**
   * Called if a stored row can't be read (tampered with, or of another version). An unreadable conversation
   * is deleted, and its person begins again. An unreadable signature stays and can be withdrawn; it is
   * reported once. Nobody is locked out, which would be worse. Gets the pseudonym's first characters.
   */
  readonly onUnreadable?: (what: 'conversation' | 'signature', pseudonym: string) => void;
  /** Called if the database has lost a person's last turn. Gets the pseudonym's first characters. */
  readonly onLost?: (pseudonym: string) => void;
  /** Remembers which database was last used; without it, any database is accepted. */
  readonly marker?: DatabaseMarker;
}

/**
 * The signatures of one petition and the conversations that lead to them. Every method rejects with
 * StoreUnavailable if the database is away, hangs or refuses to write.
 */
export interface Ledger<Conversation> {
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
  /** What the database has lost after this process had confirmed it. */
  losses(): Losses;
  /**
   * A person's conversation and signature, read in one statement together with other people's concurrent
   * reads.
   * @param receipt a receipt that the person typed, in any spelling, to look up with them
   */
  read(person: Person, receipt?: string): Promise<Reading<Conversation>>;
  /**
   * Saves the conversation over the revision that was read, and changes the signature; both or neither.
   * @param conversation its revision is one more than the one that was read, or 1 if there was none
   * @returns `stale` if the conversation has changed since the read: nothing was saved; read again
   */
  commit(
    reading: Reading<Conversation>,
    conversation: Conversation,
    change: Change,
    today: Day,
  ): Promise<'saved' | 'stale'>;
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
  const revisions = createKnownRevisions({ now: options.now, conversationDays });
  const failing = createFailingCommits();
  const ids = pseudonyms(options.pepper, petition);
  const records = openRecords(store.signatures);
  const conversations = openConversations(
    store.conversations,
    options.pepper,
    options.conversation,
    (key) => {
      revisions.forget(key);
      options.onUnreadable?.('conversation', prefixOf(key));
    },
  );
  const dataKeys = createDataKeys(options.recipients, options.now);
  const basis = new WeakMap<Reading<Conversation>, CommitBasis & { readonly restored: string | undefined }>();
  let preparation: Promise<void> | null = null;

  const receiptOver = (person: Person, nonce: string) => receiptFrom(ids.of('receipt', person, nonce));
  const contacts = rowCipher(options.pepper, petition, 'contact');
  const keyOf = (receipt: string) => receiptKeyOf(ids, receipt);

  const own = openOwnRows({
    store,
    records,
    contacts,
    receiptOver,
    onUnreadable: (key) => options.onUnreadable?.('signature', prefixOf(key)),
  });
  const rows = rowsOf({ petition, dataKeys, records, contacts, receiptKeyOf: keyOf });

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

  async function hasReceipt(written: string): Promise<boolean> {
    const receipt = parseReceipt(written);
    return receipt !== null && store.hasReceipt(keyOf(receipt));
  }

  return {
    ready,
    async read(person, receipt) {
      await ready();
      const conversationKey = ids.of('conversation', person);
      const signatureKey = ids.of('signature', person);
      const known = revisions.of(conversationKey);
      const [restored, conversation, { signature, standing }, updates, campaign, receiptFound] =
        await Promise.all([
          same.check(),
          conversations.read(conversationKey),
          own.signature(person, signatureKey),
          own.updates(signatureKey),
          readCampaignState(store.settings),
          receipt === undefined ? null : hasReceipt(receipt),
        ]);
      const lost = revisions.isLost(conversationKey, known, conversation?.revision ?? 0, restored);
      if (lost) options.onLost?.(prefixOf(conversationKey));
      const nonce = uniqueBytes(NONCE_BYTES).toString('base64url');
      const nextReceipt = receiptOver(person, nonce);
      const reading: Reading<Conversation> = {
        conversation,
        signature,
        updates,
        campaign,
        tag: tagOf(ids, person),
        nextReceipt,
        receiptFound,
        lost,
      };
      const made = { nonce, receipt: nextReceipt, standing };
      basis.set(reading, { person, conversationKey, signatureKey, ...made, restored });
      return reading;
    },
    async commit(reading, conversation, change, day) {
      await ready();
      const over = basis.get(reading);
      if (over === undefined) throw new RangeError('a commit needs a reading of this ledger');
      if (conversation.revision !== (reading.conversation?.revision ?? 0) + 1) {
        throw new RangeError('a turn makes the revision one more than it was');
      }
      if (change.kind === 'sign' && reading.signature !== null) {
        throw new RangeError('a person who has signed can not sign again');
      }
      const { conversationKey: key } = over;
      const { revision } = conversation;
      const committed = await failing.watch(async () =>
        store.commit({
          conversation: { key, value: conversations.write(key, conversation), revision, day },
          ...(await rows(change, over, day)),
        }),
      );
      if (committed === 'stale') return committed;
      revisions.saved(key, revision, over.restored, day);
      if (change.kind === 'sign') await same.mark(1);
      return committed;
    },
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
      return code ?? (failing.areFailing() ? 'commits-failing' : null);
    },
    losses: revisions.losses,
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
    close: () => dataKeys.close(),
  };
}
