import { setMaxListeners } from 'node:events';
import type { Logger } from 'pino';
import type { Opts } from 'telegraf/types';
import { createBackoff } from '../../src/channel/kit/backoff.js';
import { InOrder } from '../../src/channel/kit/in-order.js';
import { pause } from '../../src/channel/kit/pause.js';
import { createAcknowledger } from './acknowledge.js';
import type { Call, Method, Payload } from './api.js';
import { createAttempt, type Sent } from './attempt.js';
import { type Job, Lane } from './lane.js';
import { LONG_HOLD_MS, type Rates, TIMER_GRACE_MS } from './limits.js';
import type { Pacer, Started, Urgency } from './pacer.js';

/** A call failed for as long as we retry, this process is stopping, or another process may answer by now. */
export class Undelivered extends Error {
  override readonly name = 'Undelivered';
  constructor(readonly code: string) {
    super(`a call to Telegram was not made (${code})`);
  }
}

/** Makes one call, with retries. @throws Undelivered */
export type Send = <M extends Method>(method: M, payload: Payload<M>) => Promise<Sent<M>>;

/** Why an answer has to wait: its own chat, or the bot's pace over all chats. */
export type OnHeldBack = (why: 'chat' | 'all') => void;

/** How an answer relates to the other answers of its chat. */
export interface InChatOptions {
  /** Called whenever the answer has to wait. */
  readonly onHeldBack?: OnHeldBack;
  /** A later screen may take its place, as long as nothing of it has been sent. */
  readonly replaceable?: boolean;
  /** It is a screen: it takes the place of earlier answers that can be replaced. */
  readonly replaces?: boolean;
  /** Nobody waits for it: it goes after all answers, and not at all while Telegram asks for a long pause in its chat. */
  readonly unasked?: true;
}

/** The long pauses (over a minute) that Telegram has asked for and that are not over. */
export interface Holds {
  /** The seconds that everybody has to wait; 0 if nobody has to wait for long. */
  readonly seconds: number;
  /** How many single chats have to wait. */
  readonly chats: number;
}

/** Sends everything that the bot says, within Telegram's limits. */
export interface Outbox {
  /** Acknowledges a press: see `acknowledge.ts`. Tries once. */
  acknowledge(acknowledgement: Opts<'answerCallbackQuery'>): Promise<Sent<'answerCallbackQuery'>>;
  /** Whether a press may be acknowledged before its answer is sent: only while Telegram does not limit that. */
  acknowledgesEarly(): boolean;
  /** An acknowledgement left in the answer to a webhook. */
  acknowledgedElsewhere(): void;
  /** Makes a call that belongs to no chat and that nobody waits for. @throws Undelivered */
  call<M extends Method>(method: M, payload: Payload<M>): Promise<Sent<M>>;
  /**
   * Sends something to a chat, after everything queued there before.
   * @param work makes its calls with `send`; this chat gets nothing else before `work` ends
   */
  inChat<T>(chatId: number, work: (send: Send) => Promise<T>, options?: InChatOptions): Promise<T>;
  /** The number of answers for a chat that are not sent yet. */
  backlog(chatId: number): number;
  /** The number of messages that wait for the bot's pace. */
  waiting(): number;
  holds(): Holds;
  /** Drops everything that is not sent yet. */
  close(): void;
}

export interface OutboxOptions {
  readonly call: Call;
  readonly rates: Pick<Rates, 'chat' | 'group'>;
  readonly pacer: Pacer;
  readonly log: Logger;
  /** The pause before the first retry, in milliseconds; doubles up to 15 s. */
  readonly retryMs: number;
}

/** With pauses of 0.5, 1, 2, 4, 8 and then 15 s, we give up on an answer after about two minutes. */
const TRIES = 12;
const MAX_RETRY_MS = 15_000;

/** How often we drop the lanes of chats that need none any more. */
const SWEEP_MS = 60_000;

/** The result of a call that a later screen has made needless. */
const REPLACED = { ok: false, failure: { kind: 'settled', code: 'replaced' } } as const;

/** The result of a call that nobody asked for, in a chat that has to wait for long. */
const HELD = { ok: false, failure: { kind: 'limited', code: 'held', seconds: 0 } } as const;

const NOT_REPLACEABLE: Job = { replaceable: false, begun: false, replaced: false };

