import type { Evidence, OwnSignature, OwnUpdates, UpdatesEvidence } from '../petition/evidence.js';
import type { Locale, Phase } from '../petition/petition.js';
import type { Conversation } from './conversation.js';
import type { AccountAge } from './event.js';

/** All that the engine may know. */
export interface Standing {
  readonly conversation: Conversation | null;
  readonly signature: OwnSignature | null;
  /** The words of the consent that the signature stands for, in Markdown, where the petition has others by now. */
  readonly formerConsent: string | null;
  /** How the person asked to be told how the petition goes; null where they have not. */
  readonly updates: OwnUpdates | null;
  /** The words that they agreed to then, in Markdown, where the petition has others by now. */
  readonly formerUpdates: string | null;
  /** The total as the public sees it: offset and counted signatures. */
  readonly total: number;
  /** `YYYY-MM-DD` in UTC. */
  readonly today: string;
  readonly phase: Phase;
  /** The day on which the letter was handed over, `YYYY-MM-DD` in UTC; null as long as it was not. */
  readonly delivered: string | null;
  /** The day on which the names were erased; null as long as they were not. */
  readonly erased: string | null;
  /** Six characters that only this person's buttons carry. */
  readonly tag: string;
  /**
   * Whether the receipt that the event carries (typed with `/withdraw`, or in its form) belongs to a standing
   * signature; null where it carries none.
   */
  readonly receiptFound: boolean | null;
  /** The receipt that a signature made by this very event will have: shown with the thanks. */
  readonly nextReceipt: string;
  /** True where signatures are a trial that never counts in the campaign; the screens say so. */
  readonly preview: boolean;
}

/** What a turn wants done to the signature, and to what hangs on it. */
export type Change =
  | { readonly kind: 'none' }
  | {
      readonly kind: 'sign';
      /** Null: signs without a name. */
      readonly name: string | null;
      /** The button that chose so, its step and action: it is sealed with the name. */
      readonly button: string;
      readonly locale: Locale;
      readonly source: string | null;
      readonly accountAge: AccountAge;
      readonly evidence: Evidence;
    }
  | { readonly kind: 'withdraw' }
  /** Withdraws the signature, whoever's it is, that this receipt was given for. */
  | { readonly kind: 'withdraw-by-receipt'; readonly receipt: string }
  /** Keeps a way to reach the person, who has signed. */
  | { readonly kind: 'subscribe'; readonly locale: Locale; readonly evidence: UpdatesEvidence }
  | { readonly kind: 'unsubscribe' };
