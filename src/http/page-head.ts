import type { Locale } from '../petition/formats.js';
import type { LocaleTexts } from '../petition/petition.js';
import { html, type Markup, trusted } from './markup.js';
import { PALETTES } from './palette.js';

/** A picture that a chat shows beside a link. */
export interface HeadPicture {
  /** From the root of this server. */
  readonly path: string;
  readonly type: string;
  /** In pixels. */
  readonly width: number;
  readonly height: number;
  /** What it shows, for people who don't see it. */
  readonly alt: string;
}

/** What a link to a page shows in a chat or in a search: it says no more than the page itself. */
export interface PageHead {
  /** In the page's language. */
  readonly texts: LocaleTexts;
  readonly title: string;
  readonly description: string | null;
  /** Where this server is for other people: see `siteOrigin`. Null: every tag that needs it is left out. */
  readonly origin: string | null;
  /** The page's address on this server, without a query. */
  readonly path: string;
  /** The language that the address names; null if the visitor's browser chose it. */
  readonly asked: Locale | null;
  /** Every language of this page. */
  readonly languages: readonly LocaleTexts[];
  /** Who runs this site; null in a preview that names nobody. */
  readonly siteName: string | null;
  readonly picture: HeadPicture | null;
  /** More links and tags. */
  readonly more: Markup;
}

/** An address of a page in one language. Without a language, the page is in the one that the browser prefers. */
export function addressIn(origin: string, path: string, locale: Locale | null): string {
  return `${origin}${path}${locale === null ? '' : `?${new URLSearchParams({ lang: locale })}`}`;
}

/**
 * The tags by which chats, search engines and telephones show a page.
 * @see https://ogp.me for `og:`
 * @see https://developer.x.com/en/docs/x-for-websites/cards/overview/markup for `twitter:`
 */
export function pageHead(head: PageHead): Markup {
  const { texts, title, description, languages, siteName, picture, origin, more } = head;
  const others = languages.filter(({ locale }) => locale !== texts.locale);
  const isLarge = picture !== null && origin !== null;
  return html`${colours()}<link rel="manifest" href="/manifest.webmanifest?lang=${texts.locale}">
<link rel="apple-touch-icon" href="/apple-touch-icon.png">
${[
  property('og:type', 'website'),
  property('og:title', title),
  property('og:description', description),
  property('og:site_name', siteName),
  property('og:locale', territorial(texts)),
  ...others.map((other) => property('og:locale:alternate', territorial(other))),
  named('twitter:card', isLarge ? 'summary_large_image' : 'summary'),
  named('twitter:title', title),
  named('twitter:description', description),
  ...(origin === null ? [] : absoluteTags(head, origin)),
  more,
]}`;
}

/** The tags that need a whole address. */
function absoluteTags(head: PageHead, origin: string): readonly (Markup | null)[] {
  const { path, asked, languages, picture } = head;
  // A link that names a language must stay in it: chats fetch `og:url` again and show what they find there. A link that
  // names none must go on choosing for each reader.
  const own = addressIn(origin, path, asked);
  return [
    html`<link rel="canonical" href="${own}">\n`,
    ...languages.map(({ locale }) => alternate(locale, addressIn(origin, path, locale))),
    alternate('x-default', addressIn(origin, path, null)),
    property('og:url', own),
    ...(picture === null ? [] : pictureTags(origin, picture)),
    linkedData(head, own, origin),
  ];
}

function pictureTags(
  origin: string,
  { path, type, width, height, alt }: HeadPicture,
): readonly (Markup | null)[] {
  const url = `${origin}${path}`;
  return [
    property('og:image', url),
    property('og:image:type', type),
    property('og:image:width', `${width}`),
    property('og:image:height', `${height}`),
    property('og:image:alt', alt),
    named('twitter:image', url),
    named('twitter:image:alt', alt),
  ];
}

/** Browsers give their own bars the colour of the page. */
function colours(): Markup {
  const scheme = (name: keyof typeof PALETTES) =>
    html`<meta name="theme-color" content="${PALETTES[name].paper}" media="(prefers-color-scheme: ${name})">\n`;
  return html`${scheme('light')}${scheme('dark')}`;
}

/** What search engines read: the page, its language, and who publishes it. A block of data, which no browser runs. */
function linkedData(head: PageHead, url: string, origin: string): Markup {
  const { title, description, texts, siteName, picture } = head;
  const data = {
    '@context': 'https://schema.org',
    '@type': 'WebPage',
    url,
    name: title,
    ...(description === null ? {} : { description }),
    inLanguage: texts.locale,
    ...(picture === null ? {} : { image: `${origin}${picture.path}` }),
    ...(siteName === null ? {} : { publisher: { '@type': 'Organization', name: siteName } }),
  };
  // The content could end the element, or open a comment in it.
  const safe = JSON.stringify(data).replaceAll('<', '\\u003c');
  return html`<script type="application/ld+json">${trusted(safe)}</script>\n`;
}

/** `ar_MA`: the language and the country whose formats the page has, as Facebook writes them. */
function territorial({ words }: LocaleTexts): string {
  const { language, region } = new Intl.Locale(words.formats.rules.tag).maximize();
  return region === undefined ? language : `${language}_${region}`;
}

function alternate(hreflang: string, href: string): Markup {
  return html`<link rel="alternate" hreflang="${hreflang}" href="${href}">\n`;
}

function property(name: string, content: string | null): Markup | null {
  return content === null ? null : html`<meta property="${name}" content="${content}">\n`;
}

function named(name: string, content: string | null): Markup | null {
  return content === null ? null : html`<meta name="${name}" content="${content}">\n`;
}
