import { setTimeout as delay } from 'node:timers/promises';

/**
 * Sends something, with one retry after each wait.
 * @param waits between the attempts, in milliseconds
 * @param patience the least wait after an error, in milliseconds; null if a retry can't help
 * @throws the last error
 */
export async function attempts<T>(
  send: () => Promise<T>,
  waits: readonly number[],
  patience: (error: unknown) => number | null,
): Promise<T> {
  for (const wait of waits) {
    try {
      return await send();
    } catch (error) {
      const asked = patience(error);
      if (asked === null) throw error;
      await delay(Math.max(wait, asked));
    }
  }
  return send();
}
