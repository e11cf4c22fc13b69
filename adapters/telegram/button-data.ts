import type { Locale } from '../../src/petition/petition.js';
import { LONGEST_BUTTON_DATA_BYTES } from './limits.js';

/**
 * What a button carries: a screen's button the conversation's code as it is, a note's the same behind a `~`, and a
 * button of this adapter's own begins with `!`. The conversation's codes begin with neither.
 */
export type ButtonData =
  | { readonly kind: 'code'; readonly code: string; readonly on: 'screen' | 'note' }
  /** Deletes the bot's messages from the chat; the answer is given in this language. */
  | { readonly kind: 'clear'; readonly locale: Locale };

const NOTE = '~';
const CLEAR = '!clear.';

/** @throws RangeError for a code that is longer than Telegram allows */
export function writeButtonData(data: ButtonData): string {
  const written =
    data.kind === 'clear' ? CLEAR + data.locale : data.on === 'note' ? NOTE + data.code : data.code;
  if (Buffer.byteLength(written) > LONGEST_BUTTON_DATA_BYTES) {
    throw new RangeError('a button carries more than Telegram allows');
  }
  return written;
}

/** Reads what came with a press. Whoever sends it may have made it up: the conversation judges its own codes. */
export function readButtonData(data: string): ButtonData {
  if (data.startsWith(CLEAR)) return { kind: 'clear', locale: data.slice(CLEAR.length) };
  if (data.startsWith(NOTE)) return { kind: 'code', code: data.slice(NOTE.length), on: 'note' };
  return { kind: 'code', code: data, on: 'screen' };
}
