import { formatDay } from '../petition/formats.js';
import type { Locale } from '../petition/petition.js';
import { type Inline, text } from '../petition/rich-text.js';

/** First strong isolate and its end: what stands between keeps its own direction and turns nothing around it. */
const ISOLATE = '\u2068';
const END_ISOLATE = '\u2069';

/** Stands for a run of text while words are put around it. Private use: neither words nor names hold any. */
const FIRST_PLACEHOLDER = 0xe000;
const PLACEHOLDERS = /([\uE000-\uE0FF])/u;

/** Isolates a text, such as a name, that may be of another direction than the words around it. */
export function isolated(value: string): string {
  return ISOLATE + value + END_ISOLATE;
}

/**
 * Builds a sentence around runs that are more than plain text: a command, a receipt, a name.
 * @param say gives the sentence, with `put(run)` as the value of each variable that is to become a run
 */
export function phrase(say: (put: (run: Inline) => string) => string): readonly Inline[] {
  const runs = new Map<string, Inline>();
  const sentence = say((run) => {
    const placeholder = String.fromCharCode(FIRST_PLACEHOLDER + runs.size);
    runs.set(placeholder, run);
    return isolated(placeholder);
  });
  return sentence
    .split(PLACEHOLDERS)
    .filter((part) => part !== '')
    .map((part) => runs.get(part) ?? text(part));
}

/** A command as each platform writes it. */
export function command(name: string): Inline {
  return { kind: 'command', command: name };
}

/** A day in the locale's own form; what is no day is given back as it is. */
export function dayIn(locale: Locale, day: string): string {
  return Number.isNaN(Date.parse(day)) ? day : formatDay(locale, day);
}
