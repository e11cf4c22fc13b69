import type { TestContext } from 'vitest';

/** A line of the table: what a fault did to people, and to what they signed. */
export interface Figures {
  readonly fault: string;
  /** What people were told meanwhile, and how many. */
  readonly told: string;
  /** What `/readyz` said meanwhile. */
  readonly readyz: string;
  /** From the fault, or its end, until people could sign again. */
  readonly mendedMs: number | null;
  readonly acknowledged: number;
  readonly lost: number;
  /** Counted or answered twice. */
  readonly doubled: number;
}

declare module 'vitest' {
  interface TaskMeta {
    figures?: Figures[];
  }
}

/** Adds a line to the table that `npm run faults` prints. */
export function report(task: TestContext['task'], figures: Figures): void {
  task.meta.figures = [...(task.meta.figures ?? []), figures];
}

/** How long something takes. */
export async function timed(act: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await act();
  return Math.round(performance.now() - started);
}
