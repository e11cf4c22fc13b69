import { setTimeout as wait } from 'node:timers/promises';

/** Waits until something is so; fails with what it waited for when it takes too long. */
export async function until(so: () => boolean | Promise<boolean>, ms = 30_000): Promise<void> {
  const end = performance.now() + ms;
  while (!(await so())) {
    if (performance.now() > end) throw new Error(`still not so: ${so}`);
    await wait(20);
  }
}
