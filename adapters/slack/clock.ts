import type { Logger } from 'pino';
import { TOLERANCE_SECONDS } from './signature.js';

/** Slack repeats an event after one minute and after five. A clock that is still wrong shows up within this time. */
const REMEMBERED_MS = 10 * 60_000;

/** Watches whether we refuse Slack's requests because this machine's clock is wrong. */
export interface Clock {
  /** Call it for a request whose time is right. */
  fresh(): void;
  /** Call it for a signed request whose time is wrong. The number is positive if our clock seems to be ahead. */
  stale(secondsAhead: number): void;
  /** The code for `/readyz`; null if the clock is right. */
  code(): 'clock' | null;
}

/**
 * If fresh requests come too, a stale one is a replay or was delayed, and the clock is right. Without any request we
 * clear the alarm after a while: a proxy that asks `/readyz` then lets Slack's requests through again.
 * @param now gives milliseconds from a monotonic clock
 */
export function createClock(log: Logger, now = () => performance.now()): Clock {
  let lastFresh = Number.NEGATIVE_INFINITY;
  let lastStale = Number.NEGATIVE_INFINITY;
  const isWrong = () => now() - lastStale < REMEMBERED_MS;
  return {
    fresh() {
      if (isWrong()) log.info('requests of Slack are on time again');
      lastFresh = now();
      lastStale = Number.NEGATIVE_INFINITY;
    },
    stale(secondsAhead) {
      if (now() - lastFresh < TOLERANCE_SECONDS * 1_000) return;
      if (!isWrong()) {
        log.error(
          { code: 'clock', secondsAhead },
          "requests of Slack are refused, since this machine's clock is more than five minutes off: set it by NTP",
        );
      }
      lastStale = now();
    },
    code: () => (isWrong() ? 'clock' : null),
  };
}
