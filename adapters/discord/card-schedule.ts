import { momentOf } from './snowflake.js';

/** A card that stands in a channel. */
export interface Card {
  readonly channelId: string;
  readonly messageId: string;
  readonly locale: string;
}

/** How often cards are brought up to date; all in milliseconds. */
export interface CardPace {
  /** Between two edits of any cards: one budget for all. */
  readonly between: number;
  /** Between two edits of one card: its age divided by `ageing`, within these bounds. */
  readonly shortest: number;
  readonly longest: number;
  readonly ageing: number;
}

/**
 * Thirty edits a minute over all (Discord allows fifty requests a second, which the conversations need). A card is
 * edited once a minute in its first minutes, every 6 minutes after an hour, every 2.4 hours after a day.
 */
export const CARD_PACE: CardPace = {
  between: 2_000,
  shortest: 60_000,
  longest: 21_600_000,
  ageing: 10,
};

/** More cards than this are not kept current: the oldest are left as they are. */
const CAPACITY = 1_000;

interface Entry {
  readonly card: Card;
  /** The total that it shows; null where that is not known. */
  shown: number | null;
  /** Not to be edited before, by the process's own clock. */
  notBefore: number;
}

/** Which card is to be edited next. */
export class CardSchedule {
  readonly #entries = new Map<string, Entry>();
  readonly #pace: CardPace;

  constructor(pace: CardPace) {
    this.#pace = pace;
  }

  /** All cards, the oldest first. */
  get cards(): readonly Card[] {
    return [...this.#entries.values()].map(({ card }) => card);
  }

  /** @param now by the process's own clock, in milliseconds, as in all that follows */
  add(card: Card, shown: number | null, now: number): void {
    const notBefore = shown === null ? now : now + this.#waitOf(card);
    this.#entries.set(card.messageId, { card, shown, notBefore });
    const [oldest] = this.#entries.keys();
    if (this.#entries.size > CAPACITY && oldest !== undefined) this.#entries.delete(oldest);
  }

  forget({ messageId }: Card): void {
    this.#entries.delete(messageId);
  }

  /** The card that has waited longest for its turn and shows another total; null where none does. */
  next(total: number, now: number): Card | null {
    let next: Entry | null = null;
    for (const entry of this.#entries.values()) {
      if (entry.shown === total || entry.notBefore > now) continue;
      if (next === null || entry.notBefore < next.notBefore) next = entry;
    }
    return next?.card ?? null;
  }

  /** A card was edited, or that failed for now (`shown` is null then): its next turn is a while away. */
  tried({ messageId }: Card, shown: number | null, now: number): void {
    const entry = this.#entries.get(messageId);
    if (entry === undefined) return;
    entry.shown = shown;
    entry.notBefore = now + this.#waitOf(entry.card);
  }

  #waitOf({ messageId }: Card): number {
    const { shortest, longest, ageing } = this.#pace;
    const age = Date.now() - momentOf(messageId);
    return Math.min(Math.max(age / ageing, shortest), longest);
  }
}
