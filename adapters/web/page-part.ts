import type { PagePart } from '../../src/channel/adapter.js';
import { COMMANDS } from '../../src/conversation/event.js';
import { isolated } from '../../src/conversation/phrase.js';
import { escapeHtml } from '../../src/petition/html.js';
import type { Locale, Petition } from '../../src/petition/petition.js';
import type { Words } from '../../src/petition/words.js';
import type { ChatWords } from './client/answer.js';

/** The content names this source where it counts what supporters pass on. */
const SHARED = 'share';

/**
 * The chat as it stands in the page before anything has happened. What the script needs is here already, so that
 * nothing moves when it comes; where there are no scripts, the page hides the part and says so.
 * @param settings `preview`: the whole channel is one, and runs on the reader's own computer; `publicUrl`: where the
 *   chat can be used, beside this computer
 */
export function pagePart(
  petition: Petition,
  locale: Locale,
  { preview, publicUrl }: { readonly preview: boolean; readonly publicUrl: string | null },
): PagePart {
  const { words } = petition.texts(locale);
  const handedOver: ChatWords = {
    ...clientWords(words),
    elsewhere: words.say('chat-elsewhere', { address: isolated(publicUrl ?? 'localhost') }),
    sharedQuery: petition.settings.sources.includes(SHARED) ? `?source=${SHARED}` : '',
  };
  const labels = COMMANDS.map((command) => ({ command, label: words.say(`command-${command}`) }));
  return {
    anchor: 'chat',
    scripts: ['/chat/chat.js'],
    styles: ['/chat/chat.css'],
    html: `<section id="chat" class="part chat" aria-labelledby="chat-heading" data-words="${escapeHtml(JSON.stringify(handedOver))}">
<h2 id="chat-heading">${escapeHtml(words.say('chat-heading'))}</h2>
<p class="notice">${escapeHtml(words.say(preview ? 'page-preview' : 'preview-notice'))}</p>
<p data-intro>${escapeHtml(words.say('chat-intro'))}</p>
<div class="log" role="log" aria-label="${escapeHtml(words.say('chat-log'))}" data-log></div>
<p data-begin><button type="button" class="action" data-command="sign">${escapeHtml(words.say('chat-begin'))}</button></p>
<div class="state" data-state><p role="status"></p></div>
<details class="menu">
<summary>${escapeHtml(words.say('chat-menu'))}</summary>
<ul>
${labels.map(commandItem).join('\n')}
</ul>
</details>
</section>`,
  };
}

/** The command's own name, as the texts say it in every language, and what it does, in the reader's. */
function commandItem({ command, label }: { readonly command: string; readonly label: string }): string {
  return `<li><button type="button" data-command="${command}"><code dir="ltr">${command}</code> <span>${escapeHtml(label)}</span></button></li>`;
}

function clientWords(words: Words): Omit<ChatWords, 'elsewhere' | 'sharedQuery'> {
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
