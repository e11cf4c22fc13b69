import { setTimeout as wait } from 'node:timers/promises';
import type { Logger } from 'pino';
import { causeOf } from './log.js';
import { type Recounted, recountDaily } from './signatures/recount.js';
import { eraseWhenDue, type Retained } from './signatures/retention.js';

/** What keeps order in one set of signatures. */
export interface House extends Pick<Retained, 'database' | 'schema'> {
  readonly ledger: Retained['ledger'] &
    Recounted & {
      /** Really deletes the conversations whose time is up. */
      deleteExpired(): Promise<number>;
    };
}

export interface HousekeepingOptions {
  /** Days from the delivery of the letter to the erasure of the names. */
  readonly retentionDays: number;
  readonly log: Logger;
  readonly now: () => Date;
}

/** What it does is by the day; it looks every hour, so that nothing waits much longer than its day. */
const HOUSEKEEPING_MS = 60 * 60 * 1000;

/**
 * Deletes what must not stay: conversations whose time is up, and the names when their day after delivery has come.
 * Counts all signatures again once a day, and logs what is wrong. For one process at a time.
 * @throws StoreUnavailable
 */
export async function keepHouse(
  houses: readonly House[],
  { retentionDays, log, now }: HousekeepingOptions,
  signal: AbortSignal,
): Promise<void> {
  while (!signal.aborted) {
    for (const house of houses) {
      const { database, schema, ledger } = house;
      await ledger.deleteExpired();
      const today = now().toISOString().slice(0, 10);
      const erased = await eraseWhenDue({ database, schema, ledger, retentionDays, today });
      if (erased !== null) log.info(erased, 'the names were erased, as was promised for after delivery');
      // Reads every signature: where it fails, it is tried again in an hour, not at once.
      await recount(house, today, log).catch((error: unknown) => {
        log.error({ schema, ...causeOf(error) }, 'the daily recount failed');
      });
    }
    await wait(HOUSEKEEPING_MS, undefined, { signal }).catch(() => undefined);
  }
}

async function recount({ schema, ledger }: House, today: string, log: Logger): Promise<void> {
  const found = await recountDaily(ledger, today);
  if (found === null) return;
  const { places, closedNames } = found;
  if (closedNames > 0) {
    log.error(
      { code: 'data-key-missing', schema, count: closedNames },
      "names of signatures can't be read, since their data key is missing: run reconcile, and keep every backup",
    );
  }
  if (places > 0) {
    log.error(
      { code: 'tally-differs', schema, count: places },
      'the tally is not what the signatures say: run reconcile',
    );
  }
}
