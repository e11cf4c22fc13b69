/**
 * Vitest's `onTestFinished` of one test's own context, which takes clean-up functions. Tests here run beside
 * each other, where the global one does not know which test it belongs to.
 * `expect.poll` fails in such tests: it can't tell whose it is. `until` waits in any test.
 */
export type Finished = (act: () => Promise<void>) => void;
