import type { ProblemInFile } from './problems.js';

/** Messages whose id begins so list the words that people type for a command, separated by commas. */
export const TYPED_PREFIX = 'typed-';

const SEPARATOR = /[,،、]/u;

/** Combining marks of scripts that can be written without them: accents, Arabic vowels, Hebrew points. */
const MARKS = /(?=\p{M})[\p{sc=Inherited}\p{sc=Arabic}\p{sc=Hebrew}]/gu;

const TATWEEL_AND_INVISIBLE = /[\u0640\p{Cf}\p{Variation_Selector}]/gu;

const APOSTROPHES = /[’ʼ‘`´]/gu;
const SPACES_AND_HYPHENS = /[\s\p{Pd}_]+/gu;
const AROUND = /^[\s\p{P}\p{S}]+|[\s\p{P}\p{S}]+$/gu;

/** Arabic letters that people type for one another. A hamza on or below an alef is a mark, removed before. */
const ARABIC_TWINS = new Map([
  ['ٱ', 'ا'],
  ['ى', 'ي'],
  ['ی', 'ي'],
  ['ة', 'ه'],
  ['ک', 'ك'],
]);

/**
 * The form in which typed words are compared. Case, accents, Arabic vowels, tatweel, the forms of alef, and
 * punctuation around the word make no difference.
 */
export function comparable(text: string): string {
  return text
    .normalize('NFKD')
    .replace(MARKS, '')
    .replace(TATWEEL_AND_INVISIBLE, '')
    .replace(/[ٱىیةک]/gu, (letter) => ARABIC_TWINS.get(letter) ?? letter)
    .toLowerCase()
    .replace(APOSTROPHES, "'")
    .replace(SPACES_AND_HYPHENS, ' ')
    .replace(AROUND, '');
}

/** The words of a list, comparable. */
export function wordsIn(list: string): readonly string[] {
  return list.split(SEPARATOR).map(comparable);
}

/** A message with typed words. */
export interface TypedList {
  readonly id: string;
  /** Its words, comparable. */
  readonly words: readonly string[];
  readonly line: number;
}

/** Words that are empty, or that stand in the list of two commands of one language. */
export function typedProblems(lists: readonly TypedList[]): readonly ProblemInFile[] {
  const owners = new Map<string, string>();
  return lists.flatMap(({ id, words, line }) =>
    words.flatMap((word): ProblemInFile[] => {
      if (word === '') {
        return [{ line, problem: `${id} has an empty word`, remedy: 'write a word between any two commas' }];
      }
      const owner = owners.get(word);
      owners.set(word, owner ?? id);
      if (owner === undefined) return [];
      const problem =
        owner === id ? `${id} has "${word}" twice` : `"${word}" is in ${owner} and in ${id} as well`;
      return [{ line, problem, remedy: 'leave it in one place: accents and capitals make no difference' }];
    }),
  );
}

/** A language's lists, with their file. */
export interface TypedLists {
  readonly file: string;
  readonly lists: readonly TypedList[];
}

/** Words that mean one command in one language and another command in another. People may type any language. */
export function ambiguousWords(
  languages: readonly TypedLists[],
): readonly (ProblemInFile & { readonly file: string })[] {
  const owners = new Map<string, { readonly id: string; readonly file: string }>();
  return languages.flatMap(({ file, lists }) =>
    lists.flatMap(({ id, words, line }) =>
      words.flatMap((word) => {
        const owner = owners.get(word) ?? { id, file };
        owners.set(word, owner);
        if (owner.id === id || owner.file === file) return [];
        const problem = `"${word}" is in ${id} here and in ${owner.id} in ${owner.file}`;
        return [{ file, line, problem, remedy: 'take it out of one of them: people may type any language' }];
      }),
    ),
  );
}
