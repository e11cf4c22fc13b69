import type { MessageData } from './messages.js';
import { CommandError } from './refusal.js';

/** The limit of all blocks of a message, in bytes of JSON: undocumented, seen at about 13,200 (slackapi/bolt-js, issue 2509). */
const BLOCKS_TOGETHER = 13_200;

/** The limit of a replaced message's text, in bytes; a new message may have ten times as much. */
const CHANGED_TEXT = 4_000;

type Words = Pick<MessageData, 'text' | 'blocks'>;

/** Throws `msg_blocks_too_long`. */
export function refuseTooLong({ blocks }: Words): void {
  if (Buffer.byteLength(JSON.stringify(blocks)) > BLOCKS_TOGETHER)
    throw new CommandError('msg_blocks_too_long');
}

/** The same for a replaced message; also throws `msg_too_long`. */
export function refuseTooLongChange(words: Words): void {
  refuseTooLong(words);
  if (Buffer.byteLength(words.text) > CHANGED_TEXT) throw new CommandError('msg_too_long');
}
