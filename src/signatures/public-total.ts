import { type Offset, totalShown } from '../petition/offsets.js';
import type { Growth } from './figures.js';

/** A number of counted signatures and the counts elsewhere, and when they were read. */
export interface PublishedCount {
  readonly counted: number;
  readonly offsets: readonly Offset[];
  /** The number that we show: all of them. */
  readonly total: number;
  /** At least how many of them signed in the last seven whole days; null if fewer than ten did, or if we don't tell. */
  readonly lastWeek: number | null;
  readonly asOf: Date;
}

/** The total that the public sees. */
export interface PublicTotal {
  /** Rejects if the database can't be read: no number is better than a wrong one. */
  read(): Promise<PublishedCount>;
  /** Calls the listener on every change; returns a function that stops it. */
  watch(listener: (published: PublishedCount) => void): () => void;
  /** This process has added or withdrawn a signature. Previews show that at once. */
  nudge(): void;
  close(): void;
}

/** How often a preview's watchers look for signatures that another process recorded. */
const POLL_SECONDS = 2;

/**
 * The public total changes at most once in `refreshSeconds`, so that it does not reveal when a person signed.
 * With 0 (a preview) it changes at once.
 */
export function createPublicTotal(options: {
  readonly count: () => Promise<number>;
  /** The counts elsewhere as they stand now. */
  readonly offsets: () => Promise<readonly Offset[]>;
  /** The growth in the last seven whole days; without it, we say nothing about them. */
  readonly lastWeek?: () => Promise<Growth>;
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
    const [counted, offsets, week] = await Promise.all([
      options.count(),
      options.offsets(),
      // The total does not need it.
      options.lastWeek?.().catch(() => null) ?? null,
    ]);
    const total = totalShown(offsets, counted);
    const current = { counted, offsets, total, lastWeek: lastWeekShown(week, counted), asOf };
    // Reads can finish out of order; an older one changes nothing. We number them, since the clock can be set
    // back.
    if (published !== null && look < latest) return published;
    latest = look;
    const moved = published !== null && published.total !== current.total;
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

  /**
   * For watchers only: `read` reports a failing database to its own callers; here we just try again later.
   */
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

/** A smaller number could point to a person. */
const MIN_WEEK = 10;

/**
 * What we say about the last week. Today's withdrawals make the number smaller, so that it is never above the total.
 * Today's signatures don't change it, so that it reveals nothing that the total doesn't.
 */
function lastWeekShown(week: Growth | null, counted: number): number | null {
  if (week === null || week.gained === null) return null;
  const gained = Math.min(week.gained, counted - week.before);
  return gained < MIN_WEEK ? null : gained;
}
