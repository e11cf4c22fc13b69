/** A timer that has not fired. */
interface Timer {
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
  /** By the millisecond at which they fire, in the order in which they were set. */
  readonly #timers = new Map<number, Timer[]>();
  /** Those milliseconds as a binary heap, the next first. */
  readonly #heap: number[] = [];
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
      const [at] = this.#heap;
      if (at === undefined || at > end) break;
      this.#take();
      this.#now = at;
      const timers = this.#timers.get(at) ?? [];
      this.#timers.delete(at);
      for (const timer of timers) if (!timer.cancelled) timer.fire();
      await settled();
    }
    this.#now = end;
  }

  #add(fire: () => void, ms: number): Timer {
    const timer: Timer = { fire, cancelled: false };
    const at = Math.ceil(this.#now + Math.max(1, ms));
    const others = this.#timers.get(at);
    if (others === undefined) {
      this.#timers.set(at, [timer]);
      this.#insert(at);
    } else others.push(timer);
    return timer;
  }

  #insert(at: number): void {
    const heap = this.#heap;
    let index = heap.length;
    while (index > 0) {
      const above = (index - 1) >> 1;
      const parent = heap[above];
      if (parent === undefined || parent <= at) break;
      heap[index] = parent;
      index = above;
    }
    heap[index] = at;
  }

  /** Removes the next. */
  #take(): void {
    const heap = this.#heap;
    const last = heap.pop();
    if (last === undefined || heap.length === 0) return;
    let index = 0;
    for (;;) {
      const left = 2 * index + 1;
      const below = (heap[left + 1] ?? Infinity) < (heap[left] ?? Infinity) ? left + 1 : left;
      const child = heap[below];
      if (child === undefined || child >= last) break;
      heap[index] = child;
      index = below;
    }
    heap[index] = last;
  }
}

/** Resolves when all that follows from what has happened has run, short of timers. */
function settled(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
