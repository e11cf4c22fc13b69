import type { Adapter, PagePart } from '../channel/adapter.js';
import type { LocaleTexts } from '../petition/petition.js';
import { html, type Markup } from './markup.js';

/**
 * The ways to join: the chat on this page, and each platform that has an invitation.
 * @param about.open false while nobody can sign: then the ways lead to reading, and to taking a signature back
 * @param about.named the petition's name where the bot has several
 */
export function joinPart(
  { locale, words }: LocaleTexts,
  adapters: readonly Adapter[],
  parts: readonly PagePart[],
  { open, named }: { readonly open: boolean; readonly named: string | null },
): Markup {
  const label = words.say(open ? 'page-join-chat' : 'page-join-chat-reading');
  const here = parts.map(({ anchor }) => wayItem({ url: `#${anchor}`, label, className: 'needs-script' }));
  const elsewhere = adapters
    .flatMap((adapter) => adapter.invitation(locale, named ?? undefined) ?? [])
    .map(({ url, label }) => wayItem({ url, label, className: null }));
  const ways = [...here, ...elsewhere];
  // Where nobody can sign, there is no need to say that there is no place to sign.
  if (ways.length === 0 && !open) return html``;
  return html`<section class="${elsewhere.length === 0 && here.length > 0 ? 'join only-here' : 'join'}">
<h2>${words.say(open ? 'page-join-heading' : 'page-join-heading-reading')}</h2>
${ways.length === 0 ? html`<p>${words.say('page-join-none')}</p>` : html`<ul class="ways">${ways}</ul>`}
</section>`;
}

function wayItem(way: {
  readonly url: string;
  readonly label: string;
  readonly className: string | null;
}): Markup {
  const link = html`<a class="action" href="${way.url}" rel="noreferrer">${way.label}</a>`;
  return way.className === null ? html`<li>${link}</li>` : html`<li class="${way.className}">${link}</li>`;
}
