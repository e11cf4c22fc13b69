import { setTimeout as wait } from 'node:timers/promises';

/** How often new people come, in milliseconds. */
const TICK_MS = 50;

/**
 * Has so many people come evenly over this time, whether or not those before them were served.
 * @returns how many were served, once all are
 */
export async function come(
  people: number,
  seconds: number,
  serve: (number: number) => Promise<void>,
): Promise<number> {
  const serving: Promise<void>[] = [];
  const begun = performance.now();
  while (serving.length < people) {
    const due = Math.min(people, ((performance.now() - begun) / 1_000 / seconds) * people);
    while (serving.length < due) serving.push(serve(serving.length));
    await wait(TICK_MS);
  }
  await Promise.all(serving);
  return serving.length;
}
