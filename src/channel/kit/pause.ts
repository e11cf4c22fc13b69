import { setTimeout as delay } from 'node:timers/promises';

/** Waits, or returns at once when the signal aborts; leaves no timer behind. */
export async function pause(ms: number, signal: AbortSignal): Promise<void> {
  try {
    await delay(ms, undefined, { signal });
  } catch (error) {
    if (!signal.aborted) throw error;
  }
}
