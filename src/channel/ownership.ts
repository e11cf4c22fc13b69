/**
 * What only one process may do (a platform's gateway or polling, a daily job) belongs to whoever holds that job's
 * lock in the database; another process takes over when it goes.
 */
export interface Ownership {
  /**
   * Runs `work` for as long as this process holds the job. The signal aborts when the lock is lost or the job is
   * ended; `work` then returns, and is run again when the lock is held again. A `work` that rejects is logged by
   * code and begun again after a while.
   * @returns ends the job: resolves once `work` has returned and the lock is free
   */
  hold(job: string, work: (signal: AbortSignal) => Promise<void>): () => Promise<void>;
}
