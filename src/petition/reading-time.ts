import { plainText } from './plain.js';
import type { ReadTexts } from './texts.js';

/**
 * How fast adults read silently, in words a minute. Source: M. Brysbaert, "How many words do we read per minute?",
 * Journal of Memory and Language 109 (2019).
 */
const WORDS_A_MINUTE = 238;

/** The texts on the way to the signature, besides the pages of the story. */
const ON_THE_WAY = ['welcome', 'run-by', 'demands', 'letter', 'notice', 'consent'];

/** How long the texts on the way to the signature take to read, in whole minutes: 1 or more. */
export function readingMinutes(texts: ReadTexts): number {
  const words = [...texts]
    .filter(([name]) => ON_THE_WAY.includes(name) || name.startsWith('story/'))
    .reduce((sum, [, { blocks }]) => sum + wordsIn(plainText(blocks)), 0);
  return Math.max(1, Math.round(words / WORDS_A_MINUTE));
}

/** The number of words in a text. A word is whatever has a letter or a digit and stands between spaces. */
export function wordsIn(text: string): number {
  return text.split(/\s+/u).filter((part) => /[\p{L}\p{N}]/u.test(part)).length;
}
