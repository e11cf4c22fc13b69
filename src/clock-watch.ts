import type { Logger } from 'pino';
import { pause } from './channel/kit/pause.js';
import { causeOf } from './log.js';
import { secondsAhead } from './storage/clock.js';
import { type Database, StoreUnavailable } from './storage/database.js';

/** Beyond this, days and hours of the tally, the log and the texts no longer agree. Slack's limit is five minutes. */
const APART_SECONDS = 60;

/** The pauses between two comparisons, and after the database was away. */
const PACE = { lookMs: 3_600_000, awayMs: 60_000 };

export interface ClockWatch {
  readonly database: Database;
  readonly log: Logger;
  readonly now: () => Date;
}

/**
 * Compares this machine's clock with the database's, now and every hour, and logs where they are too far apart.
 * Resolves once the signal is aborted.
 */
export async function watchClock(watch: ClockWatch, signal: AbortSignal, pace = PACE): Promise<void> {
  const { database, log } = watch;
  // The embedded database has this machine's clock.
  if (database.kind === 'embedded') return;
  let wrong = false;
  while (!signal.aborted) {
    const seconds = await ahead(watch);
    if (seconds !== null) {
      if (Math.abs(seconds) > APART_SECONDS) {
        log.error(
          { secondsAhead: seconds },
          "this machine's clock and the database's are more than a minute apart: set both by NTP",
        );
      } else if (wrong) {
        log.info("this machine's clock and the database's agree again");
      }
      wrong = Math.abs(seconds) > APART_SECONDS;
    }
    await pause(seconds === null ? pace.awayMs : pace.lookMs, signal);
  }
}

/** By how much this machine's clock is ahead; null where the database is away. */
async function ahead({ database, log, now }: ClockWatch): Promise<number | null> {
  try {
    return await secondsAhead(database, now);
  } catch (error) {
    if (!(error instanceof StoreUnavailable)) log.warn(causeOf(error), 'the clocks could not be compared');
    return null;
  }
}
