import type { Day } from '../day.js';
import type { OwnSignature, OwnUpdates } from '../petition/evidence.js';
import type { Status } from '../petition/status.js';
import type { Conversation } from './conversation.js';

/** All that the engine may know. */
export interface Facts extends Status {
  readonly conversation: Conversation | null;
  readonly signature: OwnSignature | null;
  /**
   * The consent's text that the signature agreed to, in Markdown, if the petition's text has changed since.
   */
  readonly formerConsent: string | null;
  /** The person's subscription to announcements; null if they have none. */
  readonly updates: OwnUpdates | null;
  /**
   * The text that they agreed to when they subscribed, in Markdown, if the petition's text has changed since.
   */
  readonly formerUpdates: string | null;
  /** The public total: offset plus counted signatures. It may move later than a signature of this turn. */
  readonly total: number;
  readonly now: Date;
  /** The day of `now` in UTC. */
  readonly today: Day;
  /** The day on which the names were erased; null before. */
  readonly erased: Day | null;
  /** Six characters that only this person's buttons carry. */
  readonly tag: string;
  /**
   * Whether the event's receipt (typed with `/withdraw`, or in the form) belongs to an existing signature;
   * null if the event has none.
   */
  readonly receiptFound: boolean | null;
  /** The receipt of the signature, if this event makes one: the thanks show it. */
  readonly nextReceipt: string;
  /** True for a preview, whose signatures never count in the campaign. The screens say so. */
  readonly preview: boolean;
}
