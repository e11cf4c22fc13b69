import { LIST_COMMAND, type PagePart } from '../../src/channel/adapter.js';
import { sharedAddress } from '../../src/channel/shared-address.js';
import { COMMANDS } from '../../src/conversation/event.js';
import { type OpeningButton, openingsOf, whatFollows } from '../../src/conversation/openings.js';
import type { Locale } from '../../src/petition/formats.js';
import { escapeHtml } from '../../src/petition/html.js';
import { isolated } from '../../src/petition/isolate.js';
import type { Petition } from '../../src/petition/petition.js';
import type { Words } from '../../src/petition/words.js';
import type { ChatWords } from './client/answer.js';

/**
 * The chat's HTML before the first message. It contains everything that the script needs, so that nothing
 * moves when the script starts. Without scripts, the page hides this part and says so.
 * @param settings `preview`: the whole channel is one, on the reader's own computer; `publicUrl`: where else
 * people can use the chat
 * @param about.open whether people can sign now
 * @param about.several whether the bot has several petitions: links then name this one, and a command lists all
 */
export function pagePart(
  petition: Petition,
  locale: Locale,
  { preview, publicUrl }: { readonly preview: boolean; readonly publicUrl: string | null },
  { open, several }: { readonly open: boolean; readonly several: boolean },
): PagePart {
  const texts = petition.texts(locale);
  const { words } = texts;
  const handedOver: ChatWords = {
    ...clientWords(words),
    elsewhere: words.say('chat-elsewhere', { address: isolated(publicUrl ?? 'localhost') }),
    page: { petition: petition.id, locale, open },
    preview,
    petition: several ? petition.id : null,
    sharedAddress: sharedAddress(several ? `/p/${petition.id}` : '/', locale, petition.settings.sources),
  };
  const commands = several ? ([...COMMANDS, LIST_COMMAND] as const) : COMMANDS;
  const [first, ...others] = openingsOf(texts).map(openingButton);
  const labels = commands.map((command) => ({ command, label: words.say(`command-${command}`) }));
  return {
    anchor: 'chat',
    scripts: ['/chat/chat.js'],
    styles: ['/chat/chat.css', '/chat/panel.css'],
    html: `<section id="chat" class="part chat" aria-labelledby="chat-heading" data-words="${escapeHtml(JSON.stringify(handedOver))}">
<h2 id="chat-heading">${escapeHtml(words.say(open ? 'chat-heading' : 'chat-heading-reading'))}</h2>
<p class="notice">${escapeHtml(words.say(preview ? 'page-preview' : 'preview-notice'))}</p>
<div class="talk">
<div class="log" role="log" aria-label="${escapeHtml(words.say('chat-log'))}" data-log></div>
</div>
<div data-intro>
${open ? `<p>${escapeHtml(words.say('chat-intro'))}</p>` : ''}
<p>${escapeHtml(whatFollows(petition, texts, open))}</p>
</div>
<div class="state" data-state><p role="status"></p></div>
<div class="choices" data-begin>
<div class="main">${first}</div>
<div class="more">${others.join('\n')}</div>
</div>
<div class="choices" data-choices hidden></div>
<details class="menu">
<summary>${escapeHtml(words.say('chat-menu'))}</summary>
<ul>
${labels.map(commandItem).join('\n')}
</ul>
</details>
</section>`,
  };
}

/** A button of the first screen. The page shows the rest of that screen. */
function openingButton({ opening, label }: OpeningButton, index: number): string {
  const look = index === 0 ? 'action' : 'quiet';
  return `<button type="button" class="${look}" data-command="sign" data-opening="${opening}">${escapeHtml(label)}</button>`;
}

/** The command's name, the same in every language, and its explanation in the reader's language. */
function commandItem({ command, label }: { readonly command: string; readonly label: string }): string {
  return `<li><button type="button" data-command="${command}"><code dir="ltr">${command}</code> <span>${escapeHtml(label)}</span></button></li>`;
}

function clientWords(
  words: Words,
): Omit<ChatWords, 'elsewhere' | 'page' | 'preview' | 'petition' | 'sharedAddress'> {
  return {
    you: words.say('chat-you'),
    working: words.say('chat-working'),
    formClose: words.say('chat-form-close'),
    formEmpty: words.say('chat-form-empty'),
    copy: words.say('chat-copy'),
    copyText: words.say('chat-copy-text'),
    copied: words.say('chat-copied'),
    copyFailed: words.say('chat-copy-failed'),
    shared: words.say('chat-shared'),
    retry: words.say('chat-retry'),
    offline: words.say('chat-offline'),
    unconfirmed: `${words.say('unconfirmed')} ${words.say('unconfirmed-once')}`,
    tooMany: words.say('chat-too-many'),
    outdated: words.say('chat-outdated'),
    goal: words.say('page-goal-label'),
  };
}
