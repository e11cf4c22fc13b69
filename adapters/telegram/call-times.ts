/** Calls are counted over this time. */
const MEASURE_MS = 1_000;

/** The times at which calls left, kept for as long as they are needed to count the calls of a second. */
export class CallTimes {
  #times: number[] = [];

  /** @param backMs how long ago the end of that second can be, in milliseconds */
  constructor(readonly backMs: number) {}

  /** @param at on this process's monotonic clock, in milliseconds */
  add(at: number): void {
    this.#dropOld();
    this.#times.push(at);
  }

  /** How many calls left in the second that ended at a moment. */
  inSecondBefore(end: number): number {
    return this.#times.filter((at) => at > end - MEASURE_MS && at <= end).length;
  }

  /** Drops old times only now and then, since there can be thousands. */
  #dropOld(): void {
    const keptMs = MEASURE_MS + this.backMs;
    const now = performance.now();
    if ((this.#times[0] ?? now) < now - 2 * keptMs)
      this.#times = this.#times.filter((at) => at >= now - keptMs);
  }
}
