import { type Request, type RequestHandler, type Response, Router } from 'express';
import type { Adapter } from '../channel/adapter.js';
import type { LocaleTexts, Petition } from '../petition/petition.js';
import { currentOf } from './current.js';
import { languageOf } from './language.js';
import { basesOf, pagePath, withQuery } from './petition-address.js';
import { onlyMethods } from './refusals.js';
import { scanned, screen } from './screen.js';
import { siteOrigin } from './site-origin.js';
import type { SiteRoutes } from './site-routes.js';
import { knownSource, sourceOf } from './source.js';
import { themeOf } from './theme.js';

export interface ScreenRoutes extends SiteRoutes {
  readonly adapters: readonly Adapter[];
}

/** `/screen`: the total for a hall. `?lang=en,ar` shows both languages in turn. */
export function screenRoutes({ petitions, adapters, publicUrl, bounded, refuse }: ScreenRoutes): Router {
  const readOnly = onlyMethods('GET, HEAD', refuse);
  const router = Router();

  function handlerFor(served: (typeof petitions.all)[number]): RequestHandler {
    const { petition, sources } = served;
    return async (request, response) => {
      const origin = siteOrigin(request, publicUrl);
      if (origin === null) return refuse(request, response, 'bad-request');
      const source = sourceOf(request);
      const current = await currentOf(served);
      const document = screen(petition, current, {
        languages: languagesIn(request, response, petition),
        theme: themeOf(request),
        addressIn: ({ locale }) =>
          scanned(adapters, current.status, {
            page: withQuery(`${origin}${pagePath(petitions, petition)}`, { lang: locale, source }),
            petition: petitions.several ? petition.id : undefined,
            source: knownSource(source, sources),
          }),
      });
      response
        // The screen's script keeps the last number instead.
        .status(current.total === null ? 503 : 200)
        .set('Cache-Control', 'no-cache')
        .type('html')
        .send(document.value);
    };
  }

  for (const served of petitions.all) {
    for (const base of basesOf(petitions, served.petition)) {
      router.route(`${base}/screen`).get(bounded, handlerFor(served)).all(readOnly);
    }
  }
  return router;
}

/** The languages of the address, each once; if it names none that we have, the browser's. */
function languagesIn(request: Request, response: Response, petition: Petition): readonly LocaleTexts[] {
  const { lang } = request.query;
  const asked = typeof lang === 'string' ? new Set(lang.split(',')) : new Set<string>();
  const named = [...asked].filter((one) => petition.locales.includes(one));
  if (named.length === 0) response.vary('Accept-Language');
  return (named.length === 0 ? [languageOf(request, petition)] : named).map((one) => petition.texts(one));
}
