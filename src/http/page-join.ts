import type { Adapter, PagePart } from '../channel/adapter.js';
import type { LocaleTexts } from '../petition/petition.js';
import { html, type Markup } from './markup.js';

/**
 * The ways to join: the chat on this page, and each platform that has an invitation.
 * @param open false while nobody can sign: the ways stay, so that people can read or withdraw, but we don't
 * ask anyone to sign
 */
export function joinPart(
  { locale, words }: LocaleTexts,
  adapters: readonly Adapter[],
  parts: readonly PagePart[],
  open: boolean,
): Markup {
  const here = parts.map(({ anchor }) =>
    wayItem({ url: `#${anchor}`, label: words.say('page-join-chat'), className: 'needs-script' }),
  );
  const elsewhere = adapters
    .flatMap((adapter) => adapter.invitation(locale) ?? [])
    .map(({ url, label }) => wayItem({ url, label, className: null }));
  const ways = [...here, ...elsewhere];
  return html`<section class="${elsewhere.length === 0 && here.length > 0 ? 'join only-here' : 'join'}">
${open ? html`<h2>${words.say('page-join-heading')}</h2>` : null}
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
