import { setTimeout as wait } from 'node:timers/promises';
import type { Logger } from 'pino';
import { type Day, dayOf } from '../day.js';
import { causeOf } from '../log.js';
import { secondsAhead } from '../storage/clock.js';
import type { Database } from '../storage/database.js';
import { type LogFound, type Recounted, recountDaily } from './recount.js';
import { eraseWhenDue, nearKeepUntil, type Promised, type Retained } from './retention.js';

/** The parts of one set of signatures that housekeeping needs. */
export interface House extends Pick<Retained, 'database' | 'schema'> {
  readonly settings: Promised;
  readonly ledger: Retained['ledger'] &
    Recounted & {
      /** Deletes the rows of expired conversations. */
      deleteExpired(): Promise<number>;
    };
  /** The public log of the total, where there is one. */
  readonly totalsLog?: {
    /** Adds the days that have ended. */
    keep(): Promise<LogFound>;
  } | null;
}

export interface HousekeepingOptions {
  /** Other rows that expire. */
  readonly others?: readonly { deleteExpired(): Promise<number> }[];
  readonly log: Logger;
  readonly now: () => Date;
  /** This machine's clock, which is compared with the database's before names are erased. */
  readonly clock?: () => Date;
}

/** Its tasks are due by the day; it looks every hour, so that none is much later than its day. */
const HOUSEKEEPING_MS = 60 * 60 * 1000;

/** Clocks that NTP sets differ by less than a second. */
const MAX_SECONDS_AHEAD = 60;

/**
 * Deletes expired conversations, and erases the names when their day has come. Counts all
 * signatures again once a day and logs differences. Only one process at a time may run this.
 * @throws StoreUnavailable
 */
export async function keepHouse(
  houses: readonly House[],
  { others = [], log, now, clock = () => new Date() }: HousekeepingOptions,
  signal: AbortSignal,
): Promise<void> {
  let warned: Day | null = null;
  while (!signal.aborted) {
    const today = dayOf(now());
    for (const other of others) await other.deleteExpired();
    for (const house of houses) {
      const { database, schema, ledger, settings } = house;
      await ledger.deleteExpired();
      if (await isTrusted(database, clock)) {
        const erased = await eraseWhenDue({ database, schema, ledger, settings, today });
        if (erased !== null) log.info(erased, 'the names were erased, as the privacy notice promises');
      } else {
        log.error(
          { code: 'clock-ahead', schema },
          "this machine's clock is ahead of the database's: no names are erased until both agree",
        );
      }
      if (warned !== today) await warnOfLastDay(house, today, log);
      // It reads every signature, so a failed recount waits for the next hour.
      await recount(house, today, log).catch((error: unknown) => {
        log.error({ schema, ...causeOf(error) }, 'the daily recount failed');
      });
    }
    warned = today;
    await wait(HOUSEKEEPING_MS, undefined, { signal }).catch(() => undefined);
  }
}

/** A clock that runs ahead would erase all names before their day, for good. */
async function isTrusted(database: Database, clock: () => Date): Promise<boolean> {
  return (await secondsAhead(database, clock)) <= MAX_SECONDS_AHEAD;
}

/** Once a day, for campaigns whose staff have no room in which they get alerts. */
async function warnOfLastDay({ schema, ledger, settings }: House, today: Day, log: Logger): Promise<void> {
  const keepUntil = nearKeepUntil(await ledger.campaign(), settings, today);
  if (keepUntil === null) return;
  log.warn(
    { code: 'keep-until-near', schema, keepUntil },
    'on keepUntil all names are erased and signing ends: hand the letter over before that day',
  );
}

async function recount({ schema, ledger, totalsLog }: House, today: Day, log: Logger): Promise<void> {
  // Every hour, since a day's line is due some time after its end.
  const logged = await totalsLog?.keep();
  const found = await recountDaily(ledger, today, logged);
  if (found === null) return;
  const { places, closedNames, logDifference, logTrouble } = found;
  if (logTrouble !== null || logDifference !== 0) {
    log.error(
      { code: `log-${logTrouble ?? 'differs'}`, schema, count: logDifference },
      'the public log of the total differs from the signatures, or nothing can be added to it: run reconcile',
    );
  }
  if (closedNames > 0) {
    log.error(
      { code: 'data-key-missing', schema, count: closedNames },
      "names of signatures can't be read, because their data key is missing: run reconcile, and keep every backup",
    );
  }
  if (places > 0) {
    log.error(
      { code: 'tally-differs', schema, count: places },
      'the tally differs from the signatures: run reconcile',
    );
  }
}
