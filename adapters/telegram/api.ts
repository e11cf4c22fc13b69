import { Agent } from 'node:https';
import { AbortController as TelegrafAbortController } from 'abort-controller';
import { Telegram } from 'telegraf';
import type {
  InlineKeyboardButton,
  InlineQueryResultArticle,
  Telegram as Methods,
  Opts,
} from 'telegraf/types';
import { Unreadable } from './failure.js';

export type Method = keyof Methods;
export type Result<M extends Method> = ReturnType<Methods[M]>;

/** Copies a text when it is pressed: https://core.telegram.org/bots/api#copytextbutton */
interface CopyButton {
  readonly text: string;
  readonly copy_text: { readonly text: string };
}

/** A button under a message. telegraf's types are older than the button that copies. */
export type KeyboardButton = InlineKeyboardButton | CopyButton;

interface Keyboard {
  readonly inline_keyboard: KeyboardButton[][];
}

type WithKeyboard<Sent> = Omit<Sent, 'reply_markup'> & { readonly reply_markup: Keyboard };

/** A message that people can post by inline mode: https://core.telegram.org/bots/api#inlinequeryresultarticle */
export type Article = WithKeyboard<InlineQueryResultArticle>;

interface NewerPayloads {
  readonly sendMessage: WithKeyboard<Opts<'sendMessage'>>;
  readonly editMessageText: WithKeyboard<Opts<'editMessageText'>>;
  readonly answerInlineQuery: Omit<Opts<'answerInlineQuery'>, 'results'> & {
    readonly results: readonly Article[];
  };
}

/** What a method takes. */
export type Payload<M extends Method> = Opts<M> | (M extends keyof NewerPayloads ? NewerPayloads[M] : never);

/** telegraf's client. It passes on payloads that its types do not know yet. */
interface Client {
  callApi<M extends Method>(
    method: M,
    payload: Payload<M>,
    options: { readonly signal: TelegrafAbortController['signal'] },
  ): Promise<Result<M>>;
}

export interface CallOptions {
  /** The time limit of the call, in milliseconds; 10 s by default. */
  readonly timeoutMs?: number;
  readonly signal?: AbortSignal;
}

/**
 * Calls a method of the Bot API.
 * @throws telegraf's errors: see `failureOf`. Their messages can contain the token and a person's text.
 */
export type Call = <M extends Method>(
  method: M,
  payload: Payload<M>,
  options?: CallOptions,
) => Promise<Result<M>>;

/** Telegram answers within about a second or not at all. telegraf would wait for 500 s. */
const TIMEOUT_MS = 10_000;

/**
 * One for all calls. Node.js tries each address of Telegram for 250 ms only, IPv6 and IPv4 in turns. Where Telegram is
 * further away than that, and IPv6 does not work, it would never connect:
 * https://nodejs.org/docs/latest-v20.x/api/net.html#netsetdefaultautoselectfamilyattempttimeoutvalue
 */
const AGENT = new Agent({ keepAlive: true, keepAliveMsecs: 10_000, autoSelectFamilyAttemptTimeout: 2_000 });

/** The Bot API through telegraf's client, with a time limit for each call. */
export function createCall({ token, apiRoot }: { readonly token: string; readonly apiRoot: string }): Call {
  // We put acknowledgements into the webhook's answer ourselves: telegraf would send them before anything is
  // saved.
  const agent = apiRoot.startsWith('https:') ? { agent: AGENT } : {};
  const telegram: Client = new Telegram(token, { apiRoot, webhookReply: false, ...agent });
  return async (method, payload, { timeoutMs = TIMEOUT_MS, signal } = {}) => {
    // telegraf's types need this package's signal, not Node.js's own.
    const ended = new TelegrafAbortController();
    const abort = () => ended.abort();
    const timer = setTimeout(abort, timeoutMs);
    signal?.addEventListener('abort', abort);
    if (signal?.aborted) abort();
    try {
      return await telegram.callApi(method, payload, { signal: ended.signal });
    } catch (error) {
      // telegraf reads fields of the answer unchecked, so an answer of `null` makes it throw a TypeError.
      throw error instanceof TypeError ? new Unreadable({ cause: error }) : error;
    } finally {
      clearTimeout(timer);
      signal?.removeEventListener('abort', abort);
    }
  };
}
