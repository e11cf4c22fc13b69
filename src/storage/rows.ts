import type { Day } from '../day.js';

/** A data key as it is stored: wrapped to the operator's offline identities. */
export interface DataKeyRow {
  readonly id: string;
  readonly wrapped: string;
  /** The day on which it was made: erasing goes by its age. */
  readonly day: Day;
}

/** A signature's row: what the database counts by stands beside the value. */
export interface SignatureRow {
  readonly key: string;
  readonly value: string;
  readonly receiptKey: string;
  /** What its name is sealed under: stored along with it, where the database does not have it. */
  readonly dataKey: DataKeyRow;
  readonly channel: string;
  readonly locale: string;
  /** '' for those who came without a code. */
  readonly source: string;
  readonly age: string;
  readonly day: Day;
}

/** The row of somebody who asked for updates. */
export interface ContactRow {
  /** That of the signature, which it goes with. */
  readonly key: string;
  readonly value: string;
  readonly channel: string;
}

/** One person's turn: the conversation, and with it what happens to a signature and to the contact that hangs on it. */
export interface Commit {
  readonly conversation: {
    readonly key: string;
    readonly value: string;
    /** Saved only over the revision before, or with 1 only where there is none. */
    readonly revision: number;
    /** The day of the turn. */
    readonly day: Day;
  };
  readonly signature:
    | { readonly kind: 'none' }
    /** Only where there is none under this key. */
    | { readonly kind: 'add'; readonly row: SignatureRow }
    | { readonly kind: 'remove'; readonly key: string }
    | { readonly kind: 'remove-by-receipt'; readonly receiptKey: string };
  readonly contact:
    | { readonly kind: 'none' }
    /** Only where the signature stands: where it is gone by now, the turn is stale. */
    | { readonly kind: 'add'; readonly row: ContactRow }
    | { readonly kind: 'remove'; readonly key: string };
}
