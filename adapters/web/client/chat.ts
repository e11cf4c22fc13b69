import type { ChatAction, ChatEvent, ChatWords } from './answer.js';
import { button, find } from './elements.js';
import { forget, isRemembered, onEndElsewhere } from './memory.js';
import { closeMenu, watchMenu } from './menu.js';
import { createPanel } from './panel.js';
import type { PassedOn } from './pass-on.js';
import { eventOf, type Sent, send } from './send.js';

/** Faster answers need no waiting message. */
const WORKING_AFTER_MS = 400;

const chat = document.querySelector<HTMLElement>('.chat[data-words]');
if (chat !== null) run(chat, JSON.parse(chat.dataset.words ?? '{}'));

function run(chat: HTMLElement, words: ChatWords): void {
  const state = find(chat, '[data-state]');
  const status = find(chat, '[data-state] [role=status]');
  const panel = createPanel(chat, { words, act, tell, ended });
  const tellOtherTabs = onEndElsewhere(() => {
    leave();
    forget();
  });
  const menu = chat.querySelector<HTMLDetailsElement>('.menu');
  /**
   * Aborts when the person leaves the page, or ends the conversation in another tab. Then no answer is shown, and no
   * event is kept for another try.
   */
  let visit = new AbortController();
  /** Ends the offer to send the last event again, which may hold a name. */
  let offer = new AbortController();
  let busy = false;

  if (menu !== null) watchMenu(menu);
  chat.addEventListener('click', ({ target }) => {
    const pressed = target instanceof Element ? target.closest<HTMLElement>('[data-command]') : null;
    const { command, opening } = pressed?.dataset ?? {};
    if (pressed === null || command === undefined) return;
    // The focus moves to a visible element until the answer takes it.
    if (menu?.contains(pressed)) closeMenu(menu);
    const label = pressed.querySelector('span')?.textContent ?? pressed.textContent;
    act(commandAction(command, words.petition), label, opening);
  });

  /** One action at a time: a second press before the answer counts as the first. */
  function act(action: ChatAction, label: string, opening?: string): void {
    if (!busy) void deliver(eventOf(action, words.page, opening), label);
  }

  async function deliver(event: ChatEvent, label: string | null): Promise<void> {
    const { signal } = visit;
    busy = true;
    chat.setAttribute('aria-busy', 'true');
    say('');
    const working = setTimeout(() => say(words.working), WORKING_AFTER_MS);
    signal.addEventListener('abort', () => clearTimeout(working));
    const sent = await send(event, signal);
    clearTimeout(working);
    if (signal.aborted) return;
    say('');
    chat.removeAttribute('aria-busy');
    busy = false;
    const problem = problemIn(sent);
    if (sent.kind === 'outdated' || sent.kind === 'elsewhere') say(problem ?? '');
    else if (problem !== null) offerRetry(problem, event, label);
    else if (sent.kind === 'answered' && sent.answer.messages.length > 0) {
      panel.show(sent.answer.messages, label);
    }
    // The event was handled, but its answer was lost. `sign` asks for the current step.
    else await resume(label);
  }

  function resume(label: string | null): Promise<void> {
    return deliver(eventOf(commandAction('sign', words.petition), words.page), label);
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

  /** Offers to send the same event again: by a press, or when the network returns. */
  function offerRetry(problem: string, event: ChatEvent, label: string | null): void {
    say(problem);
    const again = button(words.retry, 'quiet', () => {
      if (!busy) void deliver(event, label);
    });
    state.append(again);
    window.addEventListener('online', () => again.click(), { once: true, signal: offer.signal });
  }

  function say(text: string): void {
    offer.abort();
    offer = new AbortController();
    state.querySelector('button')?.remove();
    status.textContent = text;
  }

  function tell(result: PassedOn): void {
    if (result === 'cancelled') return;
    say({ shared: words.shared, copied: words.copied, failed: words.copyFailed }[result]);
  }

  function ended(): void {
    forget();
    tellOtherTabs();
  }

  /** Nothing of the conversation stays on the page, also not what was to be sent again. */
  function leave(): void {
    visit.abort();
    visit = new AbortController();
    busy = false;
    chat.removeAttribute('aria-busy');
    say('');
    panel.clear();
  }

  // The browser may keep the page as it is, for "Back". A person who comes back gets the current step from the server.
  window.addEventListener('pagehide', leave);
  window.addEventListener('pageshow', ({ persisted }) => {
    if (persisted && isRemembered()) void resume(null);
  });
  if (isRemembered()) void resume(null);
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
