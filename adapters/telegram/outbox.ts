import { setMaxListeners } from 'node:events';
import PQueue from 'p-queue';
import type { Logger } from 'pino';
import type { Opts } from 'telegraf/types';
import { pause } from '../../src/channel/kit/pause.js';
import type { Call, Method, Result } from './api.js';
import { type Failure, failureOf } from './failure.js';
import type { Rate, Rates } from './limits.js';

/** The result of a call: done, or refused for good. */
export type Sent<M extends Method> =
  | { readonly ok: true; readonly result: Result<M> }
  | { readonly ok: false; readonly failure: Failure };

/** A call failed for as long as we retry, this process is stopping, or another process may answer by now. */
export class Undelivered extends Error {
  override readonly name = 'Undelivered';
  constructor(readonly code: string) {
    super(`a call to Telegram was not made (${code})`);
  }
}

/** Makes one call, with retries. @throws Undelivered */
export type Send = <M extends Method>(method: M, payload: Opts<M>) => Promise<Sent<M>>;

/**
 * Why a chat has to wait: our own `pace` for this chat (a second or two), a pause that Telegram `asked` for,
 * or the `queue` of this chat.
 */
export type OnHeldBack = (why: 'pace' | 'asked' | 'queue') => void;

/** Sends everything that the bot says, within Telegram's limits. */
export interface Outbox {
  /**
   * Makes a call that belongs to no chat.
   * @param urgency `now` goes before all messages to chats, `later` after them
   * @throws Undelivered
   */
  call<M extends Method>(urgency: 'now' | 'later', method: M, payload: Opts<M>): Promise<Sent<M>>;
  /**
   * Sends something to a chat, after everything queued there before.
   * @param work makes its calls with `send`; this chat gets nothing else before `work` ends
   * @param onHeldBack called if this chat itself causes a wait
   */
  inChat<T>(chatId: number, work: (send: Send) => Promise<T>, onHeldBack?: OnHeldBack): Promise<T>;
  /** The number of queued answers for a chat. */
  backlog(chatId: number): number;
  /** Drops everything that is not sent yet. */
  close(): void;
}

export interface OutboxOptions {
  readonly call: Call;
  readonly rates: Rates;
  /** How many processes share the total rate: each gets its part. */
  readonly processes: number;
  readonly log: Logger;
  /** The pause before the first retry, in milliseconds; doubles up to 15 s. */
  readonly retryMs: number;
}

/** With pauses of 0.5, 1, 2, 4, 8 and then 15 s, we give up on an answer after about two minutes. */
const TRIES = 12;
const MAX_RETRY_MS = 15_000;

/** Timers can end a little early, but a pause that Telegram asks for must not. */
const TIMER_GRACE_MS = 50;

/** The state of one chat. */
interface Lane {
  /** Answers one at a time. */
  readonly order: PQueue;
  /** Calls within the chat's own limit. */
  readonly pace: PQueue;
  /** The time of the last call. */
  last: number;
}

