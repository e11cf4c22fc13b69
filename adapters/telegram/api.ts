import { AbortController as TelegrafAbortController } from 'abort-controller';
import { Telegram } from 'telegraf';
import type { Telegram as Methods, Opts } from 'telegraf/types';
import { Unreadable } from './failure.js';

export type Method = keyof Methods;
export type Result<M extends Method> = ReturnType<Methods[M]>;

export interface CallOptions {
  /** How long the call may take, in milliseconds; 10 s where it is not said. */
  readonly timeoutMs?: number;
  readonly signal?: AbortSignal;
}

/**
 * Calls a method of the Bot API.
 * @throws what telegraf throws: see `failureOf`. Its messages can hold the token and what a person wrote.
 */
export type Call = <M extends Method>(
  method: M,
  payload: Opts<M>,
  options?: CallOptions,
) => Promise<Result<M>>;

/** Telegram answers within a second or so, or not at all. telegraf itself would wait for 500 s. */
const TIMEOUT_MS = 10_000;

/** The Bot API through telegraf's client, each call bounded in time. */
export function createCall({ token, apiRoot }: { readonly token: string; readonly apiRoot: string }): Call {
  // Acknowledgements in a webhook's answer are our own: telegraf's would be sent before anything is saved.
  const telegram = new Telegram(token, { apiRoot, webhookReply: false });
  return async (method, payload, { timeoutMs = TIMEOUT_MS, signal } = {}) => {
    // telegraf's types take the signal of this package, not Node.js's own.
    const ended = new TelegrafAbortController();
    const abort = () => ended.abort();
    const timer = setTimeout(abort, timeoutMs);
    signal?.addEventListener('abort', abort);
    if (signal?.aborted) abort();
    try {
      return await telegram.callApi(method, payload, { signal: ended.signal });
    } catch (error) {
      // telegraf looks into the answer without seeing what it is: `null`, for one, breaks it.
      throw error instanceof TypeError ? new Unreadable({ cause: error }) : error;
    } finally {
      clearTimeout(timer);
      signal?.removeEventListener('abort', abort);
    }
  };
}
