import { setTimeout as wait } from 'node:timers/promises';
import type { Logger } from 'pino';
import { causeOf } from '../log.js';
import { StoreUnavailable } from '../storage/database.js';
import type { Lease, Leases } from '../storage/leases.js';

/** The work of a job. `isHeld` tells whether this process still has the job: ask right before each act. */
export type Work = (signal: AbortSignal, isHeld: () => boolean) => Promise<void>;

/**
 * What only one process may do (a platform's gateway or polling, a daily job) belongs to the process that holds that
 * job's lease in the database. Another process takes over within 15 s when the holder ends, freezes, or loses its way
 * to the database.
 */
export interface Ownership {
  /**
   * Runs `work` for as long as this process holds the job. The signal aborts when the lease is lost, the job is ended
   * or a part of the work failed; `work` then returns, and runs again when this process holds the job again. A `work`
   * that rejects is logged by code and begun again after a while.
   * @param elsewhere called whenever another process was found to hold the job; never while the database is away
   * @returns ends the job: resolves once `work` has returned and the lease is given back
   */
  hold(job: string, work: Work, elsewhere?: () => void): () => Promise<void>;
}

/** How long a process waits before it tries again for a job that is another's, or whose work failed. */
const RETRY_MS = 2_000;

export function createOwnership(leases: Leases, log: Logger): Ownership {
  async function take(job: string, elsewhere?: () => void): Promise<Lease | null> {
    try {
      const lease = await leases.take(job);
      if (lease === null) elsewhere?.();
      return lease;
    } catch (error) {
      if (error instanceof StoreUnavailable) return null;
      throw error;
    }
  }

  /** Does the work under a lease, and gives the lease back. A part that fails ends the others. */
  async function serveTerm(job: string, lease: Lease, work: Work, ended: AbortSignal): Promise<void> {
    const term = new AbortController();
    log.debug({ job, lease: lease.number }, 'this process has the job');
    try {
      await work(AbortSignal.any([ended, lease.lost, term.signal]), lease.isHeld);
    } finally {
      term.abort();
      if (lease.lost.aborted) log.warn({ job, lease: lease.number }, 'this process lost the job');
      await lease.release();
    }
  }

  async function serve(job: string, work: Work, ended: AbortSignal, elsewhere?: () => void): Promise<void> {
    while (!ended.aborted) {
      try {
        const lease = await take(job, elsewhere);
        if (lease !== null) await serveTerm(job, lease, work, ended);
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
