/** Waits that double from the first to the longest. */
export interface Patience {
  readonly firstMs: number;
  readonly longestMs: number;
}

export interface Backoff {
  /** How long to wait now, in milliseconds: twice as long each time. */
  next(): number;
  /** It worked: the next failure waits for the first time again. */
  reset(): void;
}

/** Spaces out the attempts at something that fails. */
export function createBackoff({ firstMs, longestMs }: Patience): Backoff {
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
