import type { Locale } from '../../src/petition/petition.js';
import { LONGEST_BUTTON_DATA_BYTES } from './limits.js';

/**
 * What a button does: a screen's button carries the conversation's code as it is, a note's the same behind a `~`, and
 * a button of this adapter's own begins with `!`. The conversation's codes begin with neither.
 */
export type ButtonData =
  | { readonly kind: 'code'; readonly code: string; readonly on: 'screen' | 'note' }
  /** Deletes the chat's messages; the answer is given in this language. */
  | { readonly kind: 'clear'; readonly locale: Locale };

const NOTE = '~';
const CLEAR = '!clear.';

/** Before the trail: the numbers of other messages in the chat, in base 36. No code holds a space. */
const TRAIL = ' ';
const BETWEEN = '.';

/**
 * @param trail the numbers of other messages in the chat, newest first. As many as there is room for go along with the
 *   button, so that they can be deleted also by a process that has not seen them.
 * @throws RangeError for a code that is longer than Telegram allows
 */
export function writeButtonData(data: ButtonData, trail: readonly number[] = []): string {
  let written =
    data.kind === 'clear' ? CLEAR + data.locale : data.on === 'note' ? NOTE + data.code : data.code;
  if (Buffer.byteLength(written) > LONGEST_BUTTON_DATA_BYTES) {
    throw new RangeError('a button carries more than Telegram allows');
  }
  for (const [index, messageId] of trail.entries()) {
    const longer = written + (index === 0 ? TRAIL : BETWEEN) + messageId.toString(36);
    if (Buffer.byteLength(longer) > LONGEST_BUTTON_DATA_BYTES) break;
    written = longer;
  }
  return written;
}

/** Reads what came with a press. Whoever sends it may have made it up: the conversation judges its own codes. */
export function readButtonData(data: string): ButtonData & { readonly trail: readonly number[] } {
  const [code = '', written = ''] = data.split(TRAIL, 2);
  const trail = written
    .split(BETWEEN)
    .filter((digits) => /^[1-9a-z][0-9a-z]{0,9}$/.test(digits))
    .map((digits) => Number.parseInt(digits, 36));
  if (code.startsWith(CLEAR)) return { kind: 'clear', locale: code.slice(CLEAR.length), trail };
  if (code.startsWith(NOTE)) return { kind: 'code', code: code.slice(NOTE.length), on: 'note', trail };
  return { kind: 'code', code, on: 'screen', trail };
}
