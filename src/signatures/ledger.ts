import type { Evidence, OwnSignature } from '../petition/evidence.js';
import type { Database } from '../storage/database.js';
import type { Person } from './person.js';

/** What can happen to a person's signature in one commit. */
export type LedgerChange =
  | { readonly kind: 'none' }
  | {
      readonly kind: 'sign';
      /** Null: signs without a name. At most 400 bytes of UTF-8. */
      readonly name: string | null;
      readonly locale: string;
      readonly source: string | null;
      readonly accountAge: string;
      readonly evidence: Evidence;
    }
  | { readonly kind: 'withdraw' }
  | { readonly kind: 'withdraw-by-receipt'; readonly receipt: string };

/** A person's rows as they were read, and what a commit over them needs. Good for one commit. */
export interface Reading<Conversation> {
  readonly conversation: Conversation | null;
  readonly signature: OwnSignature | null;
  /** Six characters of base64url that only this person's buttons carry. */
  readonly tag: string;
  /** The receipt that a signature made over this reading will have. */
  readonly nextReceipt: string;
  /** Null where no receipt was asked about. */
  readonly receiptFound: boolean | null;
}

/** What is counted apart. `all` has the one value ''; `source` has '' for those who came without a code. */
export const DIMENSIONS = ['all', 'channel', 'locale', 'source', 'age', 'status'] as const;
export type Dimension = (typeof DIMENSIONS)[number];

/** The counted signatures by value, per dimension; `status` alone also holds those set aside. */
export type Breakdown = Readonly<Record<Dimension, Readonly<Record<string, number>>>>;

/** A place where the tally differs from the rows: never, unless somebody went past the triggers. */
export interface Drift {
  /** A dimension, or `data-key`: rows whose name was sealed under a key that is not there. */
  readonly dimension: Dimension | 'data-key';
  readonly value: string;
  readonly tally: number;
  readonly rows: number;
}

/** A text that is signed, kept so that evidence can be read years later. */
export interface KeptText {
  readonly name: string;
  readonly locale: string;
  readonly version: string;
  readonly words: string;
}

export interface LedgerOptions<Conversation> {
  readonly database: Database;
  /** `petition_zefzafi`: everything of this petition lives in it. */
  readonly schema: string;
  /** The petition's id: part of every pseudonym. */
  readonly petition: string;
  readonly pepper: Buffer;
  /** age public keys: who can read the names. At least one. */
  readonly recipients: readonly string[];
  /** Checks a stored conversation; throws for one that it does not know. */
  readonly conversation: (value: unknown) => Conversation;
  /** A conversation is forgotten after this many days without a turn. Default 30. */
  readonly conversationDays?: number;
  readonly now: () => Date;
  /**
   * Told when a stored conversation could not be read (tampered with, or of another version): it is forgotten and
   * its person begins anew, since being locked out would be worse. Gets the pseudonym's first characters.
   */
  readonly onUnreadable?: (pseudonym: string) => void;
}

/**
 * The signatures of one petition and the conversations that lead to them.
 * Every method rejects with StoreUnavailable when the database is away, hangs or refuses to write.
 */
export interface Ledger<Conversation> {
  /**
   * Migrates the schema and checks the pepper. Every other method does this first; call it at start to learn what
   * waiting cannot mend: WrongPepper, MigrationRefused, UnsuitableDatabase.
   */
  ready(): Promise<void>;
  /**
   * A person's conversation and signature, read in one statement with those of everybody who asks at the same time.
   * @param receipt one that the person typed, in any writing, to be looked up along with them
   */
  read(person: Person, receipt?: string): Promise<Reading<Conversation>>;
  /**
   * Saves the conversation over the revision that was read, and with it changes the signature; both or neither.
   * @param conversation its revision is one more than that of the conversation read, or 1 where there was none
   * @param today `YYYY-MM-DD` in UTC
   * @returns `stale` when the person's rows are no longer as they were read: nothing has changed; read again
   */
  commit(
    reading: Reading<Conversation>,
    conversation: Conversation,
    change: LedgerChange,
    today: string,
  ): Promise<'saved' | 'stale'>;
  /** How many signatures count: one indexed row, read along with whatever else is being read. */
  counted(): Promise<number>;
  /** All standing numbers in one snapshot. */
  breakdown(): Promise<Breakdown>;
  /** Counts the rows and compares: empty when all is well. Takes as long as reading every signature. */
  reconcile(): Promise<Drift[]>;
  /** Keeps the words of texts under their versions; those kept already stay as they are. */
  keepTexts(texts: readonly KeptText[], today: string): Promise<void>;
  /** Really deletes the conversations whose time is up; gives how many. */
  forgetExpired(): Promise<number>;
  /** Erases the keys from memory. The database stays open: it belongs to whoever opened it. */
  close(): void;
}

/** Opens the ledger without asking the database anything: it may still be away. */
export function openLedger<Conversation extends { readonly revision: number }>(
  _options: LedgerOptions<Conversation>,
): Ledger<Conversation> {
  throw new Error('not written yet');
}
