import { progressLines } from '../../src/channel/kit/public-total.js';
import type { LocaleTexts, Petition } from '../../src/petition/petition.js';
import { type Block, heading, paragraph } from '../../src/petition/rich-text.js';
import type { Status } from '../../src/petition/status.js';
import { closingLines, whyNotOpen } from '../../src/petition/status-texts.js';
import { htmlOf, type Piece } from './html.js';
import { MAX_TEXT } from './limits.js';
import { type Rendered, rendered } from './render.js';

const BETWEEN = '\n\n';

/**
 * A group's card: the headline, the total, why people can't sign if they can't, and a link to a private chat. It
 * doesn't depend on the person who asked, or on whether they have signed.
 * @param total the public total, offset included; null if it can't be read
 * @param link opens the private chat
 */
export function card(
  petition: Petition,
  texts: LocaleTexts,
  status: Status,
  total: number | null,
  link: string,
): Rendered {
  const { words, direction } = texts;
  const html = (blocks: readonly Block[]) => htmlOf(blocks, direction);
  const [start, end] = [
    html([heading(texts.headline)]),
    html([
      ...(total === null
        ? closingLines(texts, status, { lasting: true })
        : progressLines(petition, texts, status, total)),
      paragraph(words.say('card-private')),
    ]),
  ];
  // The private chat has the whole of a long outcome.
  const reason = thatFit(html(whyNotOpen(texts, status)), MAX_TEXT - lengthOf([...start, ...end]));
  const label = words.say(status.phase === 'open' ? 'button-begin' : 'button-story');
  const text = [...start, ...reason, ...end].map((piece) => piece.html).join(BETWEEN);
  return rendered(text, [[{ text: label, url: link }]]);
}

/** The first pieces that fit. */
function thatFit(pieces: readonly Piece[], room: number): readonly Piece[] {
  const tooMany = pieces.findIndex((_, index) => lengthOf(pieces.slice(0, index + 1)) > room);
  return tooMany < 0 ? pieces : pieces.slice(0, tooMany);
}

function lengthOf(pieces: readonly Piece[]): number {
  return pieces.reduce((sum, { length }) => sum + length + BETWEEN.length, 0);
}
