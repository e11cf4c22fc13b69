import { FluentBundle, FluentNumber, FluentResource } from '@fluent/bundle';
import type { WordArguments, WordId } from './catalogue.js';
import { formatRules } from './format-rules.js';
import { createFormats, type Formats, type Locale } from './formats.js';
import { ISOLATE, isolated } from './isolate.js';

/** The interface's words in one language. */
export interface Words {
  /**
   * The words of a message. Numbers are written the language's own way and choose its plural forms. In a language
   * that is written from right to left, texts that are put in are isolated.
   */
  say<Id extends WordId>(id: Id, ...variables: WordArguments<Id>): string;
  readonly formats: Formats;
}

type Variables = Readonly<Record<string, string | number>>;

/**
 * The words of an interface file.
 * @param source Fluent in which `checkWords` finds no problem
 * @returns words whose `say` throws only for a message or a variable that is not in the catalogue
 */
export function createWords(source: string, locale: Locale): Words {
  return wordsOf(speaker(source, locale));
}

/** The words of an interface file in which `checkWords` finds no problem. */
export function wordsOf({ say, formats }: Speaker): Words {
  return { say: (id, ...[variables]) => say(id, variables ?? {}), formats };
}

/** Numbers that take every plural form of a language, and one with many digits. */
const SAMPLES = [0, 1, 2, 3, 11, 100, 1_000_000];

/**
 * Gives messages at their longest, to measure whether they fit on a platform. Each variable gets a number.
 * @param speaker of an interface file in which `checkWords` finds no problem
 */
export function longestWords(
  { say }: Speaker,
  catalogue: Readonly<Record<string, readonly string[]>>,
): (id: string) => string {
  /** Several screens say the same message. */
  const measured = new Map<string, string>();
  return (id) => {
    const variables = catalogue[id] ?? [];
    const samples = variables.length === 0 ? [0] : SAMPLES;
    const longest =
      measured.get(id) ??
      samples
        .map((sample) => say(id, Object.fromEntries(variables.map((name) => [name, sample]))))
        .reduce((longest, words) => (words.length > longest.length ? words : longest));
    measured.set(id, longest);
    return longest;
  };
}

/** Says the messages of an interface file. */
export interface Speaker {
  readonly say: (id: string, variables: Variables) => string;
  readonly formats: Formats;
}

/** A number that a language writes its own way. `Intl` alone can't: it has no Spanish with spaces. */
class WrittenNumber extends FluentNumber {
  constructor(
    value: number,
    private readonly formats: Formats,
  ) {
    super(value);
  }

  override toString(): string {
    return this.formats.number(this.value);
  }
}

/**
 * The words of an interface file, for ids and variables that the compiler can't know.
 * @param source Fluent in which `checkWords` finds no problem
 * @returns `say` throws for a message or a variable that the file doesn't have
 */
export function speaker(source: string, locale: Locale): Speaker {
  const resource = new FluentResource(source);
  const formats = createFormats(formatRules(resource, locale));
  const bundle = new FluentBundle(formats.rules.tag, {
    // Fluent would isolate every variable in every language: numbers too, and names a second time.
    useIsolating: false,
    // A number that is put in is a WrittenNumber already.
    functions: { NUMBER: ([number]) => number ?? '' },
  });
  bundle.addResource(resource);
  const isRightToLeft = resource.body.some(({ id, value }) => id === 'direction' && value === 'rtl');

  function put(value: string | number): string | WrittenNumber {
    if (typeof value === 'number') return new WrittenNumber(value, formats);
    return isRightToLeft && !value.startsWith(ISOLATE) ? isolated(value) : value;
  }

  function say(id: string, variables: Variables): string {
    const pattern = bundle.getMessage(id)?.value;
    if (pattern === null || pattern === undefined) throw new Error(`no words for ${id} in ${locale}`);
    const errors: Error[] = [];
    const values = Object.fromEntries(Object.entries(variables).map(([name, value]) => [name, put(value)]));
    const words = bundle.formatPattern(pattern, values, errors);
    if (errors.length > 0)
      throw new Error(`the words for ${id} can't be said in ${locale}`, { cause: errors[0] });
    return words;
  }

  return { say, formats };
}
