import type { Locale } from '../petition/formats.js';
import type { LocaleTexts } from '../petition/petition.js';
import { html, type Markup } from './markup.js';

/** The parts of a page around its content. */
export interface PageFrame {
  readonly texts: LocaleTexts;
  readonly title: string;
  readonly description: string | null;
  /** How links to the page are shown elsewhere: see `pageHead`. */
  readonly head?: Markup;
  readonly styles: readonly string[];
  readonly scripts: readonly string[];
  /** The page's address on this server, without a query. */
  readonly path: string;
  /** The languages of this page, each by its own name. */
  readonly languages: readonly { readonly locale: Locale; readonly name: string }[];
  /** The source code of the link that led here. The language links keep it. */
  readonly source: string | null;
  readonly content: Markup;
}

const STYLESHEET = '/assets/page.css';

/**
 * A whole document. Its styles and scripts are files of this server: the Content-Security-Policy allows no
 * others.
 */
export function page(frame: PageFrame): Markup {
  const { texts, languages } = frame;
  const { words } = texts;
  return html`<!doctype html>
<html lang="${texts.locale}" dir="${texts.direction}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${frame.title}</title>
${frame.description === null ? null : html`<meta name="description" content="${frame.description}">`}
<link rel="icon" href="/favicon.svg" type="image/svg+xml">
${frame.head ?? null}${[STYLESHEET, ...frame.styles].map((url) => html`<link rel="stylesheet" href="${url}">\n`)}
${frame.scripts.map((url) => html`<script type="module" src="${url}"></script>\n`)}
</head>
<body>
<a class="skip" href="#petition">${words.say('page-skip')}</a>
${languages.length < 2 ? null : languageLinks(frame)}
${frame.content}
</body>
</html>
`;
}

function languageLinks({ texts, path, languages, source }: PageFrame): Markup {
  const addressIn = (locale: Locale) =>
    `${path}?${new URLSearchParams({ lang: locale, ...(source === null ? {} : { source }) })}`;
  return html`<nav class="languages" aria-label="${texts.words.say('page-languages')}">
<ul>
${languages.map(
  ({ locale, name }) =>
    html`<li><a href="${addressIn(locale)}" lang="${locale}" hreflang="${locale}"${
      locale === texts.locale ? html` aria-current="true"` : null
    }>${name}</a></li>\n`,
)}
</ul>
</nav>`;
}

type ErrorSentence =
  | 'page-error-not-found'
  | 'page-error-refused'
  | 'page-error-too-many'
  | 'page-error-unavailable';

/** The page for an address that can't be shown. It repeats nothing of the request. */
export function errorPage(texts: LocaleTexts, sentence: ErrorSentence): Markup {
  const { words } = texts;
  return page({
    texts,
    title: words.say('page-error-heading'),
    description: null,
    styles: [],
    scripts: [],
    path: '/',
    languages: [],
    source: null,
    content: html`<main id="petition" class="error">
<h1>${words.say('page-error-heading')}</h1>
<p>${words.say(sentence)}</p>
<p><a class="action" href="/">${words.say('page-error-home')}</a></p>
</main>`,
  });
}
