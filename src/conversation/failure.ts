import type { LocaleTexts } from '../petition/petition.js';
import { command, phrase } from '../petition/phrase.js';
import { type Block, paragraph } from '../petition/rich-text.js';
import type { Message } from './message.js';

/** The store failed. We don't know whether the turn was saved; repeating it does no harm. */
export function unconfirmed(texts: LocaleTexts): Message {
  const { words } = texts;
  return plainNote(texts, [paragraph(words.say('unconfirmed')), paragraph(words.say('unconfirmed-once'))]);
}

/**
 * The database lost a confirmed turn: the last answer to the person may no longer be true, in either
 * direction.
 */
export function fellBack(texts: LocaleTexts): Message {
  const { words } = texts;
  const next = phrase((put) =>
    words.say('lost-check', {
      mydata: put(command('mydata')),
      sign: put(command('sign')),
      withdraw: put(command('withdraw')),
    }),
  );
  return plainNote(texts, [paragraph(words.say('lost')), paragraph(...next)]);
}

/** Another failure, after all retries. */
export function apology(texts: LocaleTexts): Message {
  const sentence = phrase((put) => texts.words.say('apology', { command: put(command('sign')) }));
  return plainNote(texts, [paragraph(...sentence)]);
}

/** Without buttons: we know nothing of the conversation, so we can't say which buttons fit. */
function plainNote({ locale, direction }: LocaleTexts, body: readonly Block[]): Message {
  return { role: 'note', locale, direction, body, buttons: [] };
}
