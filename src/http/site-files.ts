import { type Request, type RequestHandler, Router } from 'express';
import type { ServedPetitions } from '../channel/served-petitions.js';
import type { Locale } from '../petition/formats.js';
import { ICONS } from './icons.js';
import { languageOf } from './language.js';
import { html, type Markup } from './markup.js';
import type { PublishedPetition } from './page.js';
import { addressIn } from './page-head.js';
import { PALETTES } from './palette.js';
import { onlyMethods, type Refuse } from './refusals.js';
import { siteOrigin } from './site-origin.js';

export interface SiteFilesOptions {
  readonly petitions: ServedPetitions<PublishedPetition>;
  readonly publicUrl: string | null;
  /** A preview is not for searches: it names no pages. */
  readonly preview: boolean;
  readonly bounded: RequestHandler;
  readonly refuse: Refuse;
}

/** What programs read of a whole site: `/robots.txt`, `/sitemap.xml`, `/manifest.webmanifest`. */
export function siteFiles({ petitions, publicUrl, preview, bounded, refuse }: SiteFilesOptions): Router {
  const router = Router();
  const readOnly = onlyMethods('GET, HEAD', refuse);
  const hour = (answer: RequestHandler): RequestHandler[] => [
    bounded,
    (request, response, next) => {
      response.set('Cache-Control', 'public, max-age=3600');
      answer(request, response, next);
    },
  ];
  router
    .route('/robots.txt')
    .get(
      hour((request, response) => {
        response.type('text').send(robots(preview ? null : siteOrigin(request, publicUrl)));
      }),
    )
    .all(readOnly);
  router
    .route('/sitemap.xml')
    .get(
      hour((request, response) => {
        const origin = siteOrigin(request, publicUrl);
        if (origin === null || preview) refuse(request, response, 'not-found');
        else response.type('application/xml').send(sitemap(pagesOf(petitions), origin));
      }),
    )
    .all(readOnly);
  router
    .route('/manifest.webmanifest')
    .get(
      hour((request, response) => {
        const manifest = manifestFor(petitions, request);
        response.vary('Accept-Language').type('application/manifest+json').send(JSON.stringify(manifest));
      }),
    )
    .all(readOnly);
  return router;
}

/**
 * Which addresses are for search engines: every page and picture, but no numbers and no streams, which never end.
 * @see https://www.rfc-editor.org/rfc/rfc9309
 */
function robots(origin: string | null): string {
  const sitemapLine = origin === null ? '' : `\nSitemap: ${origin}/sitemap.xml\n`;
  return `User-agent: *\nDisallow: /api/\nDisallow: /chat/events\nDisallow: /metrics\nAllow: /\n${sitemapLine}`;
}

/** A page and the languages that it has. */
interface SitePage {
  readonly path: string;
  readonly locales: readonly Locale[];
}

function pagesOf({ all, several, locales }: ServedPetitions<PublishedPetition>): readonly SitePage[] {
  const named = all.map(({ petition }) => ({ path: `/p/${petition.id}`, locales: petition.locales }));
  return several ? [{ path: '/', locales }, ...named] : [{ path: '/', locales }];
}

/**
 * Every page in every language, each beside the others.
 * @see https://developers.google.com/search/docs/specialty/international/localized-versions#sitemap
 */
function sitemap(pages: readonly SitePage[], origin: string): string {
  const entries = pages.flatMap(({ path, locales }) => {
    const alternates = [
      ...locales.map((locale) => alternate(locale, addressIn(origin, path, locale))),
      alternate('x-default', addressIn(origin, path, null)),
    ];
    return [null, ...locales].map(
      (locale) => html`<url><loc>${addressIn(origin, path, locale)}</loc>${alternates}</url>\n`,
    );
  });
  return html`<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">
${entries}</urlset>
`.value;
}

function alternate(hreflang: string, href: string): Markup {
  return html`<xhtml:link rel="alternate" hreflang="${hreflang}" href="${href}"/>`;
}

/** What a telephone shows of a page that is kept on its home screen. */
function manifestFor(petitions: ServedPetitions<PublishedPetition>, request: Request): object {
  const locale = languageOf(request, petitions);
  const texts = petitions.texts(locale);
  const { words, direction } = texts;
  return {
    name: petitions.several ? words.say('chooser-heading') : texts.headline,
    // Everybody who looks at the telephone can read it below the icon, so it doesn't name the case.
    short_name: words.say('page-short-name'),
    lang: locale,
    dir: direction,
    id: '/',
    start_url: `/?${new URLSearchParams({ lang: locale })}`,
    scope: '/',
    // No browser offers to install it: a telephone may be searched.
    display: 'browser',
    background_color: PALETTES.light.paper,
    theme_color: PALETTES.light.paper,
    icons: Object.entries(ICONS).flatMap(([src, { width, purpose }]) =>
      purpose === null ? [] : [{ src, type: 'image/png', sizes: `${width}x${width}`, purpose }],
    ),
  };
}
