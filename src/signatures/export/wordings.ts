import type { Day } from '../../day.js';
import { groupBy } from '../../group-by.js';
import type { Shown } from '../../petition/evidence.js';
import type { Locale } from '../../petition/formats.js';
import type { Petition } from '../../petition/petition.js';
import type { OpenedSignature } from './collect.js';
import type { StoredText } from './source.js';
import { isWhole } from './texts.js';

/** One wording of the letter in one language, with the signatures of the people who were shown it. */
export interface Wording extends Shown {
  /** A short name for these words, in every file of an export: `en-3f2a1b0c9d8e`. */
  readonly code: string;
  /** The letter's Markdown, as it was signed. */
  readonly words: string;
  /** Whether these are the words of the content now. */
  readonly current: boolean;
  /** Null if that is not known. */
  readonly firstShown: Day | null;
  /** In the order of the printed names. */
  readonly signatures: readonly OpenedSignature[];
}

/** Signatures under words that are stored nowhere. */
export interface LostWording extends Shown {
  readonly code: string;
  readonly signatures: number;
}

export interface Wordings {
  /** In the petition's order of languages; in each language the current words first, then the newest. */
  readonly wordings: readonly Wording[];
  readonly lost: readonly LostWording[];
}

/** Characters of the hash in a code: enough that no two wordings of a petition share one. */
const CODE_LENGTH = 12;

/** The short name of a wording. */
export function codeOf({ locale, version }: Shown): string {
  return `${locale}-${version.slice(0, CODE_LENGTH)}`;
}

/**
 * Puts signatures under the words of the letter that each person was shown.
 * @param texts their hashes are checked here
 */
export function wordingsOf(
  signatures: readonly OpenedSignature[],
  texts: readonly StoredText[],
  petition: Pick<Petition, 'locales' | 'texts'>,
): Wordings {
  const letters = new Map(
    texts.filter((text) => text.name === 'letter' && isWhole(text)).map((text) => [keyOf(text), text]),
  );
  const groups = groupBy(signatures, ({ evidence }) => keyOf(evidence.texts.letter));
  const wordings: Wording[] = [];
  const lost: LostWording[] = [];
  for (const [key, group] of groups) {
    const shown = group[0]?.evidence.texts.letter;
    if (shown === undefined) continue;
    const { locale, version } = shown;
    const code = codeOf(shown);
    const current =
      petition.locales.includes(locale) && petition.texts(locale).signed.letter.version === version;
    const text = letters.get(key);
    if (text === undefined) lost.push({ locale, version, code, signatures: group.length });
    else {
      const { words, firstShown } = text;
      wordings.push({ locale, version, code, words, current, firstShown, signatures: group });
    }
  }
  return { wordings: wordings.sort(byLanguage(petition.locales)), lost };
}

function keyOf({ locale, version }: Shown): string {
  return JSON.stringify([locale, version]);
}

/** Languages that the petition no longer has come last. */
function byLanguage(locales: readonly Locale[]): (one: Wording, other: Wording) => number {
  const place = ({ locale }: Wording) =>
    locales.includes(locale) ? locales.indexOf(locale) : locales.length;
  const age = ({ current, firstShown }: Wording) => (current ? '' : (firstShown ?? ''));
  return (one, other) =>
    place(one) - place(other) ||
    compare(one.locale, other.locale) ||
    Number(other.current) - Number(one.current) ||
    compare(age(other), age(one)) ||
    compare(one.version, other.version);
}

function compare(one: string, other: string): number {
  return Number(one > other) - Number(one < other);
}
