import type { Logger } from 'pino';
import { TOLERANCE_SECONDS } from './signature.js';

/** Slack sends an event again after one minute and after five: a clock that is still wrong shows within this time. */
const REMEMBERED_MS = 10 * 60_000;

/** Whether this machine's clock keeps requests of Slack's out. */
export interface Clock {
  /** A request that came from Slack just now. */
  fresh(): void;
  /** A request with Slack's signature and another time; positive where this machine's clock seems to be ahead. */
  stale(secondsAhead: number): void;
  /** The code for `/readyz`; null where the clock does. */
  code(): 'clock' | null;
}

/**
 * One stale request beside fresh ones is a replay, or was delayed on its way: then the clock is right. Without any
 * request the trouble is forgotten after a while, so that a proxy that asks `/readyz` lets Slack through again.
 * @param now in milliseconds, by a clock that nobody sets
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
