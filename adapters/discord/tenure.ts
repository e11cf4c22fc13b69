import type { Ownership } from '../../src/channel/ownership.js';

/**
 * Holds a job beyond the loss of its lock. A database that goes away takes every lock along, but gives it to nobody
 * else: whoever had the job goes on with it, so that people are told that the store is away and not met with silence,
 * until the job is known to be another's. For as long as that takes to notice, two may have it.
 * @param work begins with the lock, returns soon after the signal has aborted
 * @returns ends the work, then frees the lock
 */
export function holdBeyondLoss(
  ownership: Ownership,
  job: string,
  work: (signal: AbortSignal) => Promise<void>,
): () => Promise<void> {
  let term: { readonly end: AbortController; readonly done: Promise<void> } | null = null;
  let ended = false;

  function begin(): Promise<void> {
    if (term === null) {
      const end = new AbortController();
      const done = work(end.signal);
      // Should it reject while the lock is lost, whoever takes the job up again is told.
      done.catch(() => undefined);
      term = { end, done };
    }
    return term.done;
  }

  async function finish(): Promise<void> {
    const finished = term;
    term = null;
    finished?.end.abort();
    await finished?.done;
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
