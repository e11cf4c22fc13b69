import { addDays, type Day, dayOf } from '../day.js';

/** People whose last turn is remembered: hours' worth in a rush, about 5 MB. */
const REMEMBERED = 20_000;

/** The newest turn of a person that this process knows to be saved. */
export interface KnownRevision {
  readonly revision: number;
  /** The database's mark of its last restore, as it was at that turn. */
  readonly restored: string | undefined;
  /** The day from which the conversation may have been forgotten. */
  readonly until: Day;
}

/** Turns that the database lost after this process had confirmed them. */
export interface Losses {
  readonly people: number;
  /** When the last one was found. */
  readonly last: Date | null;
}

/**
 * The newest revision of each recent person's conversation that this process saved. A database that later has a lower
 * one has lost what was confirmed: a failover to a standby that was behind, or a return to an earlier state.
 */
export interface KnownRevisions {
  /** What is known now. Ask before reading the row: what is saved in the meantime is no loss. */
  of(key: string): KnownRevision | null;
  /** @param day the day of the turn */
  saved(key: string, revision: number, restored: string | undefined, day: Day): void;
  /** The row was deleted because it could not be read. */
  forget(key: string): void;
  /**
   * Compares a row with what was known before it was read; from then on the row's revision is the known one, so each
   * loss is found once.
   * @param revision 0 where there is no row
   * @param restored the database's mark of its last restore
   * @returns whether the database lost a turn; false where an operator restored a backup since
   */
  isLost(key: string, known: KnownRevision | null, revision: number, restored: string | undefined): boolean;
  losses(): Losses;
}

/** @param options.conversationDays how many days a conversation stays without a turn */
export function createKnownRevisions(options: {
  readonly now: () => Date;
  readonly conversationDays: number;
  readonly capacity?: number;
}): KnownRevisions {
  const { now, conversationDays, capacity = REMEMBERED } = options;
  let losses: Losses = { people: 0, last: null };
  const entries = new Map<string, KnownRevision>();

  function set(key: string, known: KnownRevision): void {
    entries.delete(key);
    entries.set(key, known);
    if (entries.size <= capacity) return;
    const [oldest] = entries.keys();
    if (oldest !== undefined) entries.delete(oldest);
  }

  return {
    of(key) {
      const known = entries.get(key);
      if (known === undefined) return null;
      if (dayOf(now()) < known.until) return known;
      entries.delete(key);
      return null;
    },
    saved(key, revision, restored, day) {
      // A day before the row's own end: another process deletes it by its own clock.
      const until = addDays(day, conversationDays);
      set(key, { revision, restored, until });
    },
    forget(key) {
      entries.delete(key);
    },
    isLost(key, known, revision, restored) {
      if (known === null || entries.get(key) !== known) return false;
      if (revision === known.revision) return false;
      if (revision === 0) entries.delete(key);
      else set(key, { ...known, revision, restored });
      if (revision > known.revision || restored !== known.restored) return false;
      losses = { people: losses.people + 1, last: now() };
      return true;
    },
    losses: () => losses,
  };
}
