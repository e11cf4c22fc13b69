import type { Logger } from 'pino';
import type { Ownership } from '../../src/channel/ownership.js';
import { causeOf } from '../../src/log.js';

export interface Tenure {
  readonly ownership: Ownership;
  readonly job: string;
  /** Begins with the lock, returns soon after the signal has aborted. */
  readonly work: (signal: AbortSignal) => Promise<void>;
  readonly log: Logger;
}

/**
 * Holds a job beyond the loss of its lock. A database that goes away takes every lock along, but gives it to nobody
 * else: whoever had the job goes on with it, so that people are told that the store is away and not met with silence,
 * until the job is known to be another's. For as long as that takes to notice, two may have it.
 * @returns ends the work, then frees the lock; never rejects because of the work
 */
export function holdBeyondLoss({ ownership, job, work, log }: Tenure): () => Promise<void> {
  let term: { readonly end: AbortController; readonly done: Promise<void> } | null = null;
  let ended = false;

  function begin(): Promise<void> {
    if (term === null) {
      const end = new AbortController();
      const done = work(end.signal);
      // Part of the work may still run. Should this happen while the lock is lost, whoever takes the job up again is told.
      done.catch(() => end.abort());
      term = { end, done };
    }
    return term.done;
  }

  /** Nobody listens where the job is found to be another's: never rejects. */
  async function finish(): Promise<void> {
    const finished = term;
    term = null;
    finished?.end.abort();
    try {
      await finished?.done;
    } catch (error) {
      log.error({ job, ...causeOf(error) }, 'a job failed before it ended');
    }
  }

  const release = ownership.hold(
    job,
    async (signal) => {
      if (ended) return;
      const lost = new Promise<void>((resolve) => {
        signal.addEventListener('abort', () => resolve(), { once: true });
      });
      try {
        await Promise.race([lost, begin()]);
      } catch (error) {
        term = null;
        throw error;
      }
    },
    () => void finish(),
  );
  return async () => {
    ended = true;
    await finish();
    await release();
  };
}
