import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CONTENT_DIR } from '../../src/paths.js';
import { createWords, speaker, type Words } from '../../src/petition/words.js';

const FOLDER = join(CONTENT_DIR, 'interface');

/** Every language that the interface has. */
export const LANGUAGES: readonly string[] = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.ftl'))
  .map((name) => name.slice(0, -'.ftl'.length))
  .sort();

const read = new Map<string, Words>();
const speakers = new Map<string, ReturnType<typeof speaker>['say']>();

/** The Fluent source of a language. */
export function interfaceSource(locale: string): string {
  return readFileSync(join(FOLDER, `${locale}.ftl`), 'utf8');
}

/** The words and formats of a language. */
export function wordsIn(locale: string): Words {
  const words = read.get(locale) ?? createWords(interfaceSource(locale), locale);
  read.set(locale, words);
  return words;
}

/** A message of a language, with values for its variables. */
export function sayIn(locale: string): ReturnType<typeof speaker>['say'] {
  const said = speakers.get(locale) ?? speaker(interfaceSource(locale), locale).say;
  speakers.set(locale, said);
  return said;
}

/** A number as a language writes it. */
export function numberIn(locale: string, value: number): string {
  return wordsIn(locale).formats.number(value);
}
