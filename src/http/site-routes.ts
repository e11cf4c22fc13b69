import { type Request, type RequestHandler, type Response, Router } from 'express';
import type { ServedPetitions } from '../channel/served-petitions.js';
import type { LocaleTexts, Petition } from '../petition/petition.js';
import { BADGE_STYLE, badge } from './badge.js';
import { cardOf, headPicture } from './card.js';
import { currentOf } from './current.js';
import { EMBED_STYLES, embed } from './embed.js';
import { languageAsked, languageOf } from './language.js';
import { describePage, ownPage } from './oembed.js';
import type { PublishedPetition } from './page.js';
import { basesOf, pagePath, withQuery } from './petition-address.js';
import { onlyMethods, type Refuse } from './refusals.js';
import { allowInFrames, allowOnlyStyle, openToOthers } from './security.js';
import { siteOrigin } from './site-origin.js';
import { sourceIn, sourceOf } from './source.js';
import { themeOf } from './theme.js';

export interface SiteRoutes {
  readonly petitions: ServedPetitions<PublishedPetition>;
  readonly publicUrl: string | null;
  readonly bounded: RequestHandler;
  readonly refuse: Refuse;
}

/** How long caches may keep an answer, in seconds: the public total moves once a minute. */
const KEPT_SECONDS = 60;

/**
 * What other sites show of a petition: `/badge.svg` is a picture, `/embed` a frame, and `/oembed` describes the frame
 * to sites. Express gives each answer its ETag, and answers 304 where the asker has it.
 */
export function siteRoutes({ petitions, publicUrl, bounded, refuse }: SiteRoutes): Router {
  const readOnly = onlyMethods('GET, HEAD', refuse);
  const router = Router();

  for (const served of petitions.all) {
    const { petition } = served;
    for (const base of basesOf(petitions, petition)) {
      router
        .route(`${base}/badge.svg`)
        .get(bounded, openToOthers, async (request, response) => {
          const texts = textsFor(request, response, petition);
          const current = await currentOf(served);
          allowOnlyStyle(response, BADGE_STYLE);
          keepBriefly(response, current.total !== null);
          response.type('svg').send(badge(petition, texts, current, themeOf(request)).value);
        })
        .all(readOnly);
      router
        .route(`${base}/embed`)
        .get(bounded, async (request, response) => {
          const texts = textsFor(request, response, petition);
          const theme = themeOf(request);
          const address = withQuery(pagePath(petitions, petition), {
            lang: texts.locale,
            source: sourceOf(request),
          });
          const current = await currentOf(served);
          allowInFrames(response, EMBED_STYLES[theme]);
          keepBriefly(response, current.total !== null);
          response.type('html').send(embed(petition, texts, current, { theme, address }).value);
        })
        .all(readOnly);
    }
  }

  router
    .route('/oembed')
    .get(bounded, openToOthers, async (request, response) => {
      const { url, format = 'json', maxwidth, maxheight } = request.query;
      const origin = siteOrigin(request, publicUrl);
      if (origin === null || typeof url !== 'string') return refuse(request, response, 'bad-request');
      if (format !== 'json') return refuse(request, response, 'not-implemented');
      const page = ownPage(url, origin);
      const served = page === null ? null : servedAt(petitions, page.path);
      if (page === null || served === null) return refuse(request, response, 'not-found');
      const { petition } = served;
      const lang = petition.locales.find((one) => one === page.query.get('lang')) ?? null;
      const texts = petition.texts(lang ?? petition.locales[0]);
      const { status, published } = await currentOf(served);
      const path = pagePath(petitions, petition);
      const base = `${origin}${path === '/' ? '' : path}`;
      keepBriefly(response, published !== null);
      response.json(
        describePage(
          petition,
          texts,
          {
            origin,
            // Without a language of its own, the frame follows each visitor's browser.
            embed: withQuery(`${base}/embed`, { lang, source: sourceIn(page.query.get('source')) }),
            picture: headPicture(cardOf(petition, texts, status, published), path, texts.locale),
          },
          { width: pixelsIn(maxwidth), height: pixelsIn(maxheight) },
        ),
      );
    })
    .all(readOnly);
  return router;
}

/** The petition's texts in the language of the address, else in the browser's. */
function textsFor(request: Request, response: Response, petition: Petition): LocaleTexts {
  if (languageAsked(request, petition) === null) response.vary('Accept-Language');
  return petition.texts(languageOf(request, petition));
}

/** No cache keeps an answer that lacks the number. */
function keepBriefly(response: Response, complete: boolean): void {
  response.set('Cache-Control', complete ? `public, max-age=${KEPT_SECONDS}` : 'no-store');
}

/** The petition whose page a path is, with a slash at its end or without. */
function servedAt(petitions: SiteRoutes['petitions'], path: string): PublishedPetition | null {
  const found = petitions.all.find(({ petition }) => {
    const own = [pagePath(petitions, petition), `/p/${petition.id}`];
    return own.includes(path) || (path.endsWith('/') && own.includes(path.slice(0, -1)));
  });
  return found ?? null;
}

/** A number of pixels in an address; null: the asker names no limit that we can read. */
function pixelsIn(written: unknown): number | null {
  return typeof written === 'string' && /^[1-9]\d{0,4}$/.test(written) ? Number(written) : null;
}
