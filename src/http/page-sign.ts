import type { Adapter, PagePart } from '../channel/adapter.js';
import { isolated } from '../petition/isolate.js';
import type { LocaleTexts } from '../petition/petition.js';
import { html, type Markup } from './markup.js';
import { qrCode } from './qr-code.js';

/** The id of the list of other platforms, for the link to it. */
const OTHERS = 'other-places';

/** A place where people can sign; while nobody can sign, they can read there, or take a signature back. */
interface Way {
  /** On a button. */
  readonly label: string;
  /** The platform's name; null for the chat on this page. */
  readonly platform: string | null;
  /** Null if people find the way only on the platform itself. */
  readonly url: string | null;
  /** What follows; empty for the chat on this page, which says it itself. */
  readonly how: string;
}

/** All places where people can sign. */
export interface Ways {
  readonly open: boolean;
  /** Where the page's main button leads: the first platform that a link leads to, else the chat on this page. */
  readonly main: Way | null;
  readonly others: readonly Way[];
}

/**
 * Where people can sign.
 * @param about.open false while nobody can sign
 * @param about.named the petition's name where the bot has several: links then name it
 * @param about.source where the page's reader came from: links into a conversation pass it on
 */
export function waysToSign(
  { locale, words }: LocaleTexts,
  adapters: readonly Adapter[],
  parts: readonly PagePart[],
  {
    open,
    named,
    source,
  }: { readonly open: boolean; readonly named: string | null; readonly source: string | null },
): Ways {
  const petition = named ?? undefined;
  const platforms = adapters.flatMap((adapter): Way[] => {
    const invitation = adapter.invitation(locale, petition);
    if (invitation === null) return [];
    const { label: platform, how } = invitation;
    const label = words.say(open ? 'page-sign-on' : 'page-read-on', { platform });
    const fromThere = source === null ? null : adapter.conversationLink?.(source, petition);
    return [{ label, platform, url: fromThere ?? invitation.url, how }];
  });
  const here = parts.map(({ anchor }): Way => {
    const label = words.say(open ? 'page-join-chat' : 'page-join-chat-reading');
    return { label, platform: null, url: `#${anchor}`, how: '' };
  });
  // Beside platforms, the chat on the page is for trying out: what is signed there doesn't count.
  const main = (platforms.length > 0 ? platforms.find(({ url }) => url !== null) : here[0]) ?? null;
  return { open, main, others: platforms.filter((way) => way !== main) };
}

/** The main button beside the total, what follows a press, and a code for people who sit at a desk. */
export function actPart(texts: LocaleTexts, minutes: number, { open, main, others }: Ways): Markup {
  if (!open) return html``;
  const { words } = texts;
  if (main === null) {
    return others.length === 0 ? html`<p>${words.say('page-join-none')}</p>` : placesList(others);
  }
  const { platform, url } = main;
  const elsewhere = others.flatMap((way) => (way.platform === null ? [] : [isolated(way.platform)]));
  return html`<div class="${placeOf(main)}">
<p class="act" data-act>${buttonTo(main)}</p>
${howPart(texts, minutes, main)}
</div>
${platform === null || url === null ? null : html`<div class="scan">${qrCode(url, words.say('page-scan-label', { platform }))}<p>${words.say('page-scan')}</p></div>`}
${elsewhere.length === 0 ? null : html`<p class="small also"><a href="#${OTHERS}">${words.say('page-also', { platforms: words.formats.list(elsewhere) })}</a></p>`}`;
}

/** The same button after the letter, and every other place. On a phone, this button is fixed to the bottom of the screen. */
export function againPart(texts: LocaleTexts, minutes: number, ways: Ways): Markup {
  const { open, main, others } = ways;
  if (main === null && others.length === 0) return html``;
  const heading = html`<h2 id="again-heading">${texts.words.say(open ? 'page-join-heading' : 'page-join-heading-reading')}</h2>`;
  const act =
    main === null
      ? null
      : open
        ? html`<p class="act bar" data-bar>${buttonTo(main)}</p>
${howPart(texts, minutes, main)}`
        : html`<p class="act">${buttonTo(main, 'action soft')}</p>`;
  const place = main === null ? '' : placeOf(main);
  return html`<section class="again ${others.length === 0 ? place : ''}" aria-labelledby="again-heading">
${heading}
${act}
${others.length === 0 ? null : placesList(others, OTHERS)}
</section>`;
}

/** A button to the chat on the page is of use only with scripts, and only where the chat isn't beside the text. */
function placeOf({ platform }: Way): string {
  return platform === null ? 'only-here needs-script' : '';
}

function buttonTo({ url, label }: Way, look = 'action'): Markup {
  return html`<a class="${look}" href="${url}" rel="noreferrer">${label}</a>`;
}

function howPart({ words }: LocaleTexts, minutes: number, { how, platform }: Way): Markup | null {
  return platform === null ? null : html`<p class="how">${how} ${words.say('page-takes', { minutes })}</p>`;
}

/** @param id for links to the list */
function placesList(ways: readonly Way[], id: string | null = null): Markup {
  return html`<ul class="places"${id === null ? null : html` id="${id}"`}>
${ways.map(placeItem)}</ul>`;
}

function placeItem({ platform, how, url, label }: Way): Markup {
  const link = url === null ? null : html`\n<p><a href="${url}" rel="noreferrer">${label}</a></p>`;
  return html`<li><strong>${platform}</strong>\n<p>${how}</p>${link}</li>\n`;
}
