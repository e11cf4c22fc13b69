import type { Clock } from './clock.js';
import { CommandError } from './refusal.js';

export interface Rates {
  /** Calls in any second, over all chats. */
  readonly overall: number;
  /** Messages and edits to one private chat: a burst of this size, then one a second. */
  readonly chatBurst: number;
  /** Messages and edits to one group in any minute. */
  readonly group: number;
}

/** What Telegram allows, roughly: https://core.telegram.org/bots/faq#my-bot-is-hitting-limits-how-do-i-avoid-this */
export const TELEGRAM_RATES: Rates = { overall: 30, chatBurst: 5, group: 20 };

/** No limits, for tests about other subjects. */
export const NO_RATES: Rates = { overall: Infinity, chatBurst: Infinity, group: Infinity };

const SECOND = 1000;
const MINUTE = 60_000;

/** Counts calls and refuses calls over the limit with 429. It also counts calls that ignore `retry_after`. */
export class RateLimits {
  /** Calls that came before the `retry_after` of an earlier 429 had passed. */
  early = 0;
  /** Calls that were refused with 429. */
  refused = 0;
  rates: Rates = TELEGRAM_RATES;
  readonly #calls = new Map<string, number[]>();
  readonly #buckets = new Map<number, { readonly left: number; readonly at: number }>();
  readonly #closedUntil = new Map<string, number>();

  constructor(readonly clock: Clock) {}

  /** Remembers a 429. Until it has passed, calls for this chat (null: all calls) come too early. */
  close(chat: number | null, seconds: number): void {
    this.#closedUntil.set(chat === null ? 'all' : String(chat), this.clock.now() + seconds * SECOND);
  }

  /** @throws CommandError 429 for a call over the limit */
  count(chat: number | null): void {
    const now = this.clock.now();
    for (const scope of chat === null ? ['all'] : ['all', String(chat)]) {
      // We allow a tenth of a second, since the timers of client and server differ.
      if (now < (this.#closedUntil.get(scope) ?? 0) - 100) this.early += 1;
    }
    const wait = Math.max(
      this.#over('all', this.rates.overall, SECOND, now),
      chat === null
        ? 0
        : chat < 0
          ? this.#over(String(chat), this.rates.group, MINUTE, now)
          : this.#drained(chat, now),
    );
    if (wait > 0) {
      this.refused += 1;
      const seconds = Math.ceil(wait / SECOND);
      throw new CommandError(429, `Too Many Requests: retry after ${seconds}`, seconds);
    }
    for (const scope of chat === null ? ['all'] : ['all', String(chat)]) this.#recent(scope).push(now);
    if (chat !== null) this.#buckets.set(chat, { left: this.#left(chat, now) - 1, at: now });
  }

  /** The rest of a private chat's burst. It grows by one a second. */
  #left(chat: number, now: number): number {
    const { left, at } = this.#buckets.get(chat) ?? { left: this.rates.chatBurst, at: now };
    return Math.min(this.rates.chatBurst, left + (now - at) / SECOND);
  }

  /** Milliseconds until a private chat accepts another message. */
  #drained(chat: number, now: number): number {
    return Math.max(0, (1 - this.#left(chat, now)) * SECOND);
  }

  /** How long a call must wait, in ms; 0 if it is within the limit. */
  #over(scope: string, most: number, windowMs: number, now: number): number {
    const recent = this.#recent(scope);
    while (recent[0] !== undefined && recent[0] <= now - windowMs) recent.shift();
    const oldest = recent[recent.length - most];
    return oldest === undefined ? 0 : oldest + windowMs - now;
  }

  #recent(scope: string): number[] {
    const known = this.#calls.get(scope);
    if (known !== undefined) return known;
    const fresh: number[] = [];
    this.#calls.set(scope, fresh);
    return fresh;
  }
}
