import type { Day } from '../day.js';

/** A data key as it is stored: wrapped for the operator's offline identities. */
export interface DataKeyRow {
  readonly id: string;
  readonly wrapped: string;
  /** The day on which it was made: erasing goes by its age. */
  readonly day: Day;
}

/** A signature's row: the columns that the tally counts by, and the value. */
export interface SignatureRow {
  readonly key: string;
  readonly value: string;
  readonly receiptKey: string;
  /** The key that seals the name: stored with the signature if the database does not have it. */
  readonly dataKey: DataKeyRow;
  readonly channel: string;
  readonly locale: string;
  /** '' for a person who came without a source code. */
  readonly source: string;
  readonly age: string;
  readonly day: Day;
}

/** A signature with another name. What the tally counts by stays as it is. */
export type RenamedRow = Pick<SignatureRow, 'key' | 'value' | 'dataKey'>;

/** The row of a person who asked for updates. */
export interface ContactRow {
  /** The key of the signature that it belongs to. */
  readonly key: string;
  readonly value: string;
  readonly channel: string;
}

/** One person's turn: the new conversation, and its changes to a signature and to that signature's contact. */
export interface Commit {
  readonly conversation: {
    readonly key: string;
    readonly value: string;
    /** Saved only if the stored revision is one less; 1 is saved only if there is no conversation. */
    readonly revision: number;
    /** The day of the turn. */
    readonly day: Day;
  };
  readonly signature:
    | { readonly kind: 'none' }
    /** Only if there is none with this key. */
    | { readonly kind: 'add'; readonly row: SignatureRow }
    /** Only while the signature and its name exist: if one is gone, the turn is stale. */
    | { readonly kind: 'rename'; readonly row: RenamedRow }
    | { readonly kind: 'remove'; readonly key: string }
    | { readonly kind: 'remove-by-receipt'; readonly receiptKey: string };
  readonly contact:
    | { readonly kind: 'none' }
    /** Only while the signature exists: if it is gone, the turn is stale. */
    | { readonly kind: 'add'; readonly row: ContactRow }
    | { readonly kind: 'remove'; readonly key: string };
}