export function createOutbox({ call, rates, processes, log, retryMs }: OutboxOptions): Outbox {
  const everything = paced({ calls: rates.all.calls, ms: rates.all.ms * processes });
  const lanes = new Map<number, Lane>();
  const closing = new AbortController();
  // Every waiting call listens to this signal.
  setMaxListeners(0, closing.signal);
  let closedUntil = 0;
  let reopening: NodeJS.Timeout | undefined;

  /** Private chats have positive ids, groups negative ones. */
  const rateOf = (chatId: number): Rate => (chatId > 0 ? rates.chat : rates.group);

  function laneOf(chatId: number): Lane {
    const known = lanes.get(chatId);
    if (known !== undefined) return known;
    const rate = rateOf(chatId);
    const order = new PQueue({ concurrency: 1 });
    const lane: Lane = { order, pace: paced(rate), last: Number.NEGATIVE_INFINITY };
    // A lane is dropped when its pace allows everything again.
    order.on('idle', () => {
      setTimeout(() => {
        const idle = order.size + order.pending === 0 && performance.now() - lane.last >= rate.ms;
        if (idle) lanes.delete(chatId);
      }, rate.ms + TIMER_GRACE_MS).unref();
    });
    lanes.set(chatId, lane);
    return lane;
  }

  /** Sends nothing at all for so long. */
  function holdEverything(ms: number): void {
    if (performance.now() + ms <= closedUntil) return;
    closedUntil = performance.now() + ms;
    everything.pause();
    clearTimeout(reopening);
    reopening = setTimeout(() => everything.start(), ms);
  }

  /** Waits for its turn in a queue, unless the outbox closes. */
  async function inTurn<T>(queue: PQueue, work: () => Promise<T>, priority = 0): Promise<T> {
    try {
      return await queue.add(work, { priority, signal: closing.signal });
    } catch (error) {
      if (closing.signal.aborted) throw new Undelivered('stopping');
      throw error;
    }
  }

  async function attempt<M extends Method>(method: M, payload: Opts<M>): Promise<Sent<M>> {
    try {
      return { ok: true, result: await call(method, payload, { signal: closing.signal }) };
    } catch (error) {
      const failure = failureOf(error);
      if (failure === null) throw error;
      return { ok: false, failure };
    }
  }

  /**
   * Retries until Telegram has accepted or refused the call.
   * @param once makes one attempt
   * @param holdChat pauses this chat if the limit is the chat's own; says whether it did
   */
  async function persist<M extends Method>(
    method: M,
    once: () => Promise<Sent<M>>,
    holdChat: (ms: number) => Promise<boolean>,
  ): Promise<Sent<M>> {
    for (let failures = 0; ; ) {
      const sent = await once();
      if (sent.ok) return sent;
      const { failure } = sent;
      if (failure.kind === 'limited') {
        log.warn(
          { channel: 'telegram', method, code: failure.code, seconds: failure.seconds },
          'Telegram asked to wait',
        );
        const ms = failure.seconds * 1_000 + TIMER_GRACE_MS;
        if (!(await holdChat(ms))) holdEverything(ms);
      } else if (failure.kind === 'away' || failure.kind === 'unauthorised') {
        failures += 1;
        if (failures === TRIES) throw new Undelivered(failure.code);
        await pause(Math.min(retryMs * 2 ** (failures - 1), MAX_RETRY_MS), closing.signal);
      } else {
        return sent;
      }
    }
  }

  function sendTo(lane: Lane, rate: Rate, onHeldBack: OnHeldBack): Send {
    return (method, payload) => {
      /** Whether the chat had another call shortly before this one; this call's own retries don't count. */
      let crowded: boolean | null = null;
      const once = () => {
        const made = inTurn(lane.pace, () =>
          inTurn(everything, () => {
            const now = performance.now();
            crowded ??= now - lane.last < rate.ms;
            lane.last = now;
            return attempt(method, payload);
          }),
        );
        if (lane.pace.size > 0) onHeldBack('pace');
        return made;
      };
      /**
       * A 429 does not say whether it means the chat or the bot. If this chat had another call within its own
       * limit's span, we take it for the chat's limit. Otherwise the chat can't be the reason.
       */
      const holdChat = async (ms: number) => {
        if (crowded !== true) return false;
        onHeldBack('asked');
        await pause(ms, closing.signal);
        return true;
      };
      return persist(method, once, holdChat);
    };
  }

  return {
    call(urgency, method, payload) {
      const once = () => inTurn(everything, () => attempt(method, payload), urgency === 'now' ? 1 : -1);
      return persist(method, once, async () => false);
    },
    inChat(chatId, work, onHeldBack = () => undefined) {
      const lane = laneOf(chatId);
      const done = inTurn(lane.order, () => work(sendTo(lane, rateOf(chatId), onHeldBack)));
      if (lane.order.size > 0) onHeldBack('queue');
      return done;
    },
    backlog(chatId) {
      const order = lanes.get(chatId)?.order;
      return order === undefined ? 0 : order.size + order.pending;
    },
    close() {
      closing.abort();
      clearTimeout(reopening);
    },
  };
}

/** A queue that starts at most so many calls in any span of so many milliseconds. */
function paced({ calls, ms }: Rate): PQueue {
  return new PQueue({ intervalCap: calls, interval: ms, strict: true });
}
