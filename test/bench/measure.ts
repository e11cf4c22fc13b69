/** How a piece of work went. */
export interface Measured {
  readonly done: number;
  readonly perSecond: number;
  /** How long one took, in milliseconds: the middle one, and all but one in a hundred. */
  readonly p50: number;
  readonly p99: number;
}

/**
 * Keeps a number of tasks in flight until the time is over.
 * @param task does one and resolves when it is acknowledged; false: there is nothing left to do
 */
export async function keepInFlight(
  inFlight: number,
  milliseconds: number,
  task: () => Promise<boolean>,
): Promise<Measured> {
  const took: number[] = [];
  const started = performance.now();
  const worker = async () => {
    for (let now = started; now - started < milliseconds; ) {
      if (!(await task())) return;
      const after = performance.now();
      took.push(after - now);
      now = after;
    }
  };
  await Promise.all(Array.from({ length: inFlight }, worker));
  const seconds = (performance.now() - started) / 1000;
  const [p50, p99] = [median(took), quantile(took, 0.99)];
  return { done: took.length, perSecond: took.length / seconds, p50, p99 };
}

/** The value that this share of all values does not exceed; NaN where there is none. */
export function quantile(values: readonly number[], share: number): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length * share)] ?? Number.NaN;
}

export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

/** A benchmark looks at its answers: numbers about work that went wrong are worth nothing. */
export function expectEqual(what: string, found: number, expected: number): void {
  if (found !== expected) throw new Error(`${what}: ${found} instead of ${expected}`);
}
