import { html, type Markup } from '../../src/http/markup.js';
import type { ShownMessage } from '../fakes/telegram/chats.js';
import type { Entity, FormattedText } from '../fakes/telegram/html.js';
import type { InlineButton } from '../fakes/telegram/keyboard.js';

/** A private chat with the bot on a phone. */
export interface TelegramChat {
  /** The language of the phone. */
  readonly locale: string;
  readonly botName: string;
  /** What the phone itself says. */
  readonly words: { readonly bot: string; readonly menu: string; readonly write: string };
  readonly messages: readonly ShownMessage[];
  readonly time: string;
}

/** What Telegram's apps make live by themselves: commands, web addresses, e-mail addresses. */
const LIVE = /(?<![\w/<>])\/\w{1,64}(?![\w/<>])|https?:\/\/[^\s\u2069]+|[\w.+-]+@[\w-]+\.[\w.-]+\w/g;

/** A chat as Telegram's apps show it, near enough to be recognised. */
export function telegramChat(chat: TelegramChat): Markup {
  const { locale, botName, words, messages, time } = chat;
  return html`<section class="telegram" lang="${locale}" dir="${locale === 'ar' ? 'rtl' : 'ltr'}">
    <header><span class="back">‹</span><span class="avatar">${botName.slice(0, 1)}</span>
      <span class="name"><b>${botName}</b><small>${words.bot}</small></span><span class="platform">Telegram</span></header>
    <main>${messages.map((message) => telegramMessage(message, time))}</main>
    <footer><span class="menu">${words.menu}</span><span class="field">${words.write}</span></footer>
  </section>`;
}

/**
 * One message with its keyboard.
 * @throws Error for what we do not know how to show
 */
export function telegramMessage(message: ShownMessage, time: string): Markup {
  if (message.photo !== undefined) throw new Error(`unknown in a picture: the photo ${message.photo}`);
  const rows = message.keyboard.map((row) => html`<div class="row">${row.map(button)}</div>`);
  return html`<article class="${message.fromBot ? 'in' : 'out'}">
    <div class="bubble"><div class="words">${formatted(message)}</div><time>${time}</time></div>
    ${rows.length === 0 ? null : html`<div class="keyboard">${rows}</div>`}
  </article>`;
}

function button({ text, callback_data, url, copy_text }: InlineButton): Markup {
  const sign = url !== undefined ? '↗' : copy_text !== undefined ? '⧉' : null;
  if (sign === null && callback_data === undefined) throw new Error(`“${text}” does nothing`);
  return html`<span class="button"><bdi>${text}</bdi>${sign === null ? null : html`<i>${sign}</i>`}</span>`;
}

/** A text with its entities. Those that begin earlier come first, and the outer ones before the inner ones. */
function formatted({ text, entities }: FormattedText): readonly Markup[] {
  const [first, ...others] = entities.toSorted(
    (one, other) =>
      one.offset - other.offset || other.length - one.length || Number(isBlock(other)) - Number(isBlock(one)),
  );
  if (first === undefined) return plain(text);
  const { offset, length } = first;
  const end = offset + length;
  const inner = others.filter((one) => one.offset < end);
  // A block has a line of its own.
  const before = isBlock(first) ? text.slice(0, offset).replace(/\n$/, '') : text.slice(0, offset);
  const next = isBlock(first) && text[end] === '\n' ? end + 1 : end;
  return [
    ...plain(before),
    live(first, formatted({ text: text.slice(offset, end), entities: movedBack(inner, offset) })),
    ...formatted({ text: text.slice(next), entities: movedBack(others.slice(inner.length), next) }),
  ];
}

function movedBack(entities: readonly Entity[], by: number): readonly Entity[] {
  return entities.map((one) => ({ ...one, offset: one.offset - by }));
}

function isBlock({ type }: Entity): boolean {
  return type === 'blockquote' || type === 'pre';
}

function live({ type }: Entity, inner: readonly Markup[]): Markup {
  switch (type) {
    case 'bold':
      return html`<b>${inner}</b>`;
    case 'italic':
      return html`<i>${inner}</i>`;
    case 'underline':
      return html`<u>${inner}</u>`;
    case 'strikethrough':
      return html`<s>${inner}</s>`;
    case 'code':
      return html`<code>${inner}</code>`;
    case 'pre':
      return html`<pre>${inner}</pre>`;
    case 'blockquote':
      return html`<blockquote>${inner}</blockquote>`;
    case 'text_link':
      return html`<a>${inner}</a>`;
    default:
      throw new Error(`unknown in a picture: the entity ${type satisfies never}`);
  }
}

function plain(text: string): readonly Markup[] {
  const parts: Markup[] = [];
  let at = 0;
  for (const { 0: found, index } of text.matchAll(LIVE)) {
    parts.push(html`${text.slice(at, index)}<a>${found}</a>`);
    at = index + found.length;
  }
  return [...parts, html`${text.slice(at)}`];
}
