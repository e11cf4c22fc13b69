import type { Locale } from './formats.js';
import type { LocaleTexts } from './petition.js';
import { plainText } from './plain.js';

/** A sentence that is shorter than this is joined with the next: it may be an abbreviation. */
const SENTENCE_TEXT = 30;

/** What the petition is about, in one sentence: the first of the summary. */
export function summarySentence({ summary, locale }: LocaleTexts): string {
  return firstSentence(plainText(summary.slice(0, 1)), locale);
}

/** The first sentence of a text, without the space after it. */
export function firstSentence(said: string, locale: Locale): string {
  let told = '';
  const sentences = new Intl.Segmenter(locale, { granularity: 'sentence' });
  for (const { segment } of sentences.segment(said)) {
    told += segment;
    if (told.length >= SENTENCE_TEXT) break;
  }
  return told.trim();
}
