/** The fake's clock. It runs as usual, and tests can skip days. */
export class Clock {
  #ahead = 0;

  /** Milliseconds since 1970. */
  now(): number {
    return Date.now() + this.#ahead;
  }

  pass(time: { readonly days?: number; readonly hours?: number; readonly seconds?: number }): void {
    const { days = 0, hours = 0, seconds = 0 } = time;
    this.#ahead += ((days * 24 + hours) * 3600 + seconds) * 1000;
  }
}
