/** Waits for something, but at most `ms` milliseconds; null if it takes longer. Leaves no timer behind. */
export async function withTimeout<T>(ms: number, work: Promise<T>): Promise<T | null> {
  let timer: NodeJS.Timeout | undefined;
  // No abort signal here: each turn waits this way several times, and every abort makes an error with its stack.
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(resolve, ms, null);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
