import { type Stringifier, stringify } from 'csv-stringify';
import naughtyWords from 'naughty-words';
import { groupBy } from '../../group-by.js';
import type { OpenedSignature } from './collect.js';
import type { NameLists } from './name-lists.js';

/** A name that a person should look at before delivery. It may well be right: nothing is left out because of it. */
export interface Finding {
  readonly name: string;
  /** Why to look, in words. */
  readonly found: readonly string[];
  /** How many signatures have exactly this name. */
  readonly signatures: number;
  /** The languages in which these people signed. */
  readonly locales: readonly string[];
}

export interface ReviewOptions {
  readonly lists: NameLists;
  /** The petition's languages: names are compared with the profanity of each. */
  readonly locales: readonly string[];
  /** Whether a name has a link, a domain, an e-mail address or a handle in it. */
  readonly hasAddress: (name: string) => boolean;
}

/** Shorter names are often written in capitals: initials, and JO. */
const MIN_CAPITALS = 4;

/** The names to look at. Names that only repeat come last. */
export function reviewNames(
  signatures: readonly OpenedSignature[],
  { lists, locales, hasAddress }: ReviewOptions,
): readonly Finding[] {
  const profane = phraseFinder(locales.flatMap(profanityOf));
  const famous = phraseFinder(lists.famous);
  const joke = phraseFinder(lists.joke);
  const named = signatures.flatMap(({ name, locale }) => (name === null ? [] : [{ name, locale }]));
  const same = groupBy(named, ({ name }) => folded(name));
  const findings: (Finding & { readonly repeatsOnly: boolean })[] = [];
  for (const [name, people] of groupBy(named, ({ name }) => name)) {
    const words = folded(name);
    const suspect = [
      ...(hasAddress(name) ? ['link or address'] : []),
      ...(profane(words) ? ['profanity'] : []),
      ...(joke(words) ? ['joke name'] : []),
      ...(famous(words) ? ['famous name'] : []),
      ...(isSingleLetters(name) ? ['single letters'] : []),
      ...(isShouted(name) ? ['all capitals'] : []),
    ];
    const alike = same.get(words)?.length ?? 1;
    const found = alike > 1 ? [...suspect, `same name, ${alike} times`] : suspect;
    if (found.length === 0) continue;
    findings.push({
      name,
      found,
      signatures: people.length,
      locales: [...new Set(people.map(({ locale }) => locale))].sort(),
      repeatsOnly: suspect.length === 0,
    });
  }
  return findings
    .sort((one, other) => Number(one.repeatsOnly) - Number(other.repeatsOnly))
    .map(({ repeatsOnly: _, ...finding }) => finding);
}

/** The list of a language; empty if the package has none. */
function profanityOf(locale: string): readonly string[] {
  const [, words = []] = Object.entries(naughtyWords).find(([language]) => language === locale) ?? [];
  return words;
}

/** Finds listed phrases in a folded name, as whole words: `Dickson` is no `dick`. */
function phraseFinder(phrases: readonly string[]): (words: string) => boolean {
  const listed = new Set(phrases.map(folded).filter((phrase) => phrase !== ''));
  const longest = Math.max(0, ...[...listed].map((phrase) => phrase.split(' ').length));
  return (words) => {
    const parts = words.split(' ');
    return parts.some((_, from) =>
      parts.some((_, more) => more < longest && listed.has(parts.slice(from, from + more + 1).join(' '))),
    );
  };
}

/** A name without capitals, marks and punctuation, so that spellings of one name are alike. */
function folded(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** No word has two letters. A name in a script that writes words with one character can be right. */
function isSingleLetters(name: string): boolean {
  return !/[\p{L}\p{N}]\p{M}*[\p{L}\p{N}]/u.test(name);
}

function isShouted(name: string): boolean {
  const cased = name.replace(/[^\p{Lu}\p{Ll}]/gu, '');
  return cased.length >= MIN_CAPITALS && !/\p{Ll}/u.test(cased);
}

/**
 * The review as CSV. Its first columns are those of the file of omissions: a person deletes the lines of names that
 * stay, and writes a reason on the others.
 */
export function reviewCsv(): Stringifier {
  return stringify({
    header: true,
    columns: ['name', 'reason', 'found', 'signatures', 'languages'],
    bom: true,
    quoted: true,
    quoted_empty: true,
    // See namesCsv: a spreadsheet must read no name as a formula.
    escape_formulas: true,
    record_delimiter: 'windows',
  });
}

/** The rows of the CSV. */
export function* findingRows(findings: readonly Finding[]): Generator<Readonly<Record<string, string>>> {
  for (const { name, found, signatures, locales } of findings) {
    yield {
      name,
      reason: '',
      found: found.join('; '),
      signatures: String(signatures),
      languages: locales.join(' '),
    };
  }
}
