import { troubleOf } from './trouble.js';

/** This many failures in a row are not the fault of one statement. */
const FAILURES = 5;

/**
 * A process without requests can't show that commits work again. This long after the last failure, only the probe
 * counts.
 */
const REMEMBERED_MS = 60_000;

/** SQLSTATE classes of errors in the row: bad data and broken constraints. They say nothing about the database. */
const ABOUT_THE_ROW = /^2[23]/;

/** Counts the statements of real commits that have failed since the last successful one. */
export interface FailingCommits {
  /** Runs the commit and records its result. An error without a code is our own bug and does not count. */
  watch<T>(commit: () => Promise<T>): Promise<T>;
  /** Whether five or more failed in a row, the last within a minute. */
  areFailing(): boolean;
}

/** @param now milliseconds of a monotonic clock */
export function createFailingCommits(now: () => number = () => performance.now()): FailingCommits {
  let failures = 0;
  let last = 0;
  let lastError: unknown = null;
  return {
    async watch(commit) {
      try {
        const result = await commit();
        failures = 0;
        return result;
      } catch (error) {
        const code = troubleOf(error);
        // Everybody in one statement gets the same error: it counts once.
        if (code !== null && !ABOUT_THE_ROW.test(code) && error !== lastError) {
          failures += 1;
          lastError = error;
          last = now();
        }
        throw error;
      }
    },
    areFailing: () => failures >= FAILURES && now() - last < REMEMBERED_MS,
  };
}
