import type { NewEvidence, UpdatesEvidence } from './evidence.js';
import type { Locale } from './formats.js';

/** The age of the person's account, no finer than this; `unknown` if the platform does not tell. */
export const ACCOUNT_AGES = ['under-7-days', 'under-30-days', 'older', 'unknown'] as const;
export type AccountAge = (typeof ACCOUNT_AGES)[number];

/** The change that a turn makes to the signature and to what belongs to it. */
export type Change =
  | { readonly kind: 'none' }
  | {
      readonly kind: 'sign';
      /** Null: signs without a name. At most 400 bytes of UTF-8. */
      readonly name: string | null;
      /** The step and action of the pressed button. It is sealed together with the name. */
      readonly button: string;
      readonly locale: Locale;
      readonly source: string | null;
      readonly accountAge: AccountAge;
      readonly evidence: NewEvidence;
    }
  /**
   * Signs again over the person's own signature: another name, or none, with its evidence. It stays the same signature:
   * its day, language, receipt and status do not change, and the total does not change either.
   */
  | {
      readonly kind: 'correct';
      readonly name: string | null;
      readonly button: string;
      readonly evidence: NewEvidence;
    }
  | { readonly kind: 'withdraw' }
  /** Withdraws the signature that has this receipt, from any account. */
  | { readonly kind: 'withdraw-by-receipt'; readonly receipt: string }
  /** Subscribes a person who has signed: keeps a way to reach them. */
  | { readonly kind: 'subscribe'; readonly locale: Locale; readonly evidence: UpdatesEvidence }
  | { readonly kind: 'unsubscribe' };
