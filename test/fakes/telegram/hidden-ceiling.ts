/** A limit that Telegram does not publish. */
export interface Ceiling {
  /** Calls in any second. */
  readonly perSecond: number;
  /** Whether every method counts, or only messages and edits. */
  readonly counts: 'all' | 'messages';
  /** After a call over the limit, everything that counts is refused for so long. 0: only the calls over the limit are. */
  readonly lockoutSeconds: number;
}

const SECOND = 1_000;

/** A client's clock and the server's may differ by so much. */
const TOLERANCE_MS = 20;

/** Refuses calls over a hidden limit, for all chats together. */
export class HiddenCeiling {
  readonly accepted: number[] = [];
  refused = 0;
  /** How often everything was locked. */
  lockouts = 0;
  /** Where in `accepted` the last second begins. */
  #recent = 0;
  #lockedUntil = Number.NEGATIVE_INFINITY;

  constructor(readonly ceiling: Ceiling) {}

  /**
   * @param now in milliseconds
   * @returns null if the call is accepted, else its `retry_after` in seconds
   */
  meet(method: string, now: number): number | null {
    const { perSecond, counts, lockoutSeconds } = this.ceiling;
    if (counts === 'messages' && !/Message/.test(method)) return null;
    if (now < this.#lockedUntil) {
      this.refused += 1;
      return Math.ceil((this.#lockedUntil - now) / SECOND);
    }
    while ((this.accepted[this.#recent] ?? now) <= now - SECOND) this.#recent += 1;
    if (this.accepted.length - this.#recent < perSecond) {
      this.accepted.push(now);
      return null;
    }
    this.refused += 1;
    if (lockoutSeconds === 0) {
      return Math.ceil(((this.accepted[this.#recent] ?? now) + SECOND + TOLERANCE_MS - now) / SECOND);
    }
    this.lockouts += 1;
    this.#lockedUntil = now + lockoutSeconds * SECOND;
    return lockoutSeconds;
  }
}
