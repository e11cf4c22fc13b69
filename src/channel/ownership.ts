import type { Logger } from 'pino';
import { causeOf } from '../log.js';
import { StoreUnavailable } from '../storage/database.js';
import type { Lease, Leases } from '../storage/leases.js';
import { pause } from './kit/pause.js';

/**
 * The work of a job. `isHeld` tells whether this process still holds the lease: ask right before each action.
 */
export type Work = (signal: AbortSignal, isHeld: () => boolean) => Promise<void>;

/**
 * Some jobs may run in one process only: a platform's gateway or polling, or a daily job. They belong to the
 * process that holds the job's lease in the database. Another process takes over within 15 s if the holder
 * ends, freezes, or loses its connection to the database.
 */
export interface Ownership {
  /**
   * Runs `work` while this process holds the job's lease. The signal aborts when the lease is lost, when the
   * job is ended, or when a part of the work has failed. Then `work` must return; it runs again when this
   * process holds the lease again. If `work` rejects, we log the code and start it again later.
   * @param elsewhere called when another process holds the lease; never while the database is away
   * @returns a function that ends the job: it resolves when `work` has returned and the lease is given back
   */
  hold(job: string, work: Work, elsewhere?: () => void): () => Promise<void>;
  /** The jobs that this process does or would do, and whether it holds their leases now. */
  jobs(): ReadonlyMap<string, boolean>;
}

/** The default pause before another try. */
const RETRY_MS = 2_000;

/** @param retryMs the pause before another try, if another process holds the lease or the work has failed */
export function createOwnership(leases: Leases, log: Logger, retryMs = RETRY_MS): Ownership {
  /** By job: whether this process holds its lease. */
  const wanted = new Map<string, () => boolean>();
  const notHeld = () => false;

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

  /** Does the work under a lease and gives the lease back. If a part fails, the other parts end too. */
  async function serveTerm(job: string, lease: Lease, work: Work, ended: AbortSignal): Promise<void> {
    const term = new AbortController();
    wanted.set(job, lease.isHeld);
    log.debug({ job, lease: lease.number }, 'this process has the job');
    try {
      await work(AbortSignal.any([ended, lease.lost, term.signal]), lease.isHeld);
    } finally {
      wanted.set(job, notHeld);
      term.abort();
      if (lease.lost.aborted) log.warn({ job, lease: lease.number }, 'this process lost the job');
      await giveBack(job, lease);
    }
  }

  /** If it can't be given back, it expires by itself. */
  async function giveBack(job: string, lease: Lease): Promise<void> {
    try {
      await lease.release();
    } catch (error) {
      if (!(error instanceof StoreUnavailable)) throw error;
      log.warn({ job, lease: lease.number, code: error.code }, 'the lease could not be given back');
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
      await pause(retryMs, ended);
    }
  }

  return {
    hold(job, work, elsewhere) {
      const end = new AbortController();
      wanted.set(job, notHeld);
      const served = serve(job, work, end.signal, elsewhere).finally(() => wanted.delete(job));
      return () => {
        end.abort();
        return served;
      };
    },
    jobs: () => new Map([...wanted].map(([job, isHeld]) => [job, isHeld()])),
  };
}
