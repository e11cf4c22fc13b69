/** A timer that has not fired. */
interface Timer {
  readonly at: number;
  readonly order: number;
  readonly fire: () => void;
  cancelled: boolean;
}

/** The real ones, for after a test. */
const real = { setTimeout: globalThis.setTimeout, clearTimeout: globalThis.clearTimeout };

/**
 * Time that passes only as fast as the work takes: `setTimeout`, `performance.now` and `Date.now` follow it. An hour of
 * a rush takes seconds. Vitest's own timers look through all timers at each step, which is too slow for thousands.
 */
export class VirtualTime {
  #now = 0;
  #count = 0;
  /** A binary heap, the next timer first. */
  readonly #heap: Timer[] = [];
  readonly #performanceNow = performance.now;
  readonly #dateNow = Date.now;

  get now(): number {
    return this.#now;
  }

  begin(): void {
    const setTimer = (fire: () => void, ms = 0) => this.#add(fire, ms);
    const clearTimer = (timer: Timer | undefined) => {
      if (timer !== undefined) timer.cancelled = true;
    };
    Object.assign(globalThis, { setTimeout: setTimer, clearTimeout: clearTimer });
    performance.now = () => this.#now;
    Date.now = () => this.#now;
  }

  end(): void {
    Object.assign(globalThis, real);
    performance.now = this.#performanceNow;
    Date.now = this.#dateNow;
  }

  /** Lets so many milliseconds pass. */
  async pass(ms: number): Promise<void> {
    const end = this.#now + ms;
    for (;;) {
      const at = this.#heap[0]?.at;
      if (at === undefined || at > end) break;
      this.#now = at;
      while (this.#heap[0]?.at === at) {
        const timer = this.#take();
        if (timer !== undefined && !timer.cancelled) timer.fire();
      }
      await settled();
    }
    this.#now = end;
  }

  #add(fire: () => void, ms: number): Timer {
    this.#count += 1;
    const at = Math.ceil(this.#now + Math.max(1, ms));
    const timer: Timer = { at, order: this.#count, fire, cancelled: false };
    this.#heap.push(timer);
    for (let index = this.#heap.length - 1; index > 0; ) {
      const parent = (index - 1) >> 1;
      if (!this.#swapIfEarlier(index, parent)) break;
      index = parent;
    }
    return timer;
  }

  #take(): Timer | undefined {
    const [first] = this.#heap;
    const last = this.#heap.pop();
    if (last === undefined || last === first) return first;
    this.#heap[0] = last;
    for (let index = 0; ; ) {
      const [left, right] = [2 * index + 1, 2 * index + 2];
      const child = this.#isEarlier(right, left) ? right : left;
      if (!this.#swapIfEarlier(child, index)) break;
      index = child;
    }
    return first;
  }

  #isEarlier(a: number, b: number): boolean {
    const [one, other] = [this.#heap[a], this.#heap[b]];
    if (one === undefined || other === undefined) return false;
    return one.at < other.at || (one.at === other.at && one.order < other.order);
  }

  #swapIfEarlier(a: number, b: number): boolean {
    const [one, other] = [this.#heap[a], this.#heap[b]];
    if (one === undefined || other === undefined || !this.#isEarlier(a, b)) return false;
    this.#heap[a] = other;
    this.#heap[b] = one;
    return true;
  }
}

/** Resolves when all that follows from what has happened has run, short of timers. */
function settled(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
