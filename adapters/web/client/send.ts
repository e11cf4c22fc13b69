import type { ChatAction, ChatAnswer, ChatEvent, ChatPage } from './answer.js';

/** How sending an event ended. */
export type Sent =
  | { readonly kind: 'answered'; readonly answer: ChatAnswer }
  /** The browser has no network. */
  | { readonly kind: 'offline' }
  /** No answer after several tries: the event may or may not be saved. */
  | { readonly kind: 'unanswered' }
  | { readonly kind: 'too-many' }
  /** The server no longer understands this page. */
  | { readonly kind: 'outdated' }
  /** The server does not accept this page's address as its own. */
  | { readonly kind: 'elsewhere' };

/** Pauses between tries, in milliseconds: for a dropped packet, a restart, a slow database. */
const PAUSES = [500, 1_500, 4_000];

/** A try that takes longer is aborted, and the same event is sent again. */
const TIMEOUT_MS = 15_000;

/**
 * Gives an action an id, so that it counts once, however often we send it.
 * @param opening the button of the first screen that the person has pressed on the page
 */
export function eventOf(action: ChatAction, page: ChatPage, opening?: string): ChatEvent {
  return { id: randomUuid(), action, page: { ...page, ...(opening === undefined ? {} : { opening }) } };
}

/**
 * Browsers have `crypto.randomUUID` only on https and localhost, but a preview also runs in a home network.
 */
function randomUuid(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20)}`;
}

/**
 * Sends an event, with a few retries.
 * @param ended once it is aborted, the event is not sent again
 */
export async function send(event: ChatEvent, ended: AbortSignal): Promise<Sent> {
  let last: Sent = { kind: 'unanswered' };
  for (const pause of [...PAUSES, null]) {
    last = await attempt(event);
    const settled = last.kind === 'answered' ? last.answer.outcome !== 'unsaved' : last.kind !== 'unanswered';
    if (settled || pause === null) return last;
    await new Promise((resolve) => setTimeout(resolve, pause));
    if (ended.aborted) return last;
  }
  return last;
}

async function attempt(event: ChatEvent): Promise<Sent> {
  try {
    const response = await fetch('/chat/events', {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        // The page's language first: people who read the page in Arabic begin in Arabic.
        'Accept-Language': [document.documentElement.lang, ...navigator.languages].join(','),
      },
      body: JSON.stringify(event),
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    if (response.status === 403) return { kind: 'elsewhere' };
    if (response.status === 429) return { kind: 'too-many' };
    if (response.status === 200 || response.status === 503) {
      return { kind: 'answered', answer: await answerIn(response) };
    }
    return { kind: response.status < 500 ? 'outdated' : 'unanswered' };
  } catch {
    return { kind: navigator.onLine ? 'unanswered' : 'offline' };
  }
}

/** Our own server's answer; throws for a proxy's error page. */
async function answerIn(response: Response): Promise<ChatAnswer> {
  const answer: ChatAnswer = await response.json();
  if (!Array.isArray(answer.messages)) throw new TypeError('not an answer of the chat');
  return answer;
}
