import { setTimeout as delay } from 'node:timers/promises';

/**
 * Tries to send something, once more after each wait.
 * @param waits between the attempts, in milliseconds
 * @param patience how long a failure asks to wait at least, in milliseconds; null where trying again would not help
 * @throws what the last attempt threw
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
