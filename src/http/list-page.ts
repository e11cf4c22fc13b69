import type { RequestHandler } from 'express';
import type { ServedPetitions } from '../channel/served-petitions.js';
import type { Locale } from '../petition/formats.js';
import { blocksToHtml } from '../petition/html.js';
import type { Block } from '../petition/rich-text.js';
import { statusLines, totalLine } from '../petition/status-texts.js';
import { headPicture, listCard } from './card.js';
import { languageAsked, languageOf } from './language.js';
import { html, type Markup, trusted } from './markup.js';
import type { PublishedPetition } from './page.js';
import { page } from './page-frame.js';
import { pageHead } from './page-head.js';
import { publicNumber } from './public-number.js';
import { siteOrigin } from './site-origin.js';
import { sourceOf } from './source.js';

/** `GET /` of a bot with several petitions: a list that leads to each petition's own page. */
export function listPage(
  petitions: ServedPetitions<PublishedPetition>,
  publicUrl: string | null,
): RequestHandler {
  return async (request, response) => {
    const locale = languageOf(request, petitions);
    const texts = petitions.texts(locale);
    const { words } = texts;
    const source = sourceOf(request);
    const items = await Promise.all(
      petitions.all.map((served) => itemOf(petitions, served, { locale, source })),
    );
    const title = words.say('chooser-heading');
    const description = words.say('chooser-intro');
    const document = page({
      texts,
      title,
      description,
      head: pageHead({
        texts,
        title,
        description,
        origin: siteOrigin(request, publicUrl),
        path: '/',
        asked: languageAsked(request, petitions),
        languages: petitions.locales.map((other) => petitions.texts(other)),
        siteName: petitions.all[0].petition.organiser?.name ?? null,
        picture: headPicture(listCard(texts), '/', locale),
        more: html``,
      }),
      styles: [],
      scripts: [],
      path: '/',
      languages: petitions.locales.map((other) => ({
        locale: other,
        name: petitions.texts(other).languageName,
      })),
      source,
      content: html`<main id="petition">
<header class="opening">
<h1>${words.say('chooser-heading')}</h1>
<p>${words.say('chooser-intro')}</p>
</header>
<ul class="petitions">
${items}
</ul>
</main>`,
    });
    response.vary('Accept-Language').set('Cache-Control', 'no-cache').type('html').send(document.value);
  };
}

async function itemOf(
  petitions: ServedPetitions<PublishedPetition>,
  served: PublishedPetition,
  { locale, source }: { readonly locale: Locale; readonly source: string | null },
): Promise<Markup> {
  const { petition } = served;
  const { words } = petitions.texts(locale);
  const own = petitions.textsOf(served, locale);
  const [number, status] = await Promise.all([
    served.total.read().then(
      (published) => publicNumber(petition, published),
      () => null,
    ),
    served.status.orLastKnown(),
  ]);
  const total =
    number === null
      ? words.say('page-total-unknown')
      : totalLine(petition, { ...own, words }, status, number.total);
  // A link or a code on paper that has the bot's own address may carry a source.
  const query = new URLSearchParams({ lang: own.locale, ...(source === null ? {} : { source }) });
  return html`<li>
<h2 lang="${own.locale}" dir="${own.direction}"><a href="/p/${petition.id}?${query.toString()}">${own.headline}</a></h2>
${own.line === null ? null : html`<div lang="${own.locale}" dir="${own.direction}">${markup(own.line)}</div>`}
${markup(statusLines({ ...own, outcome: null, words }, status))}
<p class="small">${total}</p>
</li>
`;
}

function markup(blocks: readonly Block[]): Markup {
  return trusted(blocksToHtml(blocks, { headingLevel: 3, command: (command) => command }));
}
