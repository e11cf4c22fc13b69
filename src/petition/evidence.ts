import type { Day } from '../day.js';
import type { Locale } from './formats.js';
import { SIGNED_TEXTS, type SignedTextName } from './petition.js';

/** A text as a person was shown it: the language and the words. */
export interface Shown {
  readonly locale: Locale;
  /** SHA-256 of the words, in hexadecimal; the words themselves are kept under it. */
  readonly version: string;
}

/**
 * The texts that a signature covers, as the person who signed was shown them. Signatures that were made before there
 * was a short notice lack it.
 */
export type ShownTexts = Readonly<Record<Exclude<SignedTextName, 'notice'>, Shown>> & {
  readonly notice?: Shown;
};

/** The texts that were shown, by name, in their order. */
export function shownIn(texts: ShownTexts): [SignedTextName, Shown][] {
  return SIGNED_TEXTS.flatMap((name): [SignedTextName, Shown][] => {
    const shown = texts[name];
    return shown === undefined ? [] : [[name, shown]];
  });
}

/** A press that agreed to something. */
export interface Agreement {
  readonly day: Day;
  /** The button that was pressed: its step and action. */
  readonly button: string;
}

/** The words that a person agreed to, and how, for each purpose. It is stored with the signature. */
export interface Evidence {
  /** The texts that were shown before both presses. */
  readonly texts: ShownTexts;
  /** The consent to record the signature and to hand it over: the press on the consent's button. */
  readonly petition: Agreement;
  /**
   * The choice to give a name or none. The button is sealed together with the name: here it would tell who
   * gave one.
   */
  readonly name: Omit<Agreement, 'button'>;
}

/** The evidence of a new signature: every text was shown. */
export interface NewEvidence extends Evidence {
  readonly texts: Readonly<Record<SignedTextName, Shown>>;
}

/** The consent to receive updates. It is stored with the way to reach the person. */
export interface UpdatesEvidence extends Agreement {
  readonly text: Shown;
}

/** A person's subscription to updates, as that person may see it. */
export interface OwnUpdates {
  /** Null if this version of the program can't read it. */
  readonly evidence: UpdatesEvidence | null;
}

/** A person's own signature, as that person may see it. */
export type OwnSignature = ReadSignature | UnreadableSignature;

export interface ReadSignature {
  readonly day: Day;
  readonly locale: Locale;
  /** Set aside: the organiser doubts where it came from. It doesn't count until the organiser releases it. */
  readonly status: 'counted' | 'set-aside';
  readonly evidence: Evidence;
  /**
   * False after the names were erased. True does not mean that there is a name: the choice to give none is sealed as
   * well.
   */
  readonly sealed: boolean;
  /** Derived each time, never stored. */
  readonly receipt: string;
}

/**
 * A signature whose record was changed by hand, or written by a later version. The person can only withdraw it.
 */
export type UnreadableSignature = { readonly [Part in keyof ReadSignature]: null };
