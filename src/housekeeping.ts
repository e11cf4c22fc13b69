import { setTimeout as wait } from 'node:timers/promises';
import type { Logger } from 'pino';
import { eraseWhenDue, type Retained } from './signatures/retention.js';

/** What keeps order in one set of signatures. */
export interface House extends Pick<Retained, 'database' | 'schema'> {
  readonly ledger: Retained['ledger'] & {
    /** Really deletes the conversations whose time is up. */
    forgetExpired(): Promise<number>;
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
 * For one process at a time.
 * @throws StoreUnavailable
 */
export async function keepHouse(
  houses: readonly House[],
  { retentionDays, log, now }: HousekeepingOptions,
  signal: AbortSignal,
): Promise<void> {
  while (!signal.aborted) {
    for (const { database, schema, ledger } of houses) {
      await ledger.forgetExpired();
      const today = now().toISOString().slice(0, 10);
      const erased = await eraseWhenDue({ database, schema, ledger, retentionDays, today });
      if (erased !== null) log.info(erased, 'the names were erased, as was promised for after delivery');
    }
    await wait(HOUSEKEEPING_MS, undefined, { signal }).catch(() => undefined);
  }
}
