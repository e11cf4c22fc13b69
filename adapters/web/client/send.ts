import type { ChatAction, ChatAnswer, ChatEvent } from './answer.js';

/** What became of an event on its way. */
export type Sent =
  | { readonly kind: 'answered'; readonly answer: ChatAnswer }
  /** The browser says that there is no network. */
  | { readonly kind: 'offline' }
  /** No answer, although tried several times: it may have been saved or not. */
  | { readonly kind: 'unanswered' }
  | { readonly kind: 'too-many' }
  /** The server does not understand this page any more. */
  | { readonly kind: 'outdated' }
  /** The server does not know the page's address as its own. */
  | { readonly kind: 'elsewhere' };

/** Waits between tries, in milliseconds: a dropped packet, a restart, a slow database. */
const PAUSES = [500, 1_500, 4_000];

/** A try that takes longer is given up; the same event is then sent again. */
const TIMEOUT_MS = 15_000;

/** One action under an id of its own: however often it is sent, it counts once. */
export function eventOf(action: ChatAction): ChatEvent {
  return { id: randomUuid(), action };
}

/** Browsers have `crypto.randomUUID` on https and on this computer only; a preview is shown in a home network too. */
function randomUuid(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20)}`;
}

/** Sends an event until it is answered, a few times. */
export async function send(event: ChatEvent): Promise<Sent> {
  let last: Sent = { kind: 'unanswered' };
  for (const pause of [...PAUSES, null]) {
    last = await attempt(event);
    const settled = last.kind === 'answered' ? last.answer.outcome !== 'unsaved' : last.kind !== 'unanswered';
    if (settled || pause === null) return last;
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
  return last;
}

async function attempt(event: ChatEvent): Promise<Sent> {
  try {
    const response = await fetch('/chat/events', {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        // The language of the page first: whoever reads it in Arabic begins in Arabic.
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

/** Our own server's answer; a proxy's error page in its place is no answer. */
async function answerIn(response: Response): Promise<ChatAnswer> {
  const answer: ChatAnswer = await response.json();
  if (!Array.isArray(answer.messages)) throw new TypeError('not an answer of the chat');
  return answer;
}
