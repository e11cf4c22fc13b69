import type { Logger } from 'pino';
import { type BackoffOptions, createBackoff } from '../../src/channel/kit/backoff.js';
import { pause } from '../../src/channel/kit/pause.js';
import { causeOf } from '../../src/log.js';
import { failureOf } from './failure.js';

/** A call for which nobody waits: it is tried again until it works. */
export interface Retried<T> {
  /** Its name in the log. */
  readonly what: string;
  readonly work: (options: { readonly signal: AbortSignal }) => Promise<T>;
  /** Called with the code of each failure. */
  readonly onFailure?: (code: string) => void;
}

/** Retries until the work succeeds. Returns null if the signal aborts first. Never rejects. */
export type Retry = <T>(retried: Retried<T>, signal: AbortSignal) => Promise<T | null>;

/** @param options the backoff between tries, unless Telegram asks for a pause of its own */
export function createRetry(options: BackoffOptions, log: Logger): Retry {
  return async ({ what, work, onFailure }, signal) => {
    const backoff = createBackoff(options);
    while (!signal.aborted) {
      try {
        return await work({ signal });
      } catch (error) {
        if (signal.aborted) break;
        const failure = failureOf(error);
        onFailure?.(failure?.code ?? 'failed');
        log.warn(
          { channel: 'telegram', what, ...(failure ? { code: failure.code } : causeOf(error)) },
          'a call to Telegram failed and will be retried',
        );
        await pause(failure?.kind === 'limited' ? failure.seconds * 1_000 : backoff.next(), signal);
      }
    }
    return null;
  };
}
