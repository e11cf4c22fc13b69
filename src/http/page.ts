import type { Request, RequestHandler } from 'express';
import type { Adapter } from '../channel/adapter.js';
import type { ServedPetition } from '../channel/served-petitions.js';
import { sharedAddress } from '../channel/shared-address.js';
import type { LocaleTexts } from '../petition/petition.js';
import { plainText } from '../petition/plain.js';
import type { Block } from '../petition/rich-text.js';
import type { Status } from '../petition/status.js';
import { closingLines, introduction, summaryIn, whyNotOpen } from '../petition/status-texts.js';
import type { PublishedCount } from '../signatures/public-total.js';
import { campaignHead } from './campaign-head.js';
import { languageOf } from './language.js';
import { html, type Markup, trusted } from './markup.js';
import { page } from './page-frame.js';
import { sharePart } from './page-share.js';
import { actPart, againPart, waysToSign } from './page-sign.js';
import { aboutPart, blocks, textsPart } from './page-texts.js';
import { sourcesPart, totalPart } from './page-total.js';
import { picturePart } from './picture.js';
import { publicNumber } from './public-number.js';
import { siteOrigin } from './site-origin.js';
import { knownSource, sourceOf } from './source.js';

const STYLES = ['/assets/campaign.css', '/assets/progress.css', '/assets/card.css'];

/** They update the total, share, and move the button on a phone. Without them the page has the same texts and links. */
const SCRIPTS = ['/assets/total.js', '/assets/share.js', '/assets/bar.js'];

/** What a page needs of a petition. */
export type PublishedPetition = Pick<ServedPetition, 'petition' | 'total' | 'status' | 'totalsLog'> & {
  readonly sources: Pick<ServedPetition['sources'], 'accepts'>;
};

export interface PageOptions extends PublishedPetition {
  readonly adapters: readonly Adapter[];
  /** The petition's name where the bot has several: links then name it. */
  readonly named: string | null;
  readonly publicUrl: string | null;
}

/** `GET /` or `GET /p/<name>`: the campaign page. It contains nothing about the visitor. All texts work without a script. */
export function campaignPage(options: PageOptions): RequestHandler {
  const { total } = options;
  return async (request, response) => {
    // Without the number, people can still read the story and the letter.
    const published = await total.read().catch(() => null);
    const status = await options.status.orLastKnown();
    response
      .vary('Accept-Language')
      .set('Cache-Control', 'no-cache')
      .type('html')
      .send(renderPage(options, request, status, published).value);
  };
}

function renderPage(
  { petition, sources, totalsLog = null, adapters, named, publicUrl }: PageOptions,
  request: Request,
  status: Status,
  published: PublishedCount | null,
): Markup {
  const { settings, minutes } = petition;
  const locale = languageOf(request, petition);
  const texts = petition.texts(locale);
  const number = published === null ? null : publicNumber(petition, published);
  const open = status.phase === 'open';
  const parts = adapters.flatMap((adapter) => adapter.pagePart?.(locale, open, named ?? undefined) ?? []);
  const source = sourceOf(request);
  const ways = waysToSign(texts, adapters, parts, {
    open,
    named,
    source: knownSource(source, sources),
  });
  const path = named === null ? '/' : `/p/${named}`;
  const origin = siteOrigin(request, publicUrl);
  const description = firstLine(introduction(texts, status));
  const around = { lastWeek: published?.lastWeek ?? null, goals: settings.goals, named };
  const log = totalsLog === null ? null : `${named === null ? '' : path}/log`;
  return page({
    texts,
    title: texts.headline,
    description,
    head: campaignHead(request, petition, { texts, description, status, published, path, publicUrl }),
    styles: [...STYLES, ...parts.flatMap((part) => part.styles)],
    scripts: [...SCRIPTS, ...parts.flatMap((part) => part.scripts)],
    path,
    languages: petition.locales.map((other) => ({ locale: other, name: petition.texts(other).languageName })),
    source,
    content: html`<main id="petition" class="campaign ${parts.length > 0 ? 'with-part' : 'with-card'}">
<header class="opening">
<h1>${texts.headline}</h1>
<div class="run-by">${blocks(texts.runBy)}</div>
${picturePart(petition, texts)}
${openingPart(texts, status)}
${parts.length === 0 ? null : html`<noscript><p class="notice">${texts.words.say('page-noscript')}</p></noscript>`}
</header>
<div class="card">
${totalPart(around, texts, status, number)}
${blocks(closingLines(texts, status))}
${actPart(texts, minutes, ways)}
${sourcesPart(texts, published?.offsets ?? settings.offset, log)}
</div>
${parts.map((part) => trusted(part.html))}
<article class="texts">
${textsPart(petition, texts)}
</article>
${againPart(texts, minutes, ways)}
${origin === null ? null : sharePart(texts, status, sharedAddress(`${origin}${path}`, locale, settings.sources))}
<footer class="about">
${aboutPart(petition, texts)}
</footer>
</main>`,
  });
}

/** The description for search engines and link previews: the summary's first paragraph as plain text. */
function firstLine([first]: readonly Block[]): string | null {
  return first === undefined ? null : plainText([first]);
}

/** The part below the headline: the reason why nobody can sign, if any, and the summary. An outcome replaces both. */
function openingPart(texts: LocaleTexts, status: Status): Markup {
  const reason = whyNotOpen(texts, status);
  if (status.phase === 'closed' && texts.outcome !== null)
    return html`<div class="lede">${blocks(reason)}</div>`;
  const notice = reason.length === 0 ? null : html`<div class="notice">${blocks(reason)}</div>`;
  return html`${notice}
<div class="lede">${blocks(summaryIn(texts, status))}</div>`;
}
