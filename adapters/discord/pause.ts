import { setTimeout as delay } from 'node:timers/promises';

/** Waits, or returns at once when the signal aborts; leaves no timer behind. */
export async function pause(ms: number, signal: AbortSignal): Promise<void> {
  try {
    await delay(ms, undefined, { signal });
  } catch (error) {
    if (!signal.aborted) throw error;
  }
}

/** Waits for something, but no longer than `ms`: null where it takes longer. Leaves no timer behind. */
export async function inTime<T>(ms: number, work: Promise<T>): Promise<T | null> {
  const done = new AbortController();
  try {
    return await Promise.race([work, pause(ms, done.signal).then(() => null)]);
  } finally {
    done.abort();
  }
}
