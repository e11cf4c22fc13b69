import type { Day } from '../day.js';
import type { Change } from '../petition/change.js';
import type { Store } from '../storage/store.js';
import { readCampaignState } from './campaign-state.js';
import { type CommitBasis, rowsOf } from './changes.js';
import { openConversations } from './conversations.js';
import { createDataKeys } from './data-keys.js';
import { createFailingCommits } from './failing-commits.js';
import { createKnownRevisions, type Losses } from './known-revisions.js';
import { openOwnRows } from './own.js';
import type { Person } from './person.js';
import { type Pseudonyms, prefixOf, tagOf } from './pseudonym.js';
import { uniqueBytes } from './random.js';
import type { Reading } from './reading.js';
import { parseReceipt, receiptFrom, receiptKeyOf } from './receipt.js';
import { openRecords } from './record.js';
import type { RowCipher } from './row-cipher.js';
import type { SameDatabase } from './same-database.js';

const NONCE_BYTES = 16;

export interface TurnOptions<Conversation> {
  /** The petition's id: part of every pseudonym. */
  readonly petition: string;
  readonly pepper: Buffer;
  /** age public keys: their owners can read the names. At least one. */
  readonly recipients: readonly string[];
  /** Checks a stored conversation; throws if it does not know its shape. */
  readonly conversation: (value: unknown) => Conversation;
  readonly now: () => Date;
  /**
   * Called if a stored row can't be read (tampered with, or of another version). An unreadable conversation
   * is deleted, and its person begins again. An unreadable signature stays and can be withdrawn; it is
   * reported once. Nobody is locked out, which would be worse. Gets the pseudonym's first characters.
   */
  readonly onUnreadable?: (what: 'conversation' | 'signature', pseudonym: string) => void;
  /** Called if the database has lost a person's last turn. Gets the pseudonym's first characters. */
  readonly onLost?: (pseudonym: string) => void;
}

/** What a turn of a person reads and saves. Every method rejects with StoreUnavailable, except `losses`. */
export interface Turns<Conversation> {
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
  /** What the database has lost after this process had confirmed it. */
  losses(): Losses;
}

/** The parts of the ledger that turns work with. */
interface TurnParts {
  readonly store: Store;
  readonly same: SameDatabase;
  readonly ids: Pseudonyms;
  /** Encrypts the contacts. */
  readonly contacts: RowCipher;
  readonly conversationDays: number;
  /** Resolves when the ledger is ready. */
  readonly ready: () => Promise<void>;
}

/** The turns, for the ledger. */
interface OpenTurns<Conversation> extends Turns<Conversation> {
  /** Whether commits have failed again and again: see `createFailingCommits`. */
  areCommitsFailing(): boolean;
  /** Erases the keys from memory. */
  close(): void;
}

/** Opens the turns. It sends no query yet. */
export function openTurns<Conversation extends { readonly revision: number }>(
  options: TurnOptions<Conversation> & TurnParts,
): OpenTurns<Conversation> {
  const { petition, store, same, ids, contacts, conversationDays, ready } = options;
  const revisions = createKnownRevisions({ now: options.now, conversationDays });
  const failing = createFailingCommits();
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

  const receiptOver = (person: Person, nonce: string) => receiptFrom(ids.of('receipt', person, nonce));
  const keyOf = (receipt: string) => receiptKeyOf(ids, receipt);

  const own = openOwnRows({
    store,
    records,
    contacts,
    receiptOver,
    onUnreadable: (key) => options.onUnreadable?.('signature', prefixOf(key)),
  });
  const rows = rowsOf({ petition, dataKeys, records, contacts, receiptKeyOf: keyOf });

  async function hasReceipt(written: string): Promise<boolean> {
    const receipt = parseReceipt(written);
    return receipt !== null && store.hasReceipt(keyOf(receipt));
  }

  return {
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
    losses: revisions.losses,
    areCommitsFailing: failing.areFailing,
    close: () => dataKeys.close(),
  };
}
