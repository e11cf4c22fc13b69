/** Exponential backoff: the waits double from the first to the longest. */
export interface BackoffOptions {
  readonly firstMs: number;
  readonly longestMs: number;
}

export interface Backoff {
  /** The next wait, in milliseconds; doubles each time. */
  next(): number;
  /** After a success: the next failure waits for the first time again. */
  reset(): void;
}

/** Creates the backoff for something that may fail. */
export function createBackoff({ firstMs, longestMs }: BackoffOptions): Backoff {
  let failures = 0;
  return {
    next() {
      failures += 1;
      return Math.min(firstMs * 2 ** (failures - 1), longestMs);
    },
    reset() {
      failures = 0;
    },
  };
}
