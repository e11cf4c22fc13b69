import type { ChatMessage, ChatWords } from './answer.js';
import { element, find } from './elements.js';
import { remember } from './memory.js';
import { choicesOf, type MessageActions, showMessage } from './message.js';
import { reveal, scrollsItself, watchScroll } from './scroll.js';

/** What the chat shows: the messages, and below them the choices of the newest one. */
export interface Panel {
  /** @param label the label of the choice that led to these messages; null if the person chose nothing */
  show(messages: readonly ChatMessage[], label: string | null): void;
  /** Removes every message and choice. The panel is as it was before the conversation. */
  clear(): void;
}

/** What the panel asks of the chat. */
interface PanelActions extends MessageActions {
  /** Forgets the conversation, which the person has ended. */
  ended(): void;
}

export function createPanel(chat: HTMLElement, actions: PanelActions): Panel {
  const { words } = actions;
  const log = find(chat, '[data-log]');
  const choices = find(chat, '[data-choices]');
  const before = [find(chat, '[data-begin]'), find(chat, '[data-intro]')];
  watchScroll(log, find(chat, '.talk'));

  function clear(): void {
    log.replaceChildren();
    choices.replaceChildren();
    beginOrTalk(false);
    delete document.documentElement.dataset.signed;
  }

  function beginOrTalk(talking: boolean): void {
    chat.toggleAttribute('data-talking', talking);
    choices.hidden = !talking;
    for (const part of before) part.hidden = talking;
  }

  /** Each message but the last keeps its choices below its text: they are of another petition. */
  function append(messages: readonly ChatMessage[]): HTMLElement[] {
    return messages.map((message, index) => {
      const shown = showMessage(message, actions);
      const offered = choicesOf(message, shown, actions);
      if (index < messages.length - 1) shown.append(...offered);
      else if (offered.length > 0) choices.replaceChildren(...offered);
      log.append(shown);
      return shown;
    });
  }

  function show(messages: readonly ChatMessage[], label: string | null): void {
    const ended = messages.some((message) => message.ended);
    if (ended) clear();
    for (const past of log.querySelectorAll('.message > :is(.main, .more)')) past.remove();
    if (label !== null && !ended) log.append(choice(label, words));
    const [first] = append(messages);
    if (first === undefined) return;
    beginOrTalk(true);
    // So that the next Tab reaches its first button.
    if (label !== null) first.focus({ preventScroll: true });
    // We don't scroll a person who returns and is at the top of the page.
    if (label !== null || scrollY > 0 || scrollsItself(log)) reveal(first, log);
    if (ended) actions.ended();
    else remember();
    // The page then asks for no signature.
    if (words.preview && messages.some((message) => message.signed && isAbout(message, words))) {
      document.documentElement.dataset.signed = '';
    }
  }

  return { show, clear };
}

/** A chat with several petitions can show another one than the page. */
function isAbout({ petition }: ChatMessage, { page }: ChatWords): boolean {
  return petition === undefined || petition === page.petition;
}

/** The chosen label in the log, for people who scroll back. It is not announced to the person who just pressed it. */
function choice(label: string, words: ChatWords): HTMLElement {
  const you = element('span', { class: 'unseen' }, `${words.you} `);
  return element('p', { class: 'choice', dir: 'auto', 'aria-live': 'off' }, you, label);
}
