import type { Unsent } from '../adapter.js';

/** Tracks running work, so that a stop can wait for it. */
export class InFlight {
  /** Oldest first, with its beginning on the monotonic clock. */
  readonly #work = new Map<Promise<unknown>, number>();

  track<T>(work: Promise<T>): Promise<T> {
    const done = () => this.#work.delete(work);
    this.#work.set(work, performance.now());
    work.then(done, done);
    return work;
  }

  /** Resolves when no work is running, including work that begins meanwhile. */
  async idle(): Promise<void> {
    while (this.#work.size > 0) await Promise.allSettled(this.#work.keys());
  }

  /** The running work as answers that are not sent yet. */
  unsent(): Unsent {
    const [oldest] = this.#work.values();
    return { answers: this.#work.size, oldestMs: oldest === undefined ? 0 : performance.now() - oldest };
  }
}
