/** A terminal that is closed, Ctrl-C, a machine that shuts down. */
const SIGNALS = ['SIGHUP', 'SIGINT', 'SIGTERM'] as const;

/**
 * A Ctrl-C reaches the program twice, from the terminal and through npm: a second signal within this time is the same
 * Ctrl-C.
 */
const SAME_SIGNAL_MS = 1_000;

/** The exit code of a program that was interrupted, as shells report it for Ctrl-C. */
const INTERRUPTED = 130;

/**
 * Does work that can end early and clean up.
 * @param work gets a signal that aborts at the first interruption; a second one, later, ends the process at once
 */
export async function interruptible<T>(work: (interrupted: AbortSignal) => Promise<T>): Promise<T> {
  const controller = new AbortController();
  let since = 0;
  const interrupt = () => {
    if (!controller.signal.aborted) {
      since = performance.now();
      controller.abort();
    } else if (performance.now() - since > SAME_SIGNAL_MS) process.exit(INTERRUPTED);
  };
  for (const signal of SIGNALS) process.on(signal, interrupt);
  try {
    return await work(controller.signal);
  } finally {
    // After an interruption the program ends: the same Ctrl-C may still be on its way through npm.
    if (!controller.signal.aborted) for (const signal of SIGNALS) process.off(signal, interrupt);
  }
}

/** Does work that may stop anywhere: an interruption ends the process, and exit handlers still run. */
export async function endingAtOnce<T>(work: () => Promise<T>): Promise<T> {
  const end = () => process.exit(INTERRUPTED);
  for (const signal of SIGNALS) process.on(signal, end);
  try {
    return await work();
  } finally {
    for (const signal of SIGNALS) process.off(signal, end);
  }
}
