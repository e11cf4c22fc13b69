import type { ChatAction, ChatEvent, ChatMessage, ChatWords } from './answer.js';
import { button, element } from './elements.js';
import { retire, showMessage } from './message.js';
import type { PassedOn } from './pass-on.js';
import { eventOf, type Sent, send } from './send.js';

/** Faster answers need no waiting message. */
const WORKING_AFTER_MS = 400;

/** Marks a tab with a conversation, so that a reload resumes it. */
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
    act(
      commandAction(command, words.petition),
      pressed.querySelector('span')?.textContent ?? pressed.textContent,
    );
  });

  /** One action at a time: a second press before the answer counts as the first. */
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
    // The event was handled, but its answer was lost. `sign` asks for the current step.
    else await deliver(eventOf(commandAction('sign', words.petition)), label);
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
    // So that the next Tab reaches its first button.
    if (label !== null) first.focus({ preventScroll: true });
    // We don't scroll a person who returns and is at the top of the page.
    if (label !== null || scrollY > 0 || scrollsItself(log)) reveal(first, log);
    remember();
  }

  /**
   * The chosen label in the log, for people who scroll back. It is not announced to the person who just
   * pressed it.
   */
  function choice(label: string): HTMLElement {
    const you = element('span', { class: 'unseen' }, `${words.you} `);
    return element('p', { class: 'choice', dir: 'auto', 'aria-live': 'off' }, you, label);
  }

  /** Offers to send the same event again: by a press, or when the network returns. */
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

  if (remembered()) void deliver(eventOf(commandAction('sign', words.petition)), null);
}

/** Scrolls to the beginning of a message: in the log if the log scrolls, else in the page. */
function reveal(message: HTMLElement, log: HTMLElement): void {
  const behavior = matchMedia('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth';
  if (scrollsItself(log)) log.scrollTo({ top: message.offsetTop, behavior });
  else message.scrollIntoView({ block: 'start', behavior });
}

function scrollsItself(log: HTMLElement): boolean {
  return getComputedStyle(log).overflowY === 'auto';
}

/** The first command carries what a link would: the page's petition, and the source code. The server decides which count. */
function commandAction(command: string, petition: string | null): ChatAction {
  const source = new URLSearchParams(location.search).get('source');
  const link = [petition, source].filter((part) => part !== null).join('-');
  return {
    kind: 'command',
    command,
    ...(link === '' || command !== 'sign' ? {} : { source: link.slice(0, 64) }),
  };
}

/** Closes the button's menu. The focus moves to a visible element until the answer takes it. */
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

/** Some browsers refuse to store anything. Then the person resumes with the button. */
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
    // The person can still resume with the button.
  }
}