export function createOutbox({ call, rates, pacer, log, retryMs }: OutboxOptions): Outbox {
  const lanes = new Map<number, Lane>();
  const chats = new InOrder<number>();
  /** The bot's own calls. Each method has limits of its own, so one that is refused says nothing about chats. */
  const own = new Lane([]);
  const closing = new AbortController();
  // Every waiting call listens to this signal.
  setMaxListeners(0, closing.signal);
  let sweptAt = 0;
  const attempt = createAttempt(call, log, closing.signal);
  const acknowledger = createAcknowledger(attempt, pacer);

  function laneOf(chatId: number): Lane {
    sweep();
    const known = lanes.get(chatId);
    if (known !== undefined) return known;
    // Private chats have positive ids, groups negative ones.
    const lane = new Lane(chatId > 0 ? rates.chat : rates.group);
    lanes.set(chatId, lane);
    return lane;
  }

  function sweep(): void {
    const now = performance.now();
    if (now - sweptAt < SWEEP_MS) return;
    sweptAt = now;
    for (const [chatId, lane] of lanes) if (lane.isIdle(now)) lanes.delete(chatId);
  }

  /** Makes one attempt at its turn, and tells the pacer how it went. */
  async function attemptAt<M extends Method>(
    started: Started,
    lane: Lane,
    chatId: number,
    method: M,
    payload: Payload<M>,
  ): Promise<Sent<M>> {
    let told = false;
    try {
      const sent = await attempt(method, payload);
      told = true;
      if (!sent.ok && sent.failure.kind === 'limited') {
        const now = performance.now();
        const ms = sent.failure.seconds * 1_000 + TIMER_GRACE_MS;
        lane.hold(now, ms);
        pacer.refused(started, chatId, ms, lane !== own && lane.isQuiet(now));
      } else if (!sent.ok && sent.failure.kind === 'away') pacer.ended(started);
      else pacer.accepted(started);
      return sent;
    } finally {
      if (!told) pacer.ended(started);
    }
  }

  /** Retries until Telegram has accepted or refused the call, or a later screen has made it needless. */
  function sendTo(lane: Lane, chatId: number, urgency: Urgency, job: Job, onHeldBack: OnHeldBack): Send {
    const unasked = urgency === 'later' && lane !== own;
    return async (method, payload) => {
      const backoff = createBackoff({ firstMs: retryMs, longestMs: MAX_RETRY_MS });
      for (let failures = 0, attempts = 0; ; attempts += 1) {
        if (unasked && lane.heldLong(performance.now())) return HELD;
        const ms = lane.opensAt - performance.now();
        if (ms > 0) {
          onHeldBack('chat');
          await pause(ms, closing.signal);
        }
        const before = pacer.waiting();
        const turn = pacer.start(
          attempts > 0 && urgency === 'answer' ? 'retry' : urgency,
          () => !job.replaced,
        );
        if (pacer.waiting() > before) onHeldBack('all');
        const started = await turn;
        if (closing.signal.aborted) throw new Undelivered('stopping');
        if (started === null) return REPLACED;
        const { begun } = job;
        job.begun = true;
        lane.called(started.at);
        const sent = await attemptAt(started, lane, chatId, method, payload);
        if (sent.ok) return sent;
        job.begun = begun;
        const { kind, code } = sent.failure;
        if (kind === 'away' || kind === 'unauthorised') {
          failures += 1;
          if (failures === TRIES) throw new Undelivered(code);
          await pause(backoff.next(), closing.signal);
        } else if (kind !== 'limited') return sent;
      }
    };
  }

  return {
    acknowledge: acknowledger.acknowledge,
    acknowledgesEarly: acknowledger.isFree,
    acknowledgedElsewhere: () => pacer.acknowledged({ at: performance.now() }),
    call: sendTo(own, 0, 'later', NOT_REPLACEABLE, () => undefined),
    async inChat(chatId, work, options = {}) {
      const { onHeldBack = () => undefined, replaceable = false, replaces = false, unasked } = options;
      const urgency = unasked ? 'later' : 'answer';
      const lane = laneOf(chatId);
      const job: Job = { replaceable, begun: false, replaced: false };
      if (lane.backlog > 0) onHeldBack('chat');
      lane.add(job, replaces);
      try {
        return await chats.run(chatId, () => work(sendTo(lane, chatId, urgency, job, onHeldBack)));
      } finally {
        lane.finished(job);
      }
    },
    backlog: (chatId) => lanes.get(chatId)?.backlog ?? 0,
    waiting: () => pacer.waiting(),
    holds() {
      const now = performance.now();
      const ms = pacer.heldForMs();
      return {
        seconds: ms > LONG_HOLD_MS ? Math.ceil(ms / 1_000) : 0,
        chats: [...lanes.values()].filter((lane) => lane.heldLong(now)).length,
      };
    },
    close() {
      closing.abort();
      pacer.close();
    },
  };
}
