import { TelegramError } from 'telegraf';

/**
 * Why a call to Telegram failed. `code` is for the log. It contains nothing of the error's message, which can
 * contain the token and a person's text.
 */
export type Failure =
  /** Too many calls: wait this many seconds before the next one. */
  | { readonly kind: 'limited'; readonly code: string; readonly seconds: number }
  /** Already so, or too late to matter: counts as done. */
  | { readonly kind: 'settled'; readonly code: string }
  /** The message is gone, or can't be edited. */
  | { readonly kind: 'uneditable'; readonly code: string }
  /** The person blocked the bot, or the chat is gone: it can get no messages. */
  | { readonly kind: 'closed'; readonly code: string }
  /** The group has become a supergroup with another id. */
  | { readonly kind: 'moved'; readonly code: string; readonly chatId: number }
  /** The token is not valid, or no longer. */
  | { readonly kind: 'unauthorised'; readonly code: string }
  /** Another program polls with the same token, or a webhook is set. */
  | { readonly kind: 'conflict'; readonly code: string }
  /** Telegram understood the call and refuses it for good. */
  | { readonly kind: 'refused'; readonly code: string }
  /** Telegram can't be reached: worth a retry. */
  | { readonly kind: 'away'; readonly code: string };

/** The meanings of some errors that all have the status 400. */
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

/** The wait if Telegram names none. */
const DEFAULT_WAIT_SECONDS = 5;

/** About three weeks: Node.js's timers can't wait longer. */
const MAX_WAIT_SECONDS = 2_000_000;

/** The code of a conflict with a webhook: while one is set, Telegram gives out no updates by polling. */
export const WEBHOOK_ACTIVE = 'webhook-active';

/** The code of an answer that the Bot API does not give. */
export const UNREADABLE = 'unreadable';

/** The answer did not come from a Bot API, or from a version that we don't know. */
export class Unreadable extends Error {
  override readonly name = 'Unreadable';
  constructor(options?: ErrorOptions) {
    super('an answer could not be read', options);
  }
}

/** The meaning of a telegraf error; null for any other error, such as our own bug. */
export function failureOf(error: unknown): Failure | null {
  if (error instanceof TelegramError) return refusalOf(error);
  if (error instanceof Unreadable) return { kind: 'away', code: UNREADABLE };
  if (!(error instanceof Error)) return null;
  // telegraf passes on node-fetch's errors and exports no classes for them.
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
  // It was sent, and a rule of the chat or another bot has removed it. Sending it again would do the same.
  if (/immediately deleted/i.test(error.description)) return { kind: 'settled', code: 'deleted-at-once' };
  if (status >= 500) return { kind: 'away', code };
  const movedTo = error.parameters?.migrate_to_chat_id;
  if (typeof movedTo === 'number') return { kind: 'moved', code: 'moved', chatId: movedTo };
  const meaning = MEANINGS.find(([pattern]) => pattern.test(error.description));
  return meaning === undefined ? { kind: 'refused', code } : { kind: meaning[1], code: meaning[2] };
}

/** The seconds to wait; checks Telegram's value. */
function waitOf(seconds: unknown): number {
  return typeof seconds === 'number' && seconds >= 0
    ? Math.min(seconds, MAX_WAIT_SECONDS)
    : DEFAULT_WAIT_SECONDS;
}
