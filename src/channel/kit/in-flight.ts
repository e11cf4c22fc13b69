/** Tracks running work, so that a stop can wait for it. */
export class InFlight {
  readonly #work = new Set<Promise<unknown>>();

  track<T>(work: Promise<T>): Promise<T> {
    const done = () => this.#work.delete(work);
    this.#work.add(work);
    work.then(done, done);
    return work;
  }

  /** Resolves when no work is running, including work that begins meanwhile. */
  async idle(): Promise<void> {
    while (this.#work.size > 0) await Promise.allSettled(this.#work);
  }
}
