import type { AdapterContext } from '../../src/channel/adapter.js';
import { readPublicTotal } from '../../src/channel/kit/public-total.js';
import type { ServedPetition, ServedPetitions } from '../../src/channel/served-petitions.js';
import type { Locale } from '../../src/petition/formats.js';
import { heading, paragraph } from '../../src/petition/rich-text.js';
import type { Status } from '../../src/petition/status.js';
import { card } from './card.js';
import { htmlOf } from './html.js';
import { placeLink } from './links.js';
import { type Rendered, rendered } from './render.js';

/** Where a card stands, and in which language. */
export interface CardPlace {
  readonly chatId: number;
  readonly locale: Locale;
  /** The bot's username, without the `@`. */
  readonly username: string;
}

/** A petition's card for a group, with the total as it is now. */
export async function cardIn(
  { chatId, locale, username }: CardPlace,
  { petition, total, sources }: ServedPetition,
  status: Status,
  { petitions, log }: Pick<AdapterContext, 'petitions' | 'log'>,
): Promise<Rendered> {
  const link = placeLink(petitions, petition.id, username, sources.mint('telegram', String(chatId)));
  return cardWith(link, locale, { petition, total }, status, log);
}

/** A petition's card with this link, and with the total as it is now. */
export async function cardWith(
  link: string,
  locale: Locale,
  { petition, total }: Pick<ServedPetition, 'petition' | 'total'>,
  status: Status,
  log: AdapterContext['log'],
): Promise<Rendered> {
  const shown = await readPublicTotal({ total, log });
  return card(petition, petition.texts(locale), status, shown, link);
}

/** The card of a bot with several petitions, where nobody has named one: a link to each, and no number that changes. */
export function listCardIn({ chatId, locale, username }: CardPlace, petitions: ServedPetitions): Rendered {
  const { words, direction } = petitions.texts(locale);
  const lines = [heading(words.say('chooser-heading')), paragraph(words.say('card-private'))];
  const text = htmlOf(lines, direction)
    .map(({ html }) => html)
    .join('\n\n');
  const buttons = petitions.all.map((served) => {
    const { petition, sources } = served;
    const url = placeLink(petitions, petition.id, username, sources.mint('telegram', String(chatId)));
    return [{ text: petitions.textsOf(served, locale).headline, url }];
  });
  return rendered(text, buttons);
}
