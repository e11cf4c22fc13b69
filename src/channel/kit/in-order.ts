/** Does the work of each key one after the other, and that of different keys at the same time. */
export class InOrder<Key> {
  readonly #last = new Map<Key, Promise<unknown>>();

  /** Begins the work when all earlier work of this key has ended, well or not. */
  run<T>(key: Key, work: () => Promise<T>): Promise<T> {
    const mine = (this.#last.get(key) ?? Promise.resolve()).then(work, work);
    this.#last.set(key, mine);
    const forget = () => {
      if (this.#last.get(key) === mine) this.#last.delete(key);
    };
    mine.then(forget, forget);
    return mine;
  }
}
