import { catalogue } from './catalogue.generated.js';
import type { Locale } from './formats.js';
import type { MeasuredWords } from './limits.js';
import { longestWords, type Speaker, speaker, type Words, wordsOf } from './words.js';
import { type CheckedWords, checkWords } from './words-check.js';

/** The words of one language, read and checked. */
export interface InterfaceFile {
  readonly checked: CheckedWords;
  /** Null if the file has problems. */
  readonly words: Words | null;
  /** Null if the file has problems. */
  readonly measured: Omit<MeasuredWords, 'file'> | null;
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
    measured: said === null ? null : measuredWords(said, checked),
  };
  known.set(locale, { source, file });
  return file;
}

function measuredWords(said: Speaker, { unfinished, lineOf }: CheckedWords): Omit<MeasuredWords, 'file'> {
  return {
    // The mark makes an unfinished label longer than its words.
    ids: Object.keys(catalogue).filter((id) => !unfinished.includes(id)),
    longest: longestWords(said, catalogue),
    lineOf,
  };
}
