import { momentOf } from './snowflake.js';

/** A card in a channel. */
export interface Card {
  readonly channelId: string;
  readonly messageId: string;
  readonly locale: string;
}

/** How often cards are updated; all in milliseconds. */
export interface CardPace {
  /** Between two edits of any cards: one budget for all. */
  readonly between: number;
  /** Between two edits of one card: its age divided by `ageing`, within these limits. */
  readonly shortest: number;
  readonly longest: number;
  readonly ageing: number;
}

/**
 * Thirty edits a minute in total. Discord allows fifty requests a second, which the conversations need. A
 * card is edited every 15 s in its first minutes, every 6 minutes after an hour, every 2.4 hours after a day.
 */
export const CARD_PACE: CardPace = {
  between: 2_000,
  shortest: 15_000,
  longest: 21_600_000,
  ageing: 10,
};

/** The most cards that we keep current. Beyond it, the oldest are no longer updated. */
const CAPACITY = 1_000;

interface Entry {
  readonly card: Card;
  /** When it was posted, on the process's monotonic clock; minus infinity if unknown. */
  readonly posted: number;
  /** The total that it shows; null if unknown. */
  shown: number | null;
  /** The earliest time of the next edit, on the same clock. */
  notBefore: number;
}

/** Decides which card to edit next. */
export class CardSchedule {
  readonly #entries = new Map<string, Entry>();
  readonly #pace: CardPace;

  constructor(pace: CardPace) {
    this.#pace = pace;
  }

  get cards(): readonly Card[] {
    return [...this.#entries.values()].map(({ card }) => card);
  }

  /**
   * Adds a new card.
   * @param shown the total that it shows; null if the card is out of date already
   * @param now the process's monotonic clock in milliseconds, as in all methods
   */
  add(card: Card, shown: number | null, now: number): void {
    const entry = { card, posted: now, shown, notBefore: now };
    entry.notBefore += this.#waitOf(entry, now);
    this.#put(entry);
  }

  /** Adds a card of an earlier run. Its id gives its age; the total that it shows is unknown. */
  resume(card: Card, now: number): void {
    const moment = momentOf(card.messageId);
    const posted = Number.isNaN(moment) ? Number.NEGATIVE_INFINITY : now - (Date.now() - moment);
    this.#put({ card, posted, shown: null, notBefore: now });
  }

  /** Makes every card due now, whatever its age: what all of them say has changed. */
  hurry(now: number): void {
    for (const entry of this.#entries.values()) {
      entry.shown = null;
      entry.notBefore = Math.min(entry.notBefore, now);
    }
  }

  forget({ messageId }: Card): void {
    this.#entries.delete(messageId);
  }

  /**
   * The next card to edit, among those that are due and show another total. It takes the card that is latest
   * relative to its own wait, and the newer of two. So a new card goes before many old ones, and every card
   * gets its turn.
   */
  next(total: number, now: number): Card | null {
    let next: Entry | null = null;
    let latest = -1;
    for (const entry of this.#entries.values()) {
      if (entry.shown === total || entry.notBefore > now) continue;
      const late = (now - entry.notBefore) / this.#waitOf(entry, now);
      if (next === null || late > latest || (late === latest && entry.posted >= next.posted)) {
        next = entry;
        latest = late;
      }
    }
    return next?.card ?? null;
  }

  /** Records an edit, or a failed one (`shown` is null then), and schedules the next. */
  tried({ messageId }: Card, shown: number | null, now: number): void {
    const entry = this.#entries.get(messageId);
    if (entry === undefined) return;
    entry.shown = shown;
    entry.notBefore = now + this.#waitOf(entry, now);
  }

  #put(entry: Entry): void {
    this.#entries.set(entry.card.messageId, entry);
    if (this.#entries.size <= CAPACITY) return;
    const oldest = [...this.#entries.values()].reduce((one, other) =>
      other.posted < one.posted ? other : one,
    );
    this.forget(oldest.card);
  }

  #waitOf({ posted }: Entry, now: number): number {
    const { shortest, longest, ageing } = this.#pace;
    return Math.min(Math.max((now - posted) / ageing, shortest), longest);
  }
}
