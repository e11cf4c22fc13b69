/**
 * Names as they will stand under the letter: any script, nothing that steers a computer.
 * A platform's display name and a typed one go through the same check.
 */

/** In graphemes: what a reader calls characters. */
export const LONGEST_NAME = 100;

/** In bytes of UTF-8: graphemes have no bound of their own, a letter can carry any number of marks. */
const MOST_BYTES = 400;

/** More than this is no name in any writing; it is not even looked at, so that a huge text costs nothing. */
const MOST_CODE_UNITS = 4 * MOST_BYTES;

/** Why a name can't be taken: each is also the id of the words that say so. */
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
 * Soft hyphen, zero-width space, word joiner, byte order mark, and the marks that give a direction and turn nothing
 * around: keyboards and pasted text bring them along, and a name is the same without them.
 */
const MEANINGLESS = /[\u00AD\u061C\u200B\u200E\u200F\u2060\uFEFF]/gu;

/** Line breaks and tabs too: a name stands on one line. */
const WHITE_SPACE = /[\s\u0085]+/gu;

const LONE_SURROGATE_OR_CONTROL = /[\p{Cs}\p{Cc}]/u;

/**
 * Unassigned, private use and noncharacters: no font shows them, and what a private one shows is anybody's guess.
 * U+FFFD and U+FFFC stand for something that was lost on the way.
 */
const UNREADABLE = /[\p{Cn}\p{Co}\uFFFC\uFFFD]/u;

/**
 * What is invisible: all format characters (bidirectional overrides, embeddings and isolates, tags), the
 * default-ignorable ones that count as letters or marks (Hangul fillers, variation selectors), and the empty
 * Braille cell.
 */
const INVISIBLE = /[\p{Cf}\p{Default_Ignorable_Code_Point}\u2800]/u;

/** What follows is not of a script whose letters stand apart, whatever stands between them. */
const JOINING =
  '(?![\\p{sc=Latin}\\p{sc=Greek}\\p{sc=Cyrillic}\\p{sc=Hebrew}\\p{sc=Han}\\p{sc=Hiragana}\\p{sc=Katakana}\\p{sc=Hangul}])';

/**
 * The invisible characters that writing needs, where it needs them: joiners between letters of Persian, Indic and
 * other cursive scripts (after Unicode's UAX #31, section 2.3, more loosely) and between emoji, and the selectors
 * that make a symbol an emoji or pick a form of a Han character (as Japanese family names do).
 */
const LEGITIMATE = new RegExp(
  [
    `(?<=${JOINING}[\\p{L}\\p{M}])[\\u200C\\u200D](?=${JOINING}\\p{L})`,
    // At the end of a word a joiner keeps the half form of some Indic letters.
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
 * Marks above one another. Real writing stays below: pointed Hebrew and Arabic carry three on a letter, a Tibetan
 * stack four, Vietnamese none once composed. Five are there to break the page. Those that take room of their own do
 * not pile up, and Burmese has four or five of both kinds on a letter.
 */
const PILE_OF_MARKS = /[\p{Mn}\p{Me}]{5}|\p{M}{8}/u;

const LETTER_OR_NUMBER = /[\p{L}\p{N}]/u;

/**
 * Names are handed over on paper; an address is an advertisement there, and under a letter for a prisoner a link to
 * something else would discredit all who signed. Handles such as `@amal` are names that people go by, and stay.
 */
const WEB_ADDRESS = /:\/\/|\bwww\./iu;

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });

/**
 * Cleans a name and says whether it can stand under the letter.
 * @returns the name in NFC, trimmed, with white space folded; or what is wrong with it
 */
export function checkName(written: string): NameCheck {
  if (written.length > MOST_CODE_UNITS) return refused('name-too-long');
  const name = written
    .replace(MEANINGLESS, '')
    .replace(WHITE_SPACE, ' ')
    .trim()
    // Not earlier: what is cleaned away can keep a letter and its accent apart.
    .normalize('NFC');
  if (name === '') return refused('name-empty');
  const problem = characterProblem(name);
  if (problem !== null) return refused(problem);
  if (Buffer.byteLength(name) > MOST_BYTES || graphemeCount(name) > LONGEST_NAME) {
    return refused('name-too-long');
  }
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
  if (WEB_ADDRESS.test(name)) return 'name-address';
  return null;
}

function graphemeCount(name: string): number {
  return [...graphemes.segment(name)].length;
}

/** Room for a name on a button: platforms cut labels off at 75 to 80 code units, in the middle of a character. */
const LABEL_GRAPHEMES = 24;
const LABEL_CODE_UNITS = 40;

/** A name as a button's label shows it: whole, or its beginning and an ellipsis. */
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
