import { setTimeout as delay } from 'node:timers/promises';

/**
 * Sends something, with one retry after each wait.
 * @param waits between the attempts, in milliseconds
 * @param minWaitMs the least wait after an error, in milliseconds; null if a retry can't help
 * @throws the last error
 */
export async function attempts<T>(
  send: () => Promise<T>,
  waits: readonly number[],
  minWaitMs: (error: unknown) => number | null,
): Promise<T> {
  for (const wait of waits) {
    try {
      return await send();
    } catch (error) {
      const minWait = minWaitMs(error);
      if (minWait === null) throw error;
      await delay(Math.max(wait, minWait));
    }
  }
  return send();
}
