import { catalogue } from './catalogue.generated.js';
import type { Locale } from './formats.js';
import { longestWords, speaker, type Words, wordsOf } from './words.js';
import { type CheckedWords, checkWords } from './words-check.js';

/** The words of one language, read and checked. */
export interface InterfaceFile {
  readonly checked: CheckedWords;
  /** Null if the file has problems. */
  readonly words: Words | null;
  /** Gives a message at its longest; null if the file has problems. */
  readonly longest: ((id: string) => string) | null;
}

/** All petitions share the words of a language, so we keep what the last reading of each found. */
const known = new Map<Locale, { readonly source: string; readonly file: InterfaceFile }>();

/**
 * Checks an interface file and makes its words. For the same file it does so once, however many petitions are loaded.
 * @param source Fluent, normalised
 */
export function interfaceFile(source: string, locale: Locale): InterfaceFile {
  const last = known.get(locale);
  if (last?.source === source) return last.file;
  const checked = checkWords(source, locale, catalogue);
  const said = checked.problems.length === 0 ? speaker(source, locale) : null;
  const file = {
    checked,
    words: said === null ? null : wordsOf(said),
    longest: said === null ? null : remembering(longestWords(said, catalogue)),
  };
  known.set(locale, { source, file });
  return file;
}

/** Each platform's limits ask for the same messages. */
function remembering(longest: (id: string) => string): (id: string) => string {
  const found = new Map<string, string>();
  return (id) => {
    const words = found.get(id) ?? longest(id);
    found.set(id, words);
    return words;
  };
}
