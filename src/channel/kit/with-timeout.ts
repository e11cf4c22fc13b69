import { pause } from './pause.js';

/** Waits for something, but at most `ms` milliseconds; null if it takes longer. Leaves no timer behind. */
export async function withTimeout<T>(ms: number, work: Promise<T>): Promise<T | null> {
  const done = new AbortController();
  try {
    return await Promise.race([work, pause(ms, done.signal).then(() => null)]);
  } finally {
    done.abort();
  }
}
