import { telegramShare, withQuery } from '../channel/share-links.js';
import type { LocaleTexts } from '../petition/petition.js';
import type { Status } from '../petition/status.js';
import { shareText } from '../petition/status-texts.js';
import { html, type Markup } from './markup.js';

/**
 * What people can pass on, and the ways to do it. The links open the visitor's own apps, and nothing is loaded from
 * others. The page's script adds copying, and the device's own window for sharing where there is one.
 * @param url see `sharedAddress`
 */
export function sharePart(texts: LocaleTexts, status: Status, url: string): Markup {
  const { words, headline } = texts;
  const text = shareText(texts, status);
  // The lines of a mail end with CR and LF (RFC 6068, section 5).
  const mail = withQuery('mailto:', { subject: headline, body: `${text}\r\n\r\n${url}` });
  const link = (label: string, address: string) =>
    html`<li><a class="action soft" href="${address}" rel="noreferrer">${label}</a></li>`;
  return html`<section class="pass-on" aria-labelledby="share-heading" data-share-text="${text}" data-share-url="${url}" data-copied="${words.say('chat-copied')}" data-failed="${words.say('chat-copy-failed')}" data-shared="${words.say('chat-shared')}">
<h2 id="share-heading">${words.say('page-share-heading')}</h2>
<p>${words.say('page-share-intro')}</p>
<blockquote class="shared"><p>${text}</p><p dir="ltr">${url}</p></blockquote>
<ul class="ways">
<li hidden><button type="button" class="action" data-share>${words.say('page-share-device')}</button></li>
<li class="needs-script"><button type="button" class="action soft" data-copy>${words.say('chat-copy-text')}</button></li>
${link('Telegram', telegramShare(url, text))}
${link('WhatsApp', withQuery('https://wa.me/', { text: `${text}\n${url}` }))}
${link(words.say('page-share-email'), mail)}
</ul>
<p class="small" role="status" data-share-status></p>
</section>`;
}
