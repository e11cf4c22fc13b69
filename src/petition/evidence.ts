import type { Day } from '../day.js';
import type { Locale } from './formats.js';
import type { SignedTextName } from './petition.js';

/** A text as it was shown: in which language, which words. */
export interface Shown {
  readonly locale: Locale;
  /** SHA-256 of the words, in hexadecimal; the words themselves are kept under it. */
  readonly version: string;
}

/** The texts that a signature stands for, as they were shown to the person who signed. */
export type ShownTexts = Readonly<Record<SignedTextName, Shown>>;

/** A press that agreed to something. */
export interface Agreement {
  readonly day: Day;
  /** The button that was pressed: its step and action. */
  readonly button: string;
}

/** Which words somebody agreed to, and how, purpose by purpose: kept with the signature. */
export interface Evidence {
  /** What was shown before either press. */
  readonly texts: ShownTexts;
  /** To the signature's being recorded and handed over: the consent's own button. */
  readonly petition: Agreement;
  /**
   * To its carrying a name, or none. The button is not here: it would tell who gave a name, so it is sealed beside it.
   */
  readonly name: Omit<Agreement, 'button'>;
}

/** How somebody agreed to be told how the petition goes: a consent of its own, kept with the way to reach them. */
export interface UpdatesEvidence extends Agreement {
  readonly text: Shown;
}

/** What a person may see of having asked for updates. */
export interface OwnUpdates {
  /** Null where this version of the program can't read it. */
  readonly evidence: UpdatesEvidence | null;
}

/** A person's own standing signature, as that person may see it. */
export type OwnSignature = ReadSignature | UnreadableSignature;

export interface ReadSignature {
  readonly day: Day;
  readonly locale: Locale;
  /** Set aside: the organiser has doubts about where it came from, and it is not counted until they are gone. */
  readonly status: 'counted' | 'set-aside';
  readonly evidence: Evidence;
  /** Derived anew each time, never stored. */
  readonly receipt: string;
}

/** One that stands, but whose record was tampered with or is a later version's: it can be withdrawn, and little else. */
export type UnreadableSignature = { readonly [Part in keyof ReadSignature]: null };
