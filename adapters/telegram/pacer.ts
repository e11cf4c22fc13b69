import { CallTimes } from './call-times.js';

/**
 * Decides when the bot's next message may leave.
 *
 * Telegram publishes no limit for answers over all chats (https://github.com/tdlib/td/issues/3034), and says only by a
 * 429 that there is one. So we begin optimistic and learn, as TCP does (RFC 5681, and RFC 9438 for the slow approach to
 * the last known ceiling; AWS's SDKs do the same in `@smithy/util-retry`, but know no pauses and no priorities):
 *
 * - Until the first refusal, the rate grows while messages wait.
 * - A 429 of one chat holds that chat alone (the outbox does that). If three quiet chats are refused within two seconds,
 *   Telegram limits the whole bot: everybody pauses, and the rate becomes a little less than what was just accepted.
 * - Then the rate grows slowly. A higher rate can cost a pause for everybody, so after a longer pause we wait longer
 *   before we try it.
 */

/** How the rate begins and changes. */
export interface PaceOptions {
  /** Messages a second at first. */
  readonly begin: number;
  /** The most messages a second, until `limit` says otherwise. */
  readonly most: number;
  /** The most messages that may wait for Telegram's answer. */
  readonly inFlight: number;
  /** The rate after a refusal, as a part of what was accepted. */
  readonly backOff: number;
}

/** What is worth remembering over a restart. */
export interface Learned {
  /** Messages a second. */
  readonly rate: number;
  /** The last known ceiling, and the pause that it cost. */
  readonly ceiling: number;
  readonly pauseMs: number;
  /** When the pause ends, in milliseconds since 1970. */
  readonly heldUntil: number;
}

/** Retries go before answers, so that a refused chat does not wait twice. `later` is for everything unasked. */
const URGENCIES = ['first', 'retry', 'answer', 'later'] as const;
export type Urgency = (typeof URGENCIES)[number];

/** A call that has left. */
export interface Started {
  /** On this process's monotonic clock, in milliseconds. */
  readonly at: number;
}

export interface Pacer {
  /**
   * Waits until a message may leave. Each start must be followed by `accepted`, `refused` or `ended`.
   * @param isWanted asked right before; if not, it takes no part of the rate
   * @returns null if it is no longer wanted, or the pacer closed
   */
  start(urgency: Urgency, isWanted: () => boolean): Promise<Started | null>;
  accepted(call: Started): void;
  /** @param isQuiet whether the chat had so few calls that its own limit can't be the reason */
  refused(call: Started, chatId: number, pauseMs: number, isQuiet: boolean): void;
  /** Telegram neither accepted nor refused it. */
  ended(call: Started): void;
  /** Telegram accepted an acknowledgement that left without `start`. */
  acknowledged(call: Started): void;
  /** Telegram refused an acknowledgement, so it limits all calls together. `ended` must follow if it had a start. */
  acknowledgementRefused(call: Started, pauseMs: number): void;
  /** How many messages wait for their start. */
  waiting(): number;
  /** How long everybody still has to wait because Telegram asked, in milliseconds; 0 if nobody has. */
  heldForMs(): number;
  /** Messages a second at present. */
  rate(): number;
  /** Allows at most this many messages a second from now on. */
  limit(most: number): void;
  /** Continues with what an earlier process learned. */
  resume(learned: Learned): void;
  close(): void;
}

/** Growth a second until the first refusal. */
const FAST_GROWTH = 1.15;
/** Growth a second once we are clearly above the last known ceiling: Telegram allows more by now. */
const NEW_GROWTH = 1.02;
const CLEARLY_ABOVE = 1.05;

/**
 * The rate becomes lower still in three cases: a refusal soon after the last one, because we measured too high; a long
 * pause, because it costs more; and a pause like a ban.
 */
const BACK_OFF_MORE = 0.8;
const SOON_MS = 30_000;
const LONG_MS = 10_000;
const BACK_OFF_BAN = 0.5;
const BAN_MS = 60_000;

/** The rate is back at the last known ceiling after this many times the pause. So pauses take 3 % of the time. */
const PAUSES_TO_CEILING = 30;

/** If this many chats are refused within this time, Telegram limits the bot and not the chats. */
const CHATS_FOR_THE_BOT = 3;
const TOGETHER_MS = 2_000;

/** Timers can be late: the pacer makes up for this much at once. */
const CATCH_UP_MS = 50;

const MIN_RATE = 1;

interface Waiting {
  readonly isWanted: () => boolean;
  readonly go: (started: Started | null) => void;
}

interface Refusal {
  /** Null for an acknowledgement. */
  readonly chatId: number | null;
  readonly startedAt: number;
  readonly at: number;
  readonly until: number;
}

