import { TelegramError } from 'telegraf';

/**
 * Why a call to Telegram failed. `code` is for the log: it holds nothing of the error's message, which can hold the
 * token and what a person wrote.
 */
export type Failure =
  /** Too many calls: none before so many seconds have passed. */
  | { readonly kind: 'limited'; readonly code: string; readonly seconds: number }
  /** It was so already, or nobody waits for it any more: as good as done. */
  | { readonly kind: 'settled'; readonly code: string }
  /** The message is gone, or can't be changed. */
  | { readonly kind: 'uneditable'; readonly code: string }
  /** This person blocked the bot, or this chat is gone: nothing can be sent there. */
  | { readonly kind: 'closed'; readonly code: string }
  /** The token is not, or no longer, good. */
  | { readonly kind: 'unauthorised'; readonly code: string }
  /** Somebody else polls with the same token, or a webhook is set. */
  | { readonly kind: 'conflict'; readonly code: string }
  /** Telegram understood the call and will never carry it out. */
  | { readonly kind: 'refused'; readonly code: string }
  /** Telegram is away, or the way to it: worth another try. */
  | { readonly kind: 'away'; readonly code: string };

/** What Telegram means by some of its errors 400, which share one number. */
const MEANINGS: readonly (readonly [RegExp, 'settled' | 'uneditable' | 'closed', string])[] = [
  [/message is not modified/i, 'settled', 'not-modified'],
  [/query is too old|query id is invalid/i, 'settled', 'query-too-old'],
  [/message to edit not found|message can't be edited|message_id_invalid/i, 'uneditable', 'uneditable'],
  [
    /chat not found|user is deactivated|peer_id_invalid|bot was kicked|not enough rights|have no rights|chat_write_forbidden|upgraded to a supergroup|topic_closed|message thread not found/i,
    'closed',
    'chat-closed',
  ],
];

/** Where Telegram does not say how long to wait. */
const DEFAULT_WAIT_SECONDS = 5;

/** About three weeks: what Node.js's timers can hold. */
const LONGEST_WAIT_SECONDS = 2_000_000;

/** The code of a conflict with a webhook: updates are not given out as long as one is set. */
export const WEBHOOK_ACTIVE = 'webhook-active';

/** The code of an answer that is not what the Bot API answers with. */
export const UNREADABLE = 'unreadable';

/** Whoever answered is no Bot API, or another than we know. */
export class Unreadable extends Error {
  override readonly name = 'Unreadable';
  constructor(options?: ErrorOptions) {
    super('an answer could not be read', options);
  }
}

/** Says what an error of telegraf's means; null for an error that comes from elsewhere, such as a mistake of ours. */
export function failureOf(error: unknown): Failure | null {
  if (error instanceof TelegramError) return refusalOf(error);
  if (error instanceof Unreadable) return { kind: 'away', code: UNREADABLE };
  if (!(error instanceof Error)) return null;
  // node-fetch's errors, which telegraf passes on: it exports no classes for them.
  if (error.name === 'AbortError') return { kind: 'away', code: 'timeout' };
  if (error.name !== 'FetchError') return null;
  if ('code' in error && typeof error.code === 'string') return { kind: 'away', code: error.code };
  return { kind: 'away', code: UNREADABLE };
}

function refusalOf(error: TelegramError): Failure {
  const status = error.code;
  const code = `telegram-${status}`;
  if (status === 429) {
    return { kind: 'limited', code, seconds: waitOf(error.parameters?.retry_after) };
  }
  if (status === 401) return { kind: 'unauthorised', code };
  if (status === 403) return { kind: 'closed', code };
  if (status === 409) {
    return { kind: 'conflict', code: /webhook/i.test(error.description) ? WEBHOOK_ACTIVE : code };
  }
  if (status >= 500) return { kind: 'away', code };
  const meaning = MEANINGS.find(([pattern]) => pattern.test(error.description));
  return meaning === undefined ? { kind: 'refused', code } : { kind: meaning[1], code: meaning[2] };
}

/** How long to wait, whatever stands there. */
function waitOf(seconds: unknown): number {
  return typeof seconds === 'number' && seconds >= 0
    ? Math.min(seconds, LONGEST_WAIT_SECONDS)
    : DEFAULT_WAIT_SECONDS;
}
