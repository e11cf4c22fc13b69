import { momentOf } from './snowflake.js';

/** A card in a channel. */
export interface Card {
  /** The server; null for a channel outside of servers. */
  readonly guildId: string | null;
  readonly channelId: string;
  readonly messageId: string;
  readonly locale: string;
  /** Null while the card is kept current. */
  readonly ending: Ending | null;
}

/** Why a card gets one last edit. */
export interface Ending {
  /** The message of the card that took over in the channel; null if the card is only no longer kept current. */
  readonly movedTo: string | null;
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

/** The most cards that we keep current, in all and in one server. Beyond it, the oldest end. */
const CAPACITY = 1_000;
const CAPACITY_A_SERVER = 20;

interface Entry {
  card: Card;
  /** When it was posted, on the process's monotonic clock; minus infinity if unknown. */
  readonly posted: number;
  /** The total that it shows; null if unknown. */
  shown: number | null;
  /** The earliest time of the next edit, on the same clock. */
  notBefore: number;
}

/** Decides which card to edit next. One card a channel is kept current: the newest. */
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
    this.#put(entry, now);
  }

  /** Adds a card of an earlier run. Its id gives its age; the total that it shows is unknown. */
  resume(card: Card, now: number): void {
    const moment = momentOf(card.messageId);
    const posted = Number.isNaN(moment) ? Number.NEGATIVE_INFINITY : now - (Date.now() - moment);
    this.#put({ card, posted, shown: null, notBefore: now }, now);
  }

  /** Ends a card that can soon no longer be edited: its last edit is due now. False if the card is not known. */
  end(messageId: string, now: number): boolean {
    const entry = this.#entries.get(messageId);
    if (entry?.card.ending === null) this.#end(entry, null, now);
    return entry !== undefined;
  }

  /** Makes every card due now, whatever its age, because a text of all of them has changed. */
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
   * The next card to edit, among those that are due and show another total, or end. It takes the card that is latest
   * relative to its own wait, and the newer of two. So a new card goes before many old ones, and every card
   * gets its turn.
   */
  next(total: number, now: number): Card | null {
    let next: Entry | null = null;
    let latest = -1;
    for (const entry of this.#entries.values()) {
      if ((entry.shown === total && entry.card.ending === null) || entry.notBefore > now) continue;
      const late = (now - entry.notBefore) / this.#waitOf(entry, now);
      if (next === null || late > latest || (late === latest && entry.posted >= next.posted)) {
        next = entry;
        latest = late;
      }
    }
    return next?.card ?? null;
  }

  /**
   * Records an edit, or a failed one (`shown` is null then), and schedules the next. After its last edit, a card is
   * removed.
   */
  tried({ messageId }: Card, shown: number | null, now: number): void {
    const entry = this.#entries.get(messageId);
    if (entry === undefined) return;
    entry.shown = shown;
    entry.notBefore = now + this.#waitOf(entry, now);
  }

  #put(entry: Entry, now: number): void {
    this.#entries.set(entry.card.messageId, entry);
    const { channelId, guildId } = entry.card;
    const [newest, ...older] = this.#live((card) => card.channelId === channelId);
    for (const one of older) this.#end(one, newest?.card.messageId ?? null, now);
    if (guildId !== null) {
      const inServer = this.#live((card) => card.guildId === guildId);
      for (const one of inServer.slice(CAPACITY_A_SERVER)) this.#end(one, null, now);
    }
    if (this.#entries.size <= CAPACITY) return;
    for (const one of this.#live(() => true).slice(CAPACITY)) this.#end(one, null, now);
    // An ended card is removed once it is edited. There can be too many only while Discord is away.
    const [oldest] = this.#entries.values();
    if (this.#entries.size > 2 * CAPACITY && oldest !== undefined) this.forget(oldest.card);
  }

  /** The cards that are kept current, the newest first; of two equally new, the later added. */
  #live(which: (card: Card) => boolean): Entry[] {
    return [...this.#entries.values()]
      .reverse()
      .filter(({ card }) => card.ending === null && which(card))
      .sort((one, other) => (other.posted === one.posted ? 0 : other.posted - one.posted));
  }

  #end(entry: Entry, movedTo: string | null, now: number): void {
    entry.card = { ...entry.card, ending: { movedTo } };
    entry.notBefore = now;
  }

  #waitOf({ card, posted }: Entry, now: number): number {
    const { shortest, longest, ageing } = this.#pace;
    if (card.ending !== null) return shortest;
    return Math.min(Math.max((now - posted) / ageing, shortest), longest);
  }
}
