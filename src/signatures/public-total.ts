/** A number of counted signatures, and when it was read. */
export interface PublishedCount {
  readonly counted: number;
  readonly asOf: Date;
}

/** The number that the public sees. */
export interface PublicTotal {
  /** Rejects when the database can't be read: no number is better than a wrong one. */
  read(): Promise<PublishedCount>;
  /** Tells of every change; gives back how to stop. */
  watch(listener: (published: PublishedCount) => void): () => void;
  /** A signature was added or taken back here: worth a look at once where numbers move at once. */
  nudge(): void;
  close(): void;
}

/** How often an idle page hears of signatures that another process recorded, where numbers move at once. */
const POLL_SECONDS = 2;

/**
 * Public numbers move once in `refreshSeconds`, so that nobody can tell from the number when somebody signed;
 * with 0 (a preview) they move at once.
 */
export function createPublicTotal(options: {
  readonly count: () => Promise<number>;
  readonly refreshSeconds: number;
  readonly now: () => Date;
}): PublicTotal {
  const period = options.refreshSeconds * 1000;
  const listeners = new Set<(published: PublishedCount) => void>();
  let published: PublishedCount | null = null;
  let begun = 0;
  let latest = 0;
  let looking: Promise<PublishedCount> | null = null;
  let timer: NodeJS.Timeout | null = null;

  async function look(): Promise<PublishedCount> {
    begun += 1;
    const look = begun;
    const asOf = options.now();
    const current = { counted: await options.count(), asOf };
    // A look that began earlier may end later: it tells nothing new. Clocks can be set back, so looks are counted.
    if (published !== null && look < latest) return published;
    latest = look;
    const moved = published !== null && published.counted !== current.counted;
    published = current;
    if (moved) for (const listener of listeners) listener(current);
    return current;
  }

  async function read(): Promise<PublishedCount> {
    if (period === 0) return look();
    const tick = (date: Date) => Math.floor(date.getTime() / period);
    if (published !== null && tick(published.asOf) === tick(options.now())) return published;
    looking ??= look().finally(() => {
      looking = null;
    });
    return looking;
  }

  /** For those who watch: a database that is away is told by `read`, to whoever asks; here it is only tried again. */
  function tryToRead(): void {
    read().catch(() => undefined);
  }

  return {
    read,
    watch(listener) {
      listeners.add(listener);
      timer ??= setInterval(tryToRead, Math.max(options.refreshSeconds, POLL_SECONDS) * 1000).unref();
      return () => {
        listeners.delete(listener);
        if (listeners.size === 0 && timer !== null) {
          clearInterval(timer);
          timer = null;
        }
      };
    },
    nudge() {
      if (period === 0 && listeners.size > 0) tryToRead();
    },
    close() {
      listeners.clear();
      if (timer !== null) clearInterval(timer);
    },
  };
}
