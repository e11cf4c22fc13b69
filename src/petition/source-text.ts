import type { ProblemInFile } from './problems.js';

/** Characters that no text needs: lost ones, and ones that control a terminal or reorder other words. */
const UNWANTED = [
  {
    pattern: /\uFFFD/u,
    problem: 'a character was lost here: this is not UTF-8, or U+FFFD',
    remedy: 'save the file as UTF-8 and write the character again',
  },
  {
    pattern: /(?!\t)\p{Cc}|\u2028|\u2029/u,
    problem: 'a control character stands here',
    remedy: 'take it out: write the line again instead of pasting it',
  },
  {
    pattern: /[\u202A-\u202E]/u,
    problem: 'an invisible character stands here that turns the direction of writing around',
    remedy: 'take it out; where a direction must be set apart, use U+2068 before and U+2069 after',
  },
] as const;

const UTF_8 = new TextDecoder('utf-8');

/**
 * The text of a file in the form that we check and hash: no byte order mark, lines that end with LF, composed
 * characters (NFC), no white space at the ends of lines or of the file. Line numbers stay those of the file.
 */
export function normalised(bytes: Uint8Array): string {
  return UTF_8.decode(bytes)
    .normalize('NFC')
    .replace(/\r\n?/g, '\n')
    .replace(/[^\S\n]+$/gm, '')
    .trimEnd();
}

/** The unwanted characters of a normalised text: each kind once a line. */
export function unwantedCharacters(source: string): ProblemInFile[] {
  return source.split('\n').flatMap((text, index) =>
    UNWANTED.filter(({ pattern }) => pattern.test(text)).map(({ problem, remedy }) => ({
      line: index + 1,
      problem,
      remedy,
    })),
  );
}

/** The line of a position in a text, counted from 1. */
export function lineAt(source: string, offset: number): number {
  let line = 1;
  for (let at = source.indexOf('\n'); at !== -1 && at < offset; at = source.indexOf('\n', at + 1)) line += 1;
  return line;
}
