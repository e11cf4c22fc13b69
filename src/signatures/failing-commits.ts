import { troubleOf } from './trouble.js';

/** So many failures in a row are no accident of one statement. */
const FAILURES = 5;

/**
 * A process that gets no more requests can't show that it works again: this long after its last failure, the probe's
 * word counts alone.
 */
const REMEMBERED_MS = 60_000;

/** SQLSTATE classes of errors about the row: bad data and broken constraints say nothing of the database. */
const ABOUT_THE_ROW = /^2[23]/;

/** Counts the statements of real commits that failed since the last one that did not. */
export interface FailingCommits {
  /** Does the commit and takes note of how it went. An error of our own, without a code, is not the database's. */
  watch<T>(commit: () => Promise<T>): Promise<T>;
  /** Whether five or more failed in a row, the last within a minute. */
  areFailing(): boolean;
}

/** @param now milliseconds of a clock that only goes forward */
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
