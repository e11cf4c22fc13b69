import { FluentBundle, FluentResource } from '@fluent/bundle';
import type { WordArguments, WordId } from './catalogue.js';
import type { Locale } from './formats.js';
import { intlTag } from './formats.js';

/** The interface's words in one language. */
export interface Words {
  /** The words of a message. Numbers are written the language's own way and choose its plural forms. */
  say<Id extends WordId>(id: Id, ...variables: WordArguments<Id>): string;
}

type Variables = Readonly<Record<string, string | number>>;

/**
 * The words of an interface file.
 * @param source Fluent in which `checkWords` finds no problem
 * @returns words whose `say` throws only for a message or a variable that is not in the catalogue
 */
export function createWords(source: string, locale: Locale): Words {
  const say = speaker(source, locale);
  return { say: (id, ...[variables]) => say(id, variables ?? {}) };
}

/** Numbers that take every plural form of a language, and one with many digits. */
const SAMPLES = [0, 1, 2, 3, 11, 100, 1_000_000];

/**
 * Gives messages at their longest, to measure whether they fit on a platform. Each variable gets a number.
 * @param source Fluent in which `checkWords` finds no problem
 */
export function longestWords(
  source: string,
  locale: Locale,
  catalogue: Readonly<Record<string, readonly string[]>>,
): (id: string) => string {
  const say = speaker(source, locale);
  return (id) => {
    const variables = catalogue[id] ?? [];
    const samples = variables.length === 0 ? [0] : SAMPLES;
    return samples
      .map((sample) => say(id, Object.fromEntries(variables.map((name) => [name, sample]))))
      .reduce((longest, words) => (words.length > longest.length ? words : longest));
  };
}

function speaker(source: string, locale: Locale): (id: string, variables: Variables) => string {
  // Otherwise Fluent isolates every variable: numbers and commands too, and names a second time.
  const bundle = new FluentBundle(intlTag(locale), { useIsolating: false });
  bundle.addResource(new FluentResource(source));
  return (id, variables) => {
    const pattern = bundle.getMessage(id)?.value;
    if (pattern === null || pattern === undefined) throw new Error(`no words for ${id} in ${locale}`);
    const errors: Error[] = [];
    const words = bundle.formatPattern(pattern, variables, errors);
    if (errors.length > 0)
      throw new Error(`the words for ${id} can't be said in ${locale}`, { cause: errors[0] });
    return words;
  };
}
