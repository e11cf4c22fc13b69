import type { Request, RequestHandler } from 'express';
import type { Adapter } from '../channel/adapter.js';
import type { ServedPetition } from '../channel/served-petitions.js';
import type { Locale } from '../petition/formats.js';
import { blocksToHtml } from '../petition/html.js';
import { isolated } from '../petition/isolate.js';
import type { LocaleTexts, Organiser, Petition } from '../petition/petition.js';
import { plainText } from '../petition/plain.js';
import type { Block } from '../petition/rich-text.js';
import type { Status } from '../petition/status.js';
import { closingLines, introduction, summaryIn, whyNotOpen } from '../petition/status-texts.js';
import type { PublishedCount } from '../signatures/public-total.js';
import { campaignHead } from './campaign-head.js';
import { languageOf } from './language.js';
import { html, type Markup, trusted } from './markup.js';
import { page } from './page-frame.js';
import { joinPart } from './page-join.js';
import { totalPart } from './page-total.js';
import { picturePart } from './picture.js';
import { publicNumber } from './public-number.js';
import { sourceOf } from './source.js';

/** Updates the total while the page is open. */
const TOTAL_SCRIPT = '/assets/total.js';

/** What a page tells of a petition. */
export type PublishedPetition = Pick<ServedPetition, 'petition' | 'total' | 'status' | 'totalsLog'>;

export interface PageOptions extends PublishedPetition {
  readonly adapters: readonly Adapter[];
  /** The petition's name where the bot has several: links then name it. */
  readonly named: string | null;
  readonly publicUrl: string | null;
}

/** `GET /` or `GET /p/<name>`: the campaign page. It contains nothing about the visitor. All texts work without a script. */
export function campaignPage(options: PageOptions): RequestHandler {
  const { petition, total } = options;
  return async (request, response) => {
    const locale = languageOf(request, petition);
    // Without the number, people can still read the story and the letter.
    const published = await total.read().catch(() => null);
    const status = await options.status.orLastKnown();
    response
      .vary('Accept-Language')
      .set('Cache-Control', 'no-cache')
      .type('html')
      .send(renderPage(options, { request, locale, source: sourceOf(request) }, status, published).value);
  };
}

function renderPage(
  { petition, totalsLog = null, adapters, named, publicUrl }: PageOptions,
  {
    request,
    locale,
    source,
  }: { readonly request: Request; readonly locale: Locale; readonly source: string | null },
  status: Status,
  published: PublishedCount | null,
): Markup {
  const texts = petition.texts(locale);
  const number = published === null ? null : publicNumber(petition, published);
  const offsets = published?.offsets ?? petition.settings.offset;
  const open = status.phase === 'open';
  const parts = adapters.flatMap((adapter) => adapter.pagePart?.(locale, open, named ?? undefined) ?? []);
  const path = named === null ? '/' : `/p/${named}`;
  const description = firstLine(introduction(texts, status));
  return page({
    texts,
    title: texts.headline,
    description,
    head: campaignHead(request, petition, { texts, description, status, published, path, publicUrl }),
    styles: parts.flatMap((part) => part.styles),
    scripts: [TOTAL_SCRIPT, ...parts.flatMap((part) => part.scripts)],
    path,
    languages: petition.locales.map((other) => ({ locale: other, name: petition.texts(other).languageName })),
    source,
    content: html`<main id="petition"${parts.length > 0 ? html` class="with-part"` : null}>
<header class="opening">
<h1>${texts.headline}</h1>
${picturePart(petition, texts)}
${openingPart(texts, status)}
<div class="run-by">${blocks(texts.runBy)}</div>
${totalPart({ offsets, hasLog: totalsLog !== null }, texts, status, number, named)}
${blocks(closingLines(texts, status))}
${parts.length === 0 ? null : html`<noscript><p class="notice">${texts.words.say('page-noscript')}</p></noscript>`}
${joinPart(texts, adapters, parts, { open, named })}
</header>
${parts.map((part) => trusted(part.html))}
<article class="texts">
${storyPart(texts)}
</article>
<footer class="about">
${aboutPart(petition, texts)}
</footer>
</main>`,
  });
}

/** Texts are inside sections: their headings are one level below the section's. */
function blocks(content: readonly Block[]): Markup {
  return trusted(blocksToHtml(content, { headingLevel: 3, command: (command) => command }));
}

/** The description for search engines and link previews: the summary's first paragraph as plain text. */
function firstLine([first]: readonly Block[]): string | null {
  return first === undefined ? null : plainText([first]);
}

function storyPart({ words, story, signed }: LocaleTexts): Markup {
  return html`<section aria-labelledby="story-heading">
<h2 id="story-heading">${words.say('page-story-heading')}</h2>
${story.map((part) => blocks(part.blocks))}
</section>
<section aria-labelledby="demands-heading">
<h2 id="demands-heading">${words.say('page-demands-heading')}</h2>
${blocks(signed.demands.blocks)}
</section>
<section aria-labelledby="letter-heading">
<h2 id="letter-heading">${words.say('page-letter-heading')}</h2>
<div class="letter">
${blocks(signed.letter.blocks)}
</div>
</section>`;
}

function aboutPart({ settings, organiser }: Petition, { words, signed }: LocaleTexts): Markup {
  const { organisation, title, url } = settings.factsSource;
  return html`<details>
<summary>${words.say('page-privacy-heading')}</summary>
${blocks(signed.privacy.blocks)}
</details>
<h2>${words.say('page-source-heading')}</h2>
<p>${words.say('page-source', { organisation: isolated(organisation) })} ${url === undefined ? html`<cite>${title}</cite>` : html`<a href="${url}" rel="external noreferrer">${title}</a>`}</p>
${organiser === null ? null : organiserPart(words, organiser)}`;
}

function organiserPart(words: LocaleTexts['words'], { name, contact, privacyUrl }: Organiser): Markup {
  const address = /^https?:/.test(contact) ? contact : `mailto:${contact}`;
  return html`<h2>${words.say('page-organiser-heading')}</h2>
<p>${words.say('page-organiser', { organiser: isolated(name) })}</p>
<ul>
<li>${words.say('page-contact')} <a href="${address}"><bdi>${contact}</bdi></a></li>
<li><a href="${privacyUrl}" rel="external noreferrer"><bdi>${privacyUrl}</bdi></a></li>
</ul>`;
}

/** What stands below the headline. Why nobody can sign stands apart; an outcome is the opening itself. */
function openingPart(texts: LocaleTexts, status: Status): Markup {
  const reason = whyNotOpen(texts, status);
  if (status.phase === 'closed' && texts.outcome !== null) return blocks(reason);
  const notice = reason.length === 0 ? null : html`<div class="notice">${blocks(reason)}</div>`;
  return html`${notice}
${blocks(summaryIn(texts, status))}`;
}
