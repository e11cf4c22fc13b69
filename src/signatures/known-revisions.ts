import { addDays, type Day, dayOf } from '../day.js';

/** How many people's last turns we remember: hours' worth in a rush, about 5 MB. */
const REMEMBERED = 20_000;

/** A person's newest turn that this process knows to be saved. */
export interface KnownRevision {
  readonly revision: number;
  /** The id of the database's last restore, at the time of that turn. */
  readonly restored: string | undefined;
  /** The day from which the conversation may have expired. */
  readonly until: Day;
}

/** Turns that the database lost after this process had confirmed them. */
export interface Losses {
  readonly people: number;
  /** When we found the last one. */
  readonly last: Date | null;
}

/**
 * Remembers, for recent people, the newest revision of their conversation that this process saved. If the database
 * later has a lower one, it has lost a confirmed turn, for example in a failover to a standby that was behind.
 */
export interface KnownRevisions {
  /** The known turn. Ask before you read the row: then a turn saved in between does not look like a loss. */
  of(key: string): KnownRevision | null;
  /** @param day the day of the turn */
  saved(key: string, revision: number, restored: string | undefined, day: Day): void;
  /** Call this after the row was deleted because it could not be read. */
  forget(key: string): void;
  /**
   * Compares a row with what we knew before we read it. Then the row's revision becomes the known one, so that we find
   * each loss once.
   * @param revision 0 if there is no row
   * @param restored the id of the database's last restore
   * @returns whether the database lost a turn; false if an operator has restored a backup since
   */
  isLost(key: string, known: KnownRevision | null, revision: number, restored: string | undefined): boolean;
  losses(): Losses;
}

/** @param options.conversationDays how many days a conversation is kept after its last turn */
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
      // One day before the row expires, because another process deletes it by its own clock.
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
