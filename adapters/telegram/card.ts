import { progressLines } from '../../src/channel/kit/public-total.js';
import type { LocaleTexts, Petition } from '../../src/petition/petition.js';
import { type Block, heading, paragraph } from '../../src/petition/rich-text.js';
import { htmlOf } from './html.js';
import { type Rendered, rendered } from './render.js';

/**
 * A group's card: the headline, the total, and a link to a private chat. It depends neither on the person who
 * asked nor on who has signed.
 * @param total the public total, offset included; null if it can't be read
 * @param link opens the private chat
 */
export function card(petition: Petition, texts: LocaleTexts, total: number | null, link: string): Rendered {
  const { words, direction } = texts;
  const body: readonly Block[] = [
    heading(texts.headline),
    ...(total === null ? [] : progressLines(petition, texts, total)),
    paragraph(words.say('card-private')),
  ];
  const html = htmlOf(body, direction).map((piece) => piece.html);
  return rendered(html.join('\n\n'), [[{ text: words.say('button-begin'), url: link }]]);
}
