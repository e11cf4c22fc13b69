import { BoundedMap } from '../../src/channel/kit/bounded.js';
import { DAY_MS } from '../../src/day.js';

/** How many cards one person, or one server, may post. All times in milliseconds. */
export interface Allowance {
  /** The wait after a card. */
  readonly cooldown: number;
  /** The most cards within a time. */
  readonly most: number;
  readonly within: number;
}

export interface CardAllowances {
  readonly person: Allowance;
  readonly server: Allowance;
}

/** With these limits, one person can't push other people's cards out of the schedule, or fill a server with cards. */
export const CARD_ALLOWANCES: CardAllowances = {
  person: { cooldown: 15_000, most: 10, within: DAY_MS },
  server: { cooldown: 5_000, most: 50, within: DAY_MS },
};

/** How many people's and servers' cards we remember. */
const REMEMBERED = 20_000;

/**
 * Limits the cards that people post. It remembers people only in this process's memory: nothing about a person is stored,
 * and a restart forgets.
 */
export class CardLimits {
  readonly #allowances: CardAllowances;
  readonly #posts = new BoundedMap<string, readonly number[]>(REMEMBERED);

  constructor(allowances: CardAllowances) {
    this.#allowances = allowances;
  }

  /**
   * Admits a card and counts it, or says how long to wait.
   * @param server the server's id; of a channel outside of servers, the channel's
   * @param now the process's monotonic clock in milliseconds
   * @returns 0 if the card is admitted; else the wait in milliseconds
   */
  admit(person: string, server: string, now: number): number {
    const { person: ofPerson, server: ofServer } = this.#allowances;
    const byPerson = this.#recent(`person ${person}`, ofPerson, now);
    const byServer = this.#recent(`server ${server}`, ofServer, now);
    const wait = Math.max(waitAfter(byPerson, ofPerson, now), waitAfter(byServer, ofServer, now));
    if (wait > 0) return wait;
    this.#posts.set(`person ${person}`, [...byPerson, now]);
    this.#posts.set(`server ${server}`, [...byServer, now]);
    return 0;
  }

  /** An admitted card was not posted after all. */
  giveBack(person: string, server: string, admitted: number): void {
    for (const key of [`person ${person}`, `server ${server}`]) {
      this.#posts.set(
        key,
        (this.#posts.get(key) ?? []).filter((moment) => moment !== admitted),
      );
    }
  }

  #recent(key: string, { within }: Allowance, now: number): readonly number[] {
    return (this.#posts.get(key) ?? []).filter((moment) => moment > now - within);
  }
}

function waitAfter(posts: readonly number[], { cooldown, most, within }: Allowance, now: number): number {
  const last = posts.at(-1) ?? Number.NEGATIVE_INFINITY;
  // There is room again once this post is older than the time.
  const oldest = posts.at(-most) ?? Number.NEGATIVE_INFINITY;
  return Math.max(last + cooldown - now, oldest + within - now, 0);
}
