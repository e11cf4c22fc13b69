import { type RequestHandler, type Response, Router } from 'express';
import type { ServedPetitions } from '../channel/served-petitions.js';
import { DAY_MS } from '../day.js';
import type { Locale } from '../petition/formats.js';
import type { Petition } from '../petition/petition.js';
import type { PetitionPicture } from '../petition/picture.js';
import { type Card, type CardPicture, cardPicture, codeOf, isDrawable } from '../pictures/card.js';
import { createGallery, type Gallery } from '../pictures/gallery.js';
import { readVersion } from '../version.js';
import { cardOf, listCard } from './card.js';
import { ICONS, iconJob } from './icons.js';
import { languageOf } from './language.js';
import type { PublishedPetition } from './page.js';
import { picturePath } from './picture.js';
import { onlyMethods, type Refuse } from './refusals.js';

/** Short, since a phase can change. Chats keep a card much longer, but the next one has another address. */
const CARD_SECONDS = 600;
const ICON_SECONDS = DAY_MS / 1_000;
/** For what never changes under its address. */
const YEAR_SECONDS = 31_536_000;

/** Another version of the program may draw the same card differently. */
const VERSION = readVersion();

const PNG = 'image/png';

export interface PictureRoutesOptions {
  readonly petitions: ServedPetitions<PublishedPetition>;
  readonly bounded: RequestHandler;
  readonly refuse: Refuse;
}

/** Cards for chats, icons, and the pictures of the content. Any site and any chat may show them. */
export function pictureRoutes({ petitions, bounded, refuse }: PictureRoutesOptions): Router {
  const router = Router();
  const gallery = createGallery(picturesOf(petitions));
  const route = (addresses: string | string[], answer: RequestHandler) =>
    router.route(addresses).get(bounded, answer).all(onlyMethods('GET, HEAD', refuse));
  const card = (languages: Pick<Petition, 'locales' | 'negotiate'>, read: CardReader) =>
    cardRoute({ languages, read, gallery, refuse });

  for (const served of petitions.all) {
    const { petition } = served;
    route(
      [...(petitions.several ? [] : ['/card.png']), `/p/${petition.id}/card.png`],
      card(petition, (locale) => readCard(served, locale)),
    );
    const { picture } = petition;
    if (picture === null) continue;
    route(picturePath(petition.id, picture), (_request, response) => {
      response.set('ETag', `"${picture.hash}"`);
      sendPicture(response, picture, `max-age=${YEAR_SECONDS}, immutable`);
    });
  }
  if (petitions.several)
    route(
      '/card.png',
      card(petitions, async (locale) => ({
        card: listCard(petitions.texts(locale)),
        picture: null,
        certain: true,
      })),
    );
  for (const [address, shape] of Object.entries(ICONS))
    route(address, async (_request, response) => {
      const bytes = await gallery.picture(address, () => iconJob(shape));
      sendPicture(response, { type: PNG, bytes }, `max-age=${ICON_SECONDS}`);
    });
  return router;
}

/** How many different pictures we draw: a card for each petition and for the list in each language, and the icons. */
function picturesOf({ all, locales }: ServedPetitions<PublishedPetition>): number {
  const cards = all.reduce((sum, { petition }) => sum + petition.locales.length, locales.length);
  return cards + Object.keys(ICONS).length;
}

/** A card to draw. */
interface ShownCard {
  readonly card: Card;
  readonly picture: CardPicture | null;
  /** Whether the database could be read: else the next card may say more. */
  readonly certain: boolean;
}

type CardReader = (locale: Locale) => Promise<ShownCard>;

interface CardRouteOptions {
  readonly languages: Pick<Petition, 'locales' | 'negotiate'>;
  readonly read: CardReader;
  readonly gallery: Gallery;
  readonly refuse: Refuse;
}

/** `GET /card.png`: the picture that chats show beside a link to a page. */
function cardRoute({ languages, read, gallery, refuse }: CardRouteOptions): RequestHandler {
  return async (request, response) => {
    const { card, picture, certain } = await read(languageOf(request, languages));
    if (!isDrawable(card)) {
      refuse(request, response, 'not-found');
      return;
    }
    const code = `${VERSION}-${codeOf(card)}`;
    response.vary('Accept-Language').set('ETag', `"${code}"`);
    const caching = certain ? `max-age=${CARD_SECONDS}` : null;
    // Nothing is drawn for a browser that has the picture.
    if (request.fresh) {
      sendPicture(response.status(304), null, caching);
      return;
    }
    const bytes = await gallery.picture(code, () => ({ kind: 'card', card, picture }));
    sendPicture(response, { type: PNG, bytes }, caching);
  };
}

/** @param caching for how long; null if it must not be kept */
function sendPicture(
  response: Response,
  picture: Pick<PetitionPicture, 'type' | 'bytes'> | null,
  caching: string | null,
): void {
  response.set('Cache-Control', caching === null ? 'no-store' : `public, ${caching}`);
  response.set('Cross-Origin-Resource-Policy', 'cross-origin');
  if (picture === null) response.end();
  else response.type(picture.type).send(inPlace(picture.bytes));
}

/** The same bytes as Node.js sends them, without a copy for each of many requests. */
function inPlace({ buffer, byteOffset, byteLength }: Uint8Array): Buffer {
  return Buffer.from(buffer, byteOffset, byteLength);
}

/** Reads what a petition's card says now. */
async function readCard({ petition, total, status }: PublishedPetition, locale: Locale): Promise<ShownCard> {
  const [published, known] = await Promise.all([
    total.read().catch(() => null),
    status.read().catch(() => null),
  ]);
  return {
    card: cardOf(petition, petition.texts(locale), known ?? (await status.orLastKnown()), published),
    picture: cardPicture(petition),
    certain: published !== null && known !== null,
  };
}
