import { setTimeout as wait } from 'node:timers/promises';
import type { Logger } from 'pino';
import { causeOf } from '../log.js';
import { type Database, type HeldLock, StoreUnavailable } from '../storage/database.js';

/**
 * What only one process may do (a platform's gateway or polling, a daily job) belongs to whoever holds that job's
 * lock in the database; another process takes over when it goes.
 */
export interface Ownership {
  /**
   * Runs `work` for as long as this process holds the job. The signal aborts when the lock is lost or the job is
   * ended; `work` then returns, and is run again when the lock is held again. A `work` that rejects is logged by
   * code and begun again after a while.
   * @param elsewhere told whenever another process was found to hold the job; never while the database is away,
   *   when nobody can take it
   * @returns ends the job: resolves once `work` has returned and the lock is free
   */
  hold(
    job: string,
    work: (signal: AbortSignal) => Promise<void>,
    elsewhere?: () => void,
  ): () => Promise<void>;
}

/** How long a process waits before it tries again for a job that is another's, or whose work failed. */
const RETRY_MS = 2_000;

/** @param scope the schema whose jobs these are: a campaign and a preview on one database don't compete */
export function createOwnership(database: Database, scope: string, log: Logger): Ownership {
  async function take(job: string, elsewhere?: () => void): Promise<HeldLock | null> {
    try {
      const lock = await database.tryLock(`${scope}/${job}`);
      if (lock === null) elsewhere?.();
      return lock;
    } catch (error) {
      if (error instanceof StoreUnavailable) return null;
      throw error;
    }
  }

  async function serve(
    job: string,
    work: (signal: AbortSignal) => Promise<void>,
    ended: AbortSignal,
    elsewhere?: () => void,
  ): Promise<void> {
    while (!ended.aborted) {
      try {
        const lock = await take(job, elsewhere);
        if (lock !== null) {
          log.debug({ job }, 'this process has the job');
          await work(AbortSignal.any([ended, lock.lost])).finally(() => lock.release());
        }
      } catch (error) {
        log.error({ job, ...causeOf(error) }, 'a job failed and will be begun again');
      }
      await wait(RETRY_MS, undefined, { signal: ended }).catch(() => undefined);
    }
  }

  return {
    hold(job, work, elsewhere) {
      const end = new AbortController();
      const served = serve(job, work, end.signal, elsewhere);
      return () => {
        end.abort();
        return served;
      };
    },
  };
}
