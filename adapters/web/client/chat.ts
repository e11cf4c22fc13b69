import type { ChatAction, ChatEvent, ChatMessage, ChatWords } from './answer.js';
import { button, element } from './elements.js';
import { retire, showMessage } from './message.js';
import type { PassedOn } from './pass-on.js';
import { eventOf, type Sent, send } from './send.js';

/** An answer that comes sooner needs no word on waiting. */
const WORKING_AFTER_MS = 400;

/** A conversation that this tab was in the midst of is taken up again when the page is loaded again. */
const IN_CONVERSATION = 'petition-chat';

const chat = document.querySelector<HTMLElement>('.chat[data-words]');
if (chat !== null) run(chat, JSON.parse(chat.dataset.words ?? '{}'));

function run(chat: HTMLElement, words: ChatWords): void {
  const log = find(chat, '[data-log]');
  const state = find(chat, '[data-state]');
  const status = find(chat, '[data-state] [role=status]');
  const actions = { words, act, tell };
  let busy = false;

  chat.addEventListener('click', ({ target }) => {
    const pressed = target instanceof Element ? target.closest<HTMLElement>('[data-command]') : null;
    const command = pressed?.dataset.command;
    if (pressed === null || command === undefined) return;
    closeMenu(pressed);
    act(commandAction(command), pressed.querySelector('span')?.textContent ?? pressed.textContent);
  });

  /** One thing at a time: a second press while the first is on its way is the same press. */
  function act(action: ChatAction, label: string): void {
    if (!busy) void deliver(eventOf(action), label);
  }

  async function deliver(event: ChatEvent, label: string | null): Promise<void> {
    busy = true;
    chat.setAttribute('aria-busy', 'true');
    say('');
    const working = setTimeout(() => say(words.working), WORKING_AFTER_MS);
    const sent = await send(event);
    clearTimeout(working);
    say('');
    chat.removeAttribute('aria-busy');
    busy = false;
    const problem = problemIn(sent);
    if (sent.kind === 'outdated' || sent.kind === 'elsewhere') say(problem ?? '');
    else if (problem !== null) offerRetry(problem, event, label);
    else if (sent.kind === 'answered' && sent.answer.messages.length > 0) show(sent.answer.messages, label);
    // It was handled before, and that answer was lost on its way: the step that it led to is asked for.
    else await deliver(eventOf(commandAction('sign')), label);
  }

  function problemIn(sent: Sent): string | null {
    switch (sent.kind) {
      case 'answered':
        return sent.answer.outcome === 'unsaved' ? words.unconfirmed : null;
      case 'unanswered':
        return words.unconfirmed;
      case 'offline':
        return words.offline;
      case 'too-many':
        return words.tooMany;
      case 'outdated':
        return words.outdated;
      case 'elsewhere':
        return words.elsewhere;
    }
  }

  function show(messages: readonly ChatMessage[], label: string | null): void {
    const [first, ...rest] = messages.map((message) => showMessage(message, actions));
    if (first === undefined) return;
    const takesOver = messages.some(({ role }) => role === 'screen');
    for (const past of log.querySelectorAll(takesOver ? '.message' : '.message.note')) retire(past);
    if (label !== null) log.append(choice(label));
    log.append(first, ...rest);
    find(chat, '[data-begin]').hidden = true;
    find(chat, '[data-intro]').hidden = true;
    // The next Tab is then its first button.
    if (label !== null) first.focus({ preventScroll: true });
    // Somebody who comes back and stands at the top of the page is left there.
    if (label !== null || scrollY > 0 || scrollsItself(log)) reveal(first, log);
    remember();
  }

  /** Said again for those who scroll back; whoever has just pressed it needs no reading of it. */
  function choice(label: string): HTMLElement {
    const you = element('span', { class: 'unseen' }, `${words.you} `);
    return element('p', { class: 'choice', dir: 'auto', 'aria-live': 'off' }, you, label);
  }

  /** The same event again, by a press or as soon as there is a network. */
  function offerRetry(problem: string, event: ChatEvent, label: string | null): void {
    say(problem);
    const again = button(words.retry, 'action plain', () => {
      if (!busy) void deliver(event, label);
    });
    state.append(again);
    window.addEventListener('online', () => again.isConnected && again.click(), { once: true });
  }

  function say(text: string): void {
    state.querySelector('button')?.remove();
    status.textContent = text;
  }

  function tell(result: PassedOn): void {
    if (result === 'cancelled') return;
    say({ shared: words.shared, copied: words.copied, failed: words.copyFailed }[result]);
  }

  if (remembered()) void deliver(eventOf(commandAction('sign')), null);
}

/** Shows a message from its beginning: in the log where that scrolls by itself, else in the page. */
function reveal(message: HTMLElement, log: HTMLElement): void {
  const behavior = matchMedia('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth';
  if (scrollsItself(log)) log.scrollTo({ top: message.offsetTop, behavior });
  else message.scrollIntoView({ block: 'start', behavior });
}

function scrollsItself(log: HTMLElement): boolean {
  return getComputedStyle(log).overflowY === 'auto';
}

/** The code of the link that led here goes with the beginning; the server knows which ones count. */
function commandAction(command: string): ChatAction {
  const source = new URLSearchParams(location.search).get('source');
  return {
    kind: 'command',
    command,
    ...(source === null || command !== 'sign' ? {} : { source: source.slice(0, 64) }),
  };
}

/** Closes the menu that a button is in; the focus stays where it can be seen until the answer takes it. */
function closeMenu(pressed: HTMLElement): void {
  const menu = pressed.closest('details');
  if (menu === null) return;
  menu.open = false;
  menu.querySelector('summary')?.focus();
}

function find(within: HTMLElement, selector: string): HTMLElement {
  const found = within.querySelector<HTMLElement>(selector);
  if (found === null) throw new Error(`the page has no ${selector}`);
  return found;
}

/** Browsers may refuse to keep anything: then a conversation is taken up by its button. */
function remembered(): boolean {
  try {
    return sessionStorage.getItem(IN_CONVERSATION) !== null;
  } catch {
    return false;
  }
}

function remember(): void {
  try {
    sessionStorage.setItem(IN_CONVERSATION, 'yes');
  } catch {
    // Nothing is lost.
  }
}
