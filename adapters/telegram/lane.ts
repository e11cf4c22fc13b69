import { LONG_HOLD_MS, type Rate } from './limits.js';

/**
 * A chat with this many calls in the last minute may itself be the reason for a 429: Telegram allows about 20
 * (https://github.com/tdlib/td/issues/2592).
 */
const BUSY_CALLS = 15;
const MINUTE_MS = 60_000;

/** An answer in a lane, until it is sent. */
export interface Job {
  /** A later screen may take its place, as long as nothing of it has been sent. */
  readonly replaceable: boolean;
  begun: boolean;
  replaced: boolean;
}

/** One chat: its answers that are not sent yet, its own limits, and the pause that Telegram asked for. */
export class Lane {
  readonly #jobs = new Set<Job>();
  /** When calls left, oldest first, on the monotonic clock. */
  #calls: number[] = [];
  #heldUntil = 0;
  #heldMs = 0;

  /** @param rates all of them are kept */
  constructor(readonly rates: readonly Rate[]) {}

  /** The number of answers that are not sent yet. */
  get backlog(): number {
    return this.#jobs.size;
  }

  /** When the next call may leave. */
  get opensAt(): number {
    const { rates } = this;
    return Math.max(this.#heldUntil, ...rates.map(({ calls, ms }) => (this.#calls.at(-calls) ?? -ms) + ms));
  }

  /** Whether its own calls were too few to be the reason for a 429. */
  isQuiet(now: number): boolean {
    return this.#calls.filter((at) => at > now - MINUTE_MS).length < BUSY_CALLS;
  }

  /** Whether Telegram asked for a long pause that is not over. */
  heldLong(now: number): boolean {
    return this.#heldMs > LONG_HOLD_MS && now < this.#heldUntil;
  }

  /** Whether nothing is left to do or to remember. */
  isIdle(now: number): boolean {
    return this.#jobs.size === 0 && now > this.#heldUntil && now - (this.#calls.at(-1) ?? 0) > MINUTE_MS;
  }

  called(at: number): void {
    if ((this.#calls[0] ?? at) < at - MINUTE_MS)
      this.#calls = this.#calls.filter((one) => one >= at - MINUTE_MS);
    this.#calls.push(at);
  }

  hold(now: number, ms: number): void {
    this.#heldUntil = Math.max(this.#heldUntil, now + ms);
    this.#heldMs = ms;
  }

  /** @param replaces whether answers that can be replaced and have not begun are no longer needed */
  add(job: Job, replaces: boolean): void {
    if (replaces) for (const one of this.#jobs) if (one.replaceable && !one.begun) one.replaced = true;
    this.#jobs.add(job);
  }

  finished(job: Job): void {
    this.#jobs.delete(job);
  }
}
