import type { Message } from '../../conversation/message.js';
import type { LocaleTexts } from '../../petition/petition.js';
import { paragraph } from '../../petition/rich-text.js';

/** A message of one sentence, without buttons. */
export function noteSaying(
  { locale, direction }: Pick<LocaleTexts, 'locale' | 'direction'>,
  said: string,
): Message {
  return { role: 'note', locale, direction, body: [paragraph(said)], buttons: [] };
}
