/** How often a method may be called a minute, by its tier. */
export const TIER = { one: 1, two: 20, three: 50, four: 100, special: 600 } as const;

/** Slack promises "some burst tolerance": calls above the rate that it still accepts. */
const BURST = { one: 20, two: 20, three: 50, four: 100, special: 100, channel: 5 } as const;

/** Slack's rate limits: each method a minute, and `chat.postMessage` once a second a channel. */
export class RateLimits {
  readonly #buckets = new Map<string, { left: number; at: number }>();
  /** The number of refused requests: 0 if the app keeps to the limits. */
  refused = 0;
  /** If false, nothing is limited: for tests in which many people act within a second. */
  on = true;

  /** Seconds to wait; null if the call is allowed. */
  admit(method: string, tier: keyof typeof TIER, channel: string | null): number | null {
    if (!this.on) return null;
    const perSecond = TIER[tier] / 60;
    const wait =
      this.#take(method, BURST[tier], perSecond) ??
      (channel === null ? null : this.#take(`${method} ${channel}`, BURST.channel, 1));
    if (wait !== null) this.refused += 1;
    return wait;
  }

  /** Takes a token from the bucket, or returns the seconds until there is one. */
  #take(key: string, burst: number, perSecond: number): number | null {
    const now = performance.now();
    const bucket = this.#buckets.get(key) ?? { left: burst, at: now };
    const left = Math.min(burst, bucket.left + ((now - bucket.at) / 1000) * perSecond);
    const taken = left >= 1;
    this.#buckets.set(key, { left: taken ? left - 1 : left, at: now });
    return taken ? null : Math.max(1, Math.ceil((1 - left) / perSecond));
  }
}
