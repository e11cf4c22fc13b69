import type { Evidence, OwnSignature } from '../petition/evidence.js';

/** What can happen to a person's signature in one commit. */
export type LedgerChange =
  | { readonly kind: 'none' }
  | {
      readonly kind: 'sign';
      /** Null: signs without a name. */
      readonly name: string | null;
      readonly locale: string;
      readonly source: string | null;
      readonly accountAge: string;
      readonly evidence: Evidence;
    }
  | { readonly kind: 'withdraw' }
  | { readonly kind: 'withdraw-by-receipt'; readonly receipt: string };

/** A person's rows as they were read, and what a commit over them needs. */
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
