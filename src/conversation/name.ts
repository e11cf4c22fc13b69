import { hasAddress } from './address.js';

/**
 * Checks names as they will stand under the letter: any script, but nothing that could harm a reader or a
 * program. Display names from a platform and typed names go through the same check.
 */

/** In graphemes: what a reader calls characters. */
export const MAX_NAME = 100;

/** In bytes of UTF-8. Graphemes have no size limit of their own: a letter can carry any number of marks. */
const MAX_BYTES = 400;

/** Longer input is no name in any script. We refuse it unread, so that a huge text costs nothing. */
const MAX_CODE_UNITS = 4 * MAX_BYTES;

/** Why we refuse a name: each is also the id of the message that says so. */
export type NameProblem =
  | 'name-empty'
  | 'name-no-letter'
  | 'name-too-long'
  | 'name-control'
  | 'name-invisible'
  | 'name-unreadable'
  | 'name-marks'
  | 'name-address';

export type NameCheck =
  | { readonly ok: true; readonly name: string }
  | { readonly ok: false; readonly problem: NameProblem };

/**
 * Soft hyphen, zero-width space, word joiner, byte order mark, and the direction marks that reorder nothing.
 * Keyboards and pasted text add them, and a name is the same without them.
 */
const MEANINGLESS = /[\u00AD\u061C\u200B\u200E\u200F\u2060\uFEFF]/gu;

/** Line breaks and tabs too: a name is one line. */
const WHITE_SPACE = /[\s\u0085]+/gu;

const LONE_SURROGATE_OR_CONTROL = /[\p{Cs}\p{Cc}]/u;

/**
 * Unassigned characters, private use and noncharacters: fonts show nothing for them, or something
 * unpredictable. U+FFFD and U+FFFC replace characters that were lost.
 */
const UNREADABLE = /[\p{Cn}\p{Co}\uFFFC\uFFFD]/u;

/**
 * Invisible characters: all format characters (bidirectional overrides, embeddings and isolates, tags), the
 * default-ignorable ones that count as letters or marks (Hangul fillers, variation selectors), and the empty
 * Braille cell.
 */
const INVISIBLE = /[\p{Cf}\p{Default_Ignorable_Code_Point}\u2800]/u;

/** The next character is not from a script whose letters never join. */
const JOINING =
  '(?![\\p{sc=Latin}\\p{sc=Greek}\\p{sc=Cyrillic}\\p{sc=Hebrew}\\p{sc=Han}\\p{sc=Hiragana}\\p{sc=Katakana}\\p{sc=Hangul}])';

/**
 * Invisible characters that some scripts need: joiners between letters of Persian, Indic and other cursive
 * scripts (based on Unicode's UAX #31, section 2.3, but looser) and between emoji, and the selectors that
 * turn a symbol into an emoji or choose a form of a Han character (as in Japanese family names).
 */
const LEGITIMATE = new RegExp(
  [
    `(?<=${JOINING}[\\p{L}\\p{M}])[\\u200C\\u200D](?=${JOINING}\\p{L})`,
    // At the end of a word, a joiner keeps the half form of some Indic letters.
    '(?<=(?!\\p{sc=Inherited})\\p{M})[\\u200C\\u200D](?=[\\s\\p{P}]|$)',
    '(?<=[\\p{Extended_Pictographic}\\p{Emoji_Modifier}\\uFE0F])\\u200D(?=\\p{Extended_Pictographic})',
    '(?<=\\p{Extended_Pictographic})[\\uFE0E\\uFE0F]',
    '(?<=[0-9#*])\\uFE0F(?=\\u20E3)',
    '(?<=\\p{sc=Han})[\\uFE00-\\uFE0F\\u{E0100}-\\u{E01EF}]',
    '(?<=\\p{sc=Mongolian})[\\u180B-\\u180F]',
  ].join('|'),
  'gu',
);

/**
 * Too many marks on one letter. Real writing has fewer: pointed Hebrew and Arabic have three on a letter, a
 * Tibetan stack has four, composed Vietnamese has none. Five stacked marks (Mn, Me) only break the page.
 * Spacing marks (Mc) do not stack, and Burmese has four or five of both kinds on a letter: there the limit is
 * eight.
 */
const PILE_OF_MARKS = /[\p{Mn}\p{Me}]{5}|\p{M}{8}/u;

const LETTER_OR_NUMBER = /[\p{L}\p{N}]/u;

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });

/**
 * Cleans a name and checks that it can stand under the letter.
 * @returns the name in NFC, trimmed, with each run of white space as one space; or the problem
 */
export function checkName(written: string): NameCheck {
  if (written.length > MAX_CODE_UNITS) return refused('name-too-long');
  const name = written
    .replace(MEANINGLESS, '')
    .replace(WHITE_SPACE, ' ')
    .trim()
    // Last, because the characters removed above can separate a letter from its accent.
    .normalize('NFC');
  if (name === '') return refused('name-empty');
  const problem = characterProblem(name);
  if (problem !== null) return refused(problem);
  // A grapheme has at least one code unit. So only long names must be counted, which takes long.
  const isLong = name.length > MAX_NAME && graphemeCount(name) > MAX_NAME;
  if (isLong || Buffer.byteLength(name) > MAX_BYTES) return refused('name-too-long');
  return { ok: true, name };
}

function refused(problem: NameProblem): NameCheck {
  return { ok: false, problem };
}

function characterProblem(name: string): NameProblem | null {
  if (LONE_SURROGATE_OR_CONTROL.test(name)) return 'name-control';
  if (UNREADABLE.test(name)) return 'name-unreadable';
  if (INVISIBLE.test(name.replace(LEGITIMATE, ''))) return 'name-invisible';
  if (PILE_OF_MARKS.test(name)) return 'name-marks';
  if (!LETTER_OR_NUMBER.test(name)) return 'name-no-letter';
  if (hasAddress(name)) return 'name-address';
  return null;
}

function graphemeCount(name: string): number {
  return [...graphemes.segment(name)].length;
}

/** Room for a name on a button. Platforms cut labels at 75 to 80 code units, even inside a character. */
const LABEL_GRAPHEMES = 24;
const LABEL_CODE_UNITS = 40;

/** A name for a button's label: whole, or its beginning and an ellipsis. */
export function shortName(name: string): string {
  let short = '';
  let count = 0;
  for (const { segment } of graphemes.segment(name)) {
    count += 1;
    if (count > LABEL_GRAPHEMES || short.length + segment.length > LABEL_CODE_UNITS) {
      return `${short.trimEnd()}…`;
    }
    short += segment;
  }
  return short;
}
