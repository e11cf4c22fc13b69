import type { Locale } from '../petition/formats.js';
import type { Petition } from '../petition/petition.js';
import { command, phrase } from '../petition/phrase.js';
import { type Block, paragraph } from '../petition/rich-text.js';
import { OPEN_ACTION, STOP_ACTION } from './answers/updates.js';
import { UPDATE_REVISION, writeCode } from './code.js';
import type { Message } from './message.js';

/**
 * An announcement as a message. Below it stands why the person gets it. The first button leads to the
 * petition, the second ends the subscription. Both stay valid for as long as the message exists.
 * @param tag the person's own tag, for the buttons' codes
 */
export function announcement(
  petition: Petition,
  locale: Locale,
  blocks: readonly Block[],
  tag: string,
): Message {
  const { words, direction } = petition.texts(locale);
  const reason = phrase((put) => words.say('updates-reason', { command: put(command('stop')) }));
  const button = (label: string, action: string) => ({
    kind: 'press' as const,
    label,
    code: writeCode({ tag, revision: UPDATE_REVISION, scope: 'update', action, argument: null }),
  });
  return {
    role: 'note',
    locale,
    direction,
    body: [...blocks, paragraph({ kind: 'emphasis', children: reason })],
    buttons: [
      button(words.say('button-updates-open'), OPEN_ACTION),
      button(words.say('button-updates-stop'), STOP_ACTION),
    ],
  };
}
