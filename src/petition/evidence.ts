import type { Locale, SignedTextName } from './petition.js';

/** A text as it was shown: in which language, which words. */
export interface Shown {
  readonly locale: Locale;
  readonly version: string;
}

/** The texts that a signature stands for, as they were shown to the person who signed. */
export type ShownTexts = Readonly<Record<SignedTextName, Shown>>;

/** Which words somebody agreed to, and how: kept with the signature. */
export interface Evidence {
  readonly texts: ShownTexts;
  /** `YYYY-MM-DD` in UTC: the day of the press on the consent's own button. */
  readonly agreedOn: string;
  /** The button that was pressed: its step and action. */
  readonly agreedBy: string;
}

/** A person's own standing signature, as that person may see it. */
export interface OwnSignature {
  /** `YYYY-MM-DD` in UTC. */
  readonly day: string;
  readonly locale: Locale;
  readonly evidence: Evidence;
  /** Derived anew each time, never stored. */
  readonly receipt: string;
}
