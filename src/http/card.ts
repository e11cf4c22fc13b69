import type { Locale } from '../petition/formats.js';
import type { LocaleTexts, Petition } from '../petition/petition.js';
import type { Status } from '../petition/status.js';
import {
  CARD_HEIGHT,
  CARD_WIDTH,
  type Card,
  cardAlt,
  isDrawable,
  petitionCard,
  versionOf,
} from '../pictures/card.js';
import type { PublishedCount } from '../signatures/public-total.js';
import type { HeadPicture } from './page-head.js';
import { PALETTES } from './palette.js';

/** A petition's card, in the page's colours. */
export function cardOf(
  petition: Petition,
  texts: LocaleTexts,
  status: Status,
  published: PublishedCount | null,
): Card {
  return petitionCard({ petition, texts, status, published, colours: PALETTES.light });
}

/** The card of the list of several petitions. It has no number: each petition has its own. */
export function listCard({ direction, words }: LocaleTexts): Card {
  return {
    direction,
    headline: words.say('chooser-heading'),
    line: words.say('chooser-intro'),
    count: null,
    colours: PALETTES.light,
    picture: null,
  };
}

/**
 * The card of a page, for its head.
 * @param path the page's address on this server, without a query
 * @returns null if the card can't be drawn
 */
export function headPicture(card: Card, path: string, locale: Locale): HeadPicture | null {
  if (!isDrawable(card)) return null;
  const query = new URLSearchParams({ lang: locale, v: versionOf(card) });
  return {
    path: `${path === '/' ? '' : path}/card.png?${query}`,
    type: 'image/png',
    width: CARD_WIDTH,
    height: CARD_HEIGHT,
    alt: cardAlt(card),
  };
}
