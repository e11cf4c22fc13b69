import { afterAll } from 'vitest';

/**
 * Vitest's `onTestFinished` of one test's own context, which takes clean-up functions. Tests here run beside
 * each other, where the global one does not know which test it belongs to.
 * `expect.poll` fails in such tests: it can't tell whose it is. `until` waits in any test.
 */
export type Finished = (act: () => Promise<void>) => void;

/** Takes clean-up functions for what all tests of a suite share; the last one runs first. To be called in the suite. */
export function finishedAfterAll(): Finished {
  const acts: (() => Promise<void>)[] = [];
  afterAll(async () => {
    for (const act of acts.reverse()) await act();
  });
  return (act) => void acts.push(act);
}
