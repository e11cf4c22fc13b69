import type { Day } from '../day.js';
import type { Locale } from './formats.js';
import type { PetitionPicture } from './picture.js';
import type { Problem } from './problems.js';
import type { Block } from './rich-text.js';
import type { Settings } from './settings.js';
import { beginningOf, endOf, startOf } from './signing-time.js';
import type { Words } from './words.js';

/**
 * The texts that a signature covers. Consent evidence names the version of each. `notice` is the short privacy notice
 * on the consent's screen, `privacy` the full one that the screen offers.
 */
export const SIGNED_TEXTS = ['demands', 'letter', 'notice', 'privacy', 'consent'] as const;
export type SignedTextName = (typeof SIGNED_TEXTS)[number];

/** A text that people sign or agree to. */
export interface SignedText {
  readonly blocks: readonly Block[];
  /** SHA-256 of the words as people see them, in hexadecimal: another word is another version. */
  readonly version: string;
  /** The words of this version. We store them, so that evidence can be read years later. */
  readonly source: string;
}

/** One page of the story. Conversations store its name, never its number. */
export interface StoryPage {
  readonly name: string;
  readonly blocks: readonly Block[];
}

/** All texts of the petition in one language. */
export interface LocaleTexts {
  readonly locale: Locale;
  /** The language's name in the language itself. */
  readonly languageName: string;
  readonly direction: 'ltr' | 'rtl';
  /** The petition in one line, plain. */
  readonly headline: string;
  /** One or two paragraphs below the headline on the first screen. */
  readonly summary: readonly Block[];
  /** Who runs this petition and who does not, in a line below the summary. */
  readonly runBy: readonly Block[];
  readonly story: readonly StoryPage[];
  /** Whether one message of every platform in use can hold the story, the demands and the letter. */
  readonly fitsOneScreen: boolean;
  readonly signed: Readonly<Record<SignedTextName, SignedText>>;
  /** The text below "thank you" and above the receipt. */
  readonly thanks: readonly Block[];
  /** The text that a person agrees to when they subscribe to updates. */
  readonly updates: SignedText;
  /** The texts of a petition that is not open yet, and of one that has closed. */
  readonly upcoming: readonly Block[];
  readonly closed: readonly Block[];
  /** The outcome: it replaces `closed` once the petition is closed; null as long as there is none. */
  readonly outcome: readonly Block[] | null;
  /** One plain line about the case, for a list of petitions; null if there is none. */
  readonly line: readonly Block[] | null;
  /** A plain text to pass on; the platform adds the link. */
  readonly share: string;
  /** The interface's words. */
  readonly words: Words;
}

/** A petition, loaded and checked. */
export interface Petition {
  /** The folder's name under `content/`; part of every pseudonym, so it never changes. */
  readonly id: string;
  readonly settings: Settings;
  /** Who runs this channel; null in a preview that names nobody. */
  readonly organiser: Organiser | null;
  /** A picture of the case; null without one. */
  readonly picture: PetitionPicture | null;
  /** How long reading everything before the signature takes, in minutes: 1 or more. */
  readonly minutes: number;
  /** What somebody still has to write. A campaign doesn't start with it; a preview does. */
  readonly unfinished: readonly Problem[];
  /** In the settings' order. The first is the default. */
  readonly locales: readonly [Locale, ...Locale[]];
  /** The texts of a locale. Throws for a locale that is not in `locales`. */
  texts(locale: Locale): LocaleTexts;
  /** The petition's best locale for language tags in order of preference; the default if none fits. */
  negotiate(tags: readonly string[]): Locale;
}

/** Who runs this channel, as the privacy notice and the help name them. */
export interface Organiser {
  readonly name: string;
  /** An e-mail address or an https address. */
  readonly contact: string;
  readonly privacyUrl: string;
}

export type Phase = 'upcoming' | 'open' | 'paused' | 'closed';

/** What the operator has decided while the campaign runs. */
export interface CampaignState {
  /** Nobody can sign for a while. */
  readonly paused: boolean;
  /** The day since which nobody can sign. It overrides the settings. */
  readonly closed: Day | null;
  /** The day on which the letter was handed over with the names. */
  readonly delivered: Day | null;
  /** The day on which the names were erased. */
  readonly erased: Day | null;
}

/** A campaign about which nothing has been decided yet. */
export const NEW_CAMPAIGN: CampaignState = { paused: false, closed: null, delivered: null, erased: null };

/** The moment from which people can sign; null without `opens`. */
export function openingMoment({ opens }: Settings): Date | null {
  return opens === undefined ? null : beginningOf(opens);
}

/**
 * The moment from which nobody can sign, as the settings announce it; null without `closes`. Signing ends at
 * `keepUntil` in any case: `phaseAt` knows that.
 */
export function closingMoment({ closes }: Settings): Date | null {
  return closes === undefined ? null : endOf(closes);
}

/**
 * The petition's phase at a moment.
 * @param campaign what the operator has decided
 */
export function phaseAt(settings: Settings, campaign: CampaignState, now: Date): Phase {
  // A signature after the delivery or after the erasure could not reach the recipient any more.
  if (campaign.closed !== null || campaign.delivered !== null || campaign.erased !== null) return 'closed';
  // We have promised that no name is left by then, so we take no new one.
  if (now >= startOf(settings.keepUntil)) return 'closed';
  const opening = openingMoment(settings);
  if (opening !== null && now < opening) return 'upcoming';
  const closing = closingMoment(settings);
  if (closing !== null && now >= closing) return 'closed';
  return campaign.paused ? 'paused' : 'open';
}
