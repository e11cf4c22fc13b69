/** Waits that double from the first to the longest, until something works again. */
export interface Patience {
  readonly firstMs: number;
  readonly longestMs: number;
}

export interface Backoff {
  /** How long to wait now; each time longer. */
  next(): number;
  /** It works again. */
  reset(): void;
}

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
