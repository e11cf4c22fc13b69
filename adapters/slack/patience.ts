/** Waits that double from the first to the longest, in milliseconds. */
export interface Patience {
  readonly firstMs: number;
  readonly longestMs: number;
}
