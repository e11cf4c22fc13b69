import type { Logger } from 'pino';
import type { Call, Method, Payload, Result } from './api.js';
import { type Failure, failureOf } from './failure.js';

/** The result of a call: done, or why not. */
export type Sent<M extends Method> =
  | { readonly ok: true; readonly result: Result<M> }
  | { readonly ok: false; readonly failure: Failure };

/** Makes one call, without retries. @throws errors that are not Telegram's */
export type Attempt = <M extends Method>(method: M, payload: Payload<M>) => Promise<Sent<M>>;

/** @param signal ends the calls under way */
export function createAttempt(call: Call, log: Logger, signal: AbortSignal): Attempt {
  return async (method, payload) => {
    try {
      return { ok: true, result: await call(method, payload, { signal }) };
    } catch (error) {
      const failure = failureOf(error);
      if (failure === null) throw error;
      if (failure.kind === 'limited') {
        const { code, seconds } = failure;
        log.warn({ channel: 'telegram', method, code, seconds }, 'Telegram asked to wait');
      }
      return { ok: false, failure };
    }
  };
}