/** @param onLearned called when the bot as a whole was refused */
export function createPacer(options: PaceOptions, onLearned: (learned: Learned) => void): Pacer {
  const queues: Readonly<Record<Urgency, Waiting[]>> = { first: [], retry: [], answer: [], later: [] };
  let { begin: rate, most } = options;
  let ceiling: number | null = null;
  let heldUntil = 0;
  let nextAt = 0;
  let grownAt = 0;
  let inFlight = 0;
  let closed = false;
  let timer: NodeJS.Timeout | undefined;
  // Refusals that count together look back by `TOGETHER_MS`.
  const accepted = new CallTimes(TOGETHER_MS);
  const acknowledgements = new CallTimes(TOGETHER_MS);
  let acknowledgementsCount = false;
  /** The growth a millisecond up to the last known ceiling. */
  let approach = 0;
  let refusals: readonly Refusal[] = [];

  const waiting = () => URGENCIES.reduce((sum, urgency) => sum + queues[urgency].length, 0);

  function next(): Waiting | undefined {
    for (const urgency of URGENCIES) {
      for (;;) {
        const first = queues[urgency].shift();
        if (first === undefined) break;
        if (first.isWanted()) return first;
        first.go(null);
      }
    }
    return undefined;
  }

  function pump(): void {
    clearTimeout(timer);
    const now = performance.now();
    grow(now);
    while (waiting() > 0 && inFlight < options.inFlight) {
      const opensAt = Math.max(heldUntil, nextAt);
      if (opensAt > now) {
        timer = setTimeout(pump, Math.ceil(opensAt - now));
        return;
      }
      const one = next();
      if (one === undefined) return;
      spend(now);
      inFlight += 1;
      one.go({ at: now });
    }
  }

  /** Raises the rate for the time since the last call, if messages have waited for the rate all that time. */
  function grow(now: number): void {
    const seconds = (now - Math.max(grownAt, heldUntil)) / 1_000;
    grownAt = now;
    if (seconds <= 0 || waiting() === 0 || inFlight >= options.inFlight) return;
    // A higher rate can cost everybody a pause. It is worth that only if more than a second's messages wait.
    if (ceiling !== null && waiting() < rate) return;
    if (ceiling === null) rate *= FAST_GROWTH ** seconds;
    else if (rate > ceiling * CLEARLY_ABOVE) rate *= NEW_GROWTH ** seconds;
    else rate += approach * seconds * 1_000;
    rate = Math.min(rate, most);
  }

  /** Pauses everybody, and lowers the rate. */
  function holdAll(now: number, ms: number, firstRefusedAt: number): void {
    // Near the ceiling the rate is the better measure: whole calls are too coarse at a few a second.
    const measured = callsBefore(firstRefusedAt) + (ceiling === null ? 0 : 1);
    // A process with little to say is not the reason. Its rate is not measured, so it is only halved.
    const busy = waiting() > rate / 4;
    const sound = Math.min(rate, busy ? measured : Math.max(measured, rate * 0.8));
    const again = ceiling !== null && firstRefusedAt - heldUntil < SOON_MS;
    ceiling = Math.max(MIN_RATE, sound);
    rate = Math.max(MIN_RATE, ceiling * Math.min(options.backOff, backOff(ms, again)));
    approach = (ceiling - rate) / (ms * PAUSES_TO_CEILING);
    heldUntil = now + ms;
    onLearned({ rate, ceiling, pauseMs: ms, heldUntil: Date.now() + ms });
  }

  /** Notes a refusal that a chat's own limit can't explain. If there are enough of them, everybody pauses. */
  function note({ at: startedAt }: Started, chatId: number | null, ms: number): void {
    // Calls that left before the pause began say nothing new.
    if (startedAt < heldUntil) return;
    const now = performance.now();
    const others = refusals.filter(
      (one) => now - one.at < TOGETHER_MS && (chatId === null || one.chatId !== chatId),
    );
    refusals = [...others, { chatId, startedAt, at: now, until: now + ms }];
    if (refusals.length < CHATS_FOR_THE_BOT) return;
    // The median: one chat's own long pause can't stop everybody, and a short one can't end it early.
    const until = median(refusals.map((one) => one.until));
    holdAll(now, Math.max(0, until - now), Math.min(...refusals.map((one) => one.startedAt)));
    refusals = [];
  }

  /** How many calls left in the second before a moment. Acknowledgements count only once Telegram has limited them. */
  function callsBefore(end: number): number {
    return accepted.inSecondBefore(end) + (acknowledgementsCount ? acknowledgements.inSecondBefore(end) : 0);
  }

  function spend(now: number): void {
    nextAt = Math.max(nextAt, now - CATCH_UP_MS) + 1_000 / rate;
  }

  function done(): void {
    inFlight -= 1;
    if (waiting() > 0) pump();
  }

  return {
    start(urgency, isWanted) {
      if (closed) return Promise.resolve(null);
      return new Promise((go) => {
        // The rate does not grow while the queue is empty.
        if (waiting() === 0) grownAt = performance.now();
        queues[urgency].push({ isWanted, go });
        pump();
      });
    },
    accepted({ at }) {
      accepted.add(at);
      done();
    },
    refused(call, chatId, ms, isQuiet) {
      if (isQuiet) note(call, chatId, ms);
      done();
    },
    ended: done,
    acknowledged({ at }) {
      acknowledgements.add(at);
      if (acknowledgementsCount) spend(performance.now());
    },
    acknowledgementRefused(call, ms) {
      if (!acknowledgementsCount) {
        acknowledgementsCount = true;
        // So far the rate counted only messages, which may not have caused the refusal.
        rate = Math.min(most, Math.max(rate, callsBefore(call.at)));
      }
      note(call, null, ms);
    },
    waiting,
    heldForMs: () => Math.max(0, heldUntil - performance.now()),
    rate: () => rate,
    limit(wanted) {
      most = wanted;
      rate = Math.min(rate, most);
    },
    resume(learned) {
      rate = Math.min(Math.max(learned.rate, MIN_RATE), most);
      ceiling = Math.max(learned.ceiling, rate);
      approach = (ceiling - rate) / (learned.pauseMs * PAUSES_TO_CEILING);
      heldUntil = Math.max(heldUntil, performance.now() + learned.heldUntil - Date.now());
      pump();
    },
    close() {
      closed = true;
      clearTimeout(timer);
      for (const urgency of URGENCIES) for (const { go } of queues[urgency].splice(0)) go(null);
    },
  };
}

function backOff(ms: number, again: boolean): number {
  if (ms > BAN_MS) return BACK_OFF_BAN;
  if (ms > LONG_MS || again) return BACK_OFF_MORE;
  return 1;
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
