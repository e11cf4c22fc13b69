import type { Locale } from '../../src/petition/formats.js';
import { MAX_BUTTON_DATA_BYTES } from './limits.js';

/**
 * A button's data. A screen's button carries the conversation's code as it is. A note's button puts `~`
 * before the code. A button of this adapter begins with `!`. The conversation's codes begin with neither.
 */
export type ButtonData =
  | { readonly kind: 'code'; readonly code: string; readonly on: 'screen' | 'note' }
  /** Deletes the chat's messages and answers in this language. */
  | { readonly kind: 'clear'; readonly locale: Locale };

const NOTE = '~';
const CLEAR = '!clear.';

/** Comes before the ids of other messages in the chat, in base 36. Codes contain no spaces. */
const BEFORE_IDS = ' ';
const BETWEEN_IDS = '.';

/**
 * @param knownMessages the ids of other messages in the chat, newest first. The button carries as many as fit, so
 * that another process, which has not seen these messages, can delete them too
 * @throws RangeError if the code is longer than Telegram allows
 */
export function writeButtonData(data: ButtonData, knownMessages: readonly number[] = []): string {
  let written =
    data.kind === 'clear' ? CLEAR + data.locale : data.on === 'note' ? NOTE + data.code : data.code;
  if (Buffer.byteLength(written) > MAX_BUTTON_DATA_BYTES) {
    throw new RangeError('a button carries more than Telegram allows');
  }
  for (const [index, messageId] of knownMessages.entries()) {
    const longer = written + (index === 0 ? BEFORE_IDS : BETWEEN_IDS) + messageId.toString(36);
    if (Buffer.byteLength(longer) > MAX_BUTTON_DATA_BYTES) break;
    written = longer;
  }
  return written;
}

/** Parses a press's data. A client can send anything, so the conversation checks its own codes. */
export function readButtonData(data: string): ButtonData & { readonly knownMessages: readonly number[] } {
  const [code = '', written = ''] = data.split(BEFORE_IDS, 2);
  const knownMessages = written
    .split(BETWEEN_IDS)
    .filter((digits) => /^[1-9a-z][0-9a-z]{0,9}$/.test(digits))
    .map((digits) => Number.parseInt(digits, 36));
  if (code.startsWith(CLEAR)) return { kind: 'clear', locale: code.slice(CLEAR.length), knownMessages };
  if (code.startsWith(NOTE))
    return { kind: 'code', code: code.slice(NOTE.length), on: 'note', knownMessages };
  return { kind: 'code', code, on: 'screen', knownMessages };
}
