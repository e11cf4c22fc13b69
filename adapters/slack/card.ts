import { faceOf } from '../../src/channel/kit/card-face.js';
import type { LocaleTexts } from '../../src/petition/petition.js';
import { heading, paragraph } from '../../src/petition/rich-text.js';
import type { Status } from '../../src/petition/status.js';
import { closingLines, introduction } from '../../src/petition/status-texts.js';
import { cardValue } from './button-value.js';
import { piecesOf } from './mrkdwn.js';
import { buttonRows, inMessages, type Rendered, sections } from './render.js';

/**
 * A public card: the headline, the summary or the outcome, and a button to begin or to read. It shows no total, because
 * many cards can be edited only for a while after somebody pressed their button (see `createCards`). So the button
 * carries the card's face, and a press on a card that is out of date brings it up to date.
 * @param petition its name, where the bot has several
 */
export function card(texts: LocaleTexts, status: Status, petition?: string): Rendered[] {
  const { headline, words, direction, locale } = texts;
  const body = [
    heading(headline),
    ...introduction(texts, status),
    ...closingLines(texts, status, { lasting: true }),
    paragraph(words.say('card-only-you')),
  ];
  const begin = {
    kind: 'press',
    label: words.say(status.phase === 'open' ? 'button-begin' : 'button-story'),
    code: cardValue(locale, faceOf(texts, status), petition),
  } as const;
  return inMessages([...sections(piecesOf(body, direction)), ...buttonRows([begin])]);
}
