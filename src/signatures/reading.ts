import type { OwnSignature, OwnUpdates } from '../petition/evidence.js';
import type { CampaignState } from '../petition/petition.js';

/** A person's rows as they were read, with what a commit needs. Good for one commit. */
export interface Reading<Conversation> {
  readonly conversation: Conversation | null;
  readonly signature: OwnSignature | null;
  /** The person's subscription to announcements; null if they have none. */
  readonly updates: OwnUpdates | null;
  readonly campaign: CampaignState;
  /** Six characters of base64url that only this person's buttons carry. */
  readonly tag: string;
  /** The receipt that a signature made over this reading will have. */
  readonly nextReceipt: string;
  /** Null if no receipt was looked up. */
  readonly receiptFound: boolean | null;
  /**
   * True once if the database no longer has this person's last turn, which this process saved. A confirmed
   * signature may be lost, and an erased one may be back.
   */
  readonly lost: boolean;
}
