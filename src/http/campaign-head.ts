import type { Request } from 'express';
import type { LocaleTexts, Petition } from '../petition/petition.js';
import type { Status } from '../petition/status.js';
import type { PublishedCount } from '../signatures/public-total.js';
import { cardOf, headPicture } from './card.js';
import { languageAsked } from './language.js';
import { html, type Markup } from './markup.js';
import { oEmbedLink } from './oembed.js';
import { addressIn, pageHead } from './page-head.js';
import { siteOrigin } from './site-origin.js';

/** What the head of a campaign page tells besides the petition itself. */
export interface CampaignHead {
  readonly texts: LocaleTexts;
  readonly description: string | null;
  readonly status: Status;
  /** Null if the total can't be read. */
  readonly published: PublishedCount | null;
  /** The page's address on this server, without a query. */
  readonly path: string;
  readonly publicUrl: string | null;
}

/** The head of a petition's page. */
export function campaignHead(
  request: Request,
  petition: Petition,
  { texts, description, status, published, path, publicUrl }: CampaignHead,
): Markup {
  const origin = siteOrigin(request, publicUrl);
  const asked = languageAsked(request, petition);
  return pageHead({
    texts,
    title: texts.headline,
    description,
    origin,
    path,
    asked,
    languages: petition.locales.map((locale) => petition.texts(locale)),
    siteName: petition.organiser?.name ?? null,
    picture: headPicture(cardOf(petition, texts, status, published), path, texts.locale),
    more: origin === null ? html`` : oEmbedLink(origin, addressIn(origin, path, asked), texts.headline),
  });
}
