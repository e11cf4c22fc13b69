import { setMaxListeners } from 'node:events';
import PQueue from 'p-queue';
import type { Logger } from 'pino';
import type { Opts } from 'telegraf/types';
import { pause } from '../../src/channel/pause.js';
import type { Call, Method, Result } from './api.js';
import { type Failure, failureOf } from './failure.js';
import type { Rate, Rates } from './limits.js';

/** What became of a call: done, or not to be done. */
export type Sent<M extends Method> =
  | { readonly ok: true; readonly result: Result<M> }
  | { readonly ok: false; readonly failure: Failure };

/** A call could not be made: Telegram was away for as long as we try, or this process is stopping. */
export class Undelivered extends Error {
  override readonly name = 'Undelivered';
  constructor(readonly code: string) {
    super(`a call to Telegram was not made (${code})`);
  }
}

/** Everything that the bot says, in one queue that keeps Telegram's limits. */
export interface Outbox {
  /**
   * Makes a call that belongs to no chat.
   * @param urgency `now` goes before everything that is sent to chats, `later` after it
   * @throws Undelivered
   */
  call<M extends Method>(method: M, payload: Opts<M>, urgency: 'now' | 'later'): Promise<Sent<M>>;
  /**
   * Makes a call that is sent to a chat, after those before it.
   * @throws Undelivered
   */
  toChat<M extends Method>(chatId: number, method: M, payload: Opts<M>): Promise<Sent<M>>;
  /** Whether something waits to be sent to this chat. */
  busy(chatId: number): boolean;
  /** Gives up on all that is not sent yet. */
  close(): void;
}

export interface OutboxOptions {
  readonly call: Call;
  readonly rates: Rates;
  /** How many processes share what may be said over all: each takes its part. */
  readonly processes: number;
  readonly log: Logger;
  /** Before the second try of a call that Telegram did not answer, in milliseconds; doubles up to 15 s. */
  readonly retryMs: number;
}

/** With waits of 0.5, 1, 2, 4, 8 and then 15 s, somebody waits about two minutes before an answer is given up. */
const TRIES = 12;
const LONGEST_RETRY_MS = 15_000;

/** Timers can end a little early, and a pause that Telegram asks for must not. */
const TIMER_GRACE_MS = 50;

interface Lane {
  readonly queue: PQueue;
  /** When the last call but one, and the last one, were made. */
  previous: number;
  last: number;
}

export function createOutbox({ call, rates, processes, log, retryMs }: OutboxOptions): Outbox {
  const share = Math.max(1, Math.floor(rates.all.calls / processes));
  const everything = new PQueue({ intervalCap: share, interval: rates.all.ms, strict: true });
  const lanes = new Map<number, Lane>();
  const closing = new AbortController();
  // Everything that waits listens to it.
  setMaxListeners(0, closing.signal);
  let closedUntil = 0;
  let reopening: NodeJS.Timeout | undefined;

  /** Private chats have positive numbers, groups negative ones. */
  const rateOf = (chatId: number): Rate => (chatId > 0 ? rates.chat : rates.group);

  function laneOf(chatId: number): Lane {
    const known = lanes.get(chatId);
    if (known !== undefined) return known;
    const { calls, ms } = rateOf(chatId);
    const queue = new PQueue({ concurrency: 1, intervalCap: calls, interval: ms, strict: true });
    const lane: Lane = { queue, previous: Number.NEGATIVE_INFINITY, last: Number.NEGATIVE_INFINITY };
    // A lane is forgotten once its pace allows everything again.
    queue.on('idle', () => {
      setTimeout(() => {
        const idle = queue.size === 0 && queue.pending === 0;
        if (idle && performance.now() - lane.last >= ms && lanes.get(chatId) === lane) lanes.delete(chatId);
      }, ms).unref();
    });
    lanes.set(chatId, lane);
    return lane;
  }

  /** Sends nothing at all before this has passed. */
  function holdEverything(ms: number): void {
    if (performance.now() + ms <= closedUntil) return;
    closedUntil = performance.now() + ms;
    everything.pause();
    clearTimeout(reopening);
    reopening = setTimeout(() => everything.start(), ms);
  }

  /**
   * A 429 does not say whether it means the chat or the bot. Where this chat had another call within the span of its
   * own limit it is taken to be the chat's; otherwise the chat can't be the reason, and everything waits.
   */
  function isChatsOwn(lane: Lane | null, chatId: number | null): boolean {
    return lane !== null && chatId !== null && lane.last - lane.previous < rateOf(chatId).ms;
  }

  /** Waits for its turn in a queue, unless that comes too late. */
  async function inTurn<T>(queue: PQueue, work: () => Promise<T>, priority = 0): Promise<T> {
    try {
      return await queue.add(work, { priority, signal: closing.signal });
    } catch (error) {
      if (closing.signal.aborted) throw new Undelivered('stopping');
      throw error;
    }
  }

  async function attempt<M extends Method>(method: M, payload: Opts<M>, lane: Lane | null): Promise<Sent<M>> {
    if (lane !== null) {
      lane.previous = lane.last;
      lane.last = performance.now();
    }
    try {
      return { ok: true, result: await call(method, payload, { signal: closing.signal }) };
    } catch (error) {
      const failure = failureOf(error);
      if (failure === null) throw error;
      return { ok: false, failure };
    }
  }

  async function make<M extends Method>(
    method: M,
    payload: Opts<M>,
    { chatId, lane, priority }: { chatId: number | null; lane: Lane | null; priority: number },
  ): Promise<Sent<M>> {
    for (let failures = 0; ; ) {
      const sent = await inTurn(everything, () => attempt(method, payload, lane), priority);
      if (sent.ok) return sent;
      const { failure } = sent;
      if (failure.kind === 'limited') {
        const own = isChatsOwn(lane, chatId);
        const { code, seconds } = failure;
        log.warn({ method, code, seconds, whole: !own }, 'Telegram asks for a pause');
        const ms = seconds * 1_000 + TIMER_GRACE_MS;
        if (own) await pause(ms, closing.signal);
        else holdEverything(ms);
      } else if (failure.kind === 'away' || failure.kind === 'unauthorised') {
        failures += 1;
        if (failures === TRIES) throw new Undelivered(failure.code);
        await pause(Math.min(retryMs * 2 ** (failures - 1), LONGEST_RETRY_MS), closing.signal);
      } else {
        return sent;
      }
    }
  }

  return {
    call: (method, payload, urgency) =>
      make(method, payload, { chatId: null, lane: null, priority: urgency === 'now' ? 1 : -1 }),
    toChat: async (chatId, method, payload) => {
      const lane = laneOf(chatId);
      return inTurn(lane.queue, () => make(method, payload, { chatId, lane, priority: 0 }));
    },
    busy(chatId) {
      const queue = lanes.get(chatId)?.queue;
      return queue !== undefined && queue.size + queue.pending > 0;
    },
    close() {
      closing.abort();
      clearTimeout(reopening);
    },
  };
}
