import type { Day } from '../day.js';
import type { Locale } from './formats.js';
import type { Block } from './rich-text.js';
import type { Settings } from './settings.js';
import type { Words } from './words.js';

/** The texts that a signature stands for; consent evidence names the version of each. */
export const SIGNED_TEXTS = ['demands', 'letter', 'privacy', 'consent'] as const;
export type SignedTextName = (typeof SIGNED_TEXTS)[number];

/** A text that is signed, or agreed to. */
export interface SignedText {
  readonly blocks: readonly Block[];
  /** SHA-256 of its words as they are shown, in hexadecimal: another word is another version. */
  readonly version: string;
  /** The words that the version stands for, kept so that evidence can be read years later. */
  readonly source: string;
}

/** One page of the story; conversations keep its name, never its number. */
export interface StoryPage {
  readonly name: string;
  readonly blocks: readonly Block[];
}

/** All that the petition says in one language. */
export interface LocaleTexts {
  readonly locale: Locale;
  /** The language's name in the language itself. */
  readonly languageName: string;
  readonly direction: 'ltr' | 'rtl';
  /** The petition in one line, plain. */
  readonly headline: string;
  /** One or two paragraphs that stand on the first screen, below the headline. */
  readonly summary: readonly Block[];
  readonly story: readonly StoryPage[];
  readonly signed: Readonly<Record<SignedTextName, SignedText>>;
  /** What stands below "thank you", before the receipt. */
  readonly thanks: readonly Block[];
  /** What somebody agrees to who asks to be told how it goes. */
  readonly updates: SignedText;
  /** What is said while the petition is not open yet, and once it is closed. */
  readonly upcoming: readonly Block[];
  readonly closed: readonly Block[];
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
  /** In the settings' order; the first is the default. Never empty. */
  readonly locales: readonly [Locale, ...Locale[]];
  /** The texts of a locale; throws for one that is not in `locales`. */
  texts(locale: Locale): LocaleTexts;
  /** The petition's best locale for language tags in order of preference; the default where none fits. */
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
export interface Campaign {
  /** Signing is stopped for a while. */
  readonly paused: boolean;
  /** Since when nobody can sign any more, whatever the settings say. */
  readonly closed: Day | null;
  /** When the letter was handed over with the names. */
  readonly delivered: Day | null;
  /** When the names were erased. */
  readonly erased: Day | null;
}

/** A campaign about which nothing has been decided yet. */
export const NEW_CAMPAIGN: Campaign = { paused: false, closed: null, delivered: null, erased: null };

/**
 * Where the petition stands on a day.
 * @param campaign what the operator has decided
 * @param today The opening day is the first on which it can be signed, the closing day the last.
 */
export function phaseOn(settings: Settings, campaign: Campaign, today: Day): Phase {
  // A name that comes after the letter was handed over would be asked for in vain.
  if (campaign.closed !== null || campaign.delivered !== null) return 'closed';
  if (settings.opens !== undefined && today < settings.opens) return 'upcoming';
  if (settings.closes !== undefined && today > settings.closes) return 'closed';
  return campaign.paused ? 'paused' : 'open';
}

/** The total that is shown: the actions counted elsewhere, and the signatures that count here. */
export function totalShown({ offset }: Settings, counted: number): number {
  return offset.count + counted;
}

/** The first goal above a total, or the last one when all are passed. */
export function nextGoal(settings: Settings, total: number): number {
  return settings.goals.find((goal) => goal > total) ?? settings.goals[settings.goals.length - 1] ?? total;
}
