import {
  type Claim,
  type Courier,
  type CourierContext,
  type Delivery,
  withoutAnswer,
} from '../../src/channel/courier.js';
import { InFlight } from '../../src/channel/kit/in-flight.js';
import { pause } from '../../src/channel/kit/pause.js';
import { createWatch } from './activity.js';
import { type Call, createCall } from './api.js';
import { failureOf } from './failure.js';
import { LONG_HOLD_MS, TIMER_GRACE_MS } from './limits.js';
import { createPacer, type PaceOptions, type Started } from './pacer.js';
import { type Rendered, render } from './render.js';
import type { TelegramSettings } from './settings.js';

/**
 * Announcements beside a busy bot: ten a second. Telegram allows about 30 mass messages in total
 * (https://core.telegram.org/bots/faq#my-bot-is-hitting-limits-how-do-i-avoid-this), and the bot needs the
 * rest. If Telegram refuses that, announcements give way by half; the bot keeps a pace of its own. With fewer than four
 * requests at once, one slow answer would hold up everybody.
 */
const ANNOUNCEMENTS: PaceOptions = { begin: 10, most: 10, inFlight: 4, backOff: 0.5 };

/** The most announcements a second while the bot has little to say. */
const WHILE_IDLE = 25;

/** Sends messages to private chats without a request. A private chat has the same id as its person. */
export function createCourier(
  settings: Omit<TelegramSettings, 'staffChats'>,
  { petition, memory, signal }: CourierContext,
  pace: PaceOptions = ANNOUNCEMENTS,
  call: Call = createCall(settings),
): Courier {
  const pacer = createPacer(pace, () => undefined);
  const look = createWatch(memory, (busy) => pacer.limit(busy ? pace.most : Math.max(pace.most, WHILE_IDLE)));
  const inFlight = new InFlight();
  signal.addEventListener('abort', () => pacer.close());
  if (signal.aborted) pacer.close();

  /** @param claim null after the first part: the message has already begun to arrive */
  async function send(chatId: number, part: Rendered, claim: Claim | null): Promise<Delivery> {
    for (;;) {
      void inFlight.track(look());
      const started = await pacer.start('later', () => !signal.aborted);
      if (started === null) return { kind: 'unsent', code: 'stopped' };
      const result = await attempt(started, chatId, part, claim);
      if (result.kind !== 'wait') return result;
      await pause(result.ms, signal);
    }
  }

  async function attempt(
    started: Started,
    chatId: number,
    part: Rendered,
    claim: Claim | null,
  ): Promise<Delivery | { readonly kind: 'wait'; readonly ms: number }> {
    let report = pacer.ended;
    try {
      if (claim !== null && !(await claim.take())) return { kind: 'skipped' };
      await call('sendMessage', { chat_id: chatId, ...part });
      report = pacer.accepted;
      return { kind: 'sent' };
    } catch (error) {
      const failure = failureOf(error);
      if (failure === null) throw error;
      if (failure.kind !== 'limited') return becauseOf(failure.kind, failure.code);
      const ms = failure.seconds * 1_000 + TIMER_GRACE_MS;
      report = (call) => {
        // Probably people came all at once: their answers go first.
        pacer.limit(pace.most);
        pacer.refused(call, chatId, ms, true);
      };
      // Others need not wait for one chat. The next run tries it again.
      if (ms > LONG_HOLD_MS) return { kind: 'unsent', code: failure.code };
      await claim?.giveBack();
      return { kind: 'wait', ms };
    } finally {
      report(started);
    }
  }

  async function deliver(chatId: number, parts: readonly Rendered[], claim: Claim): Promise<Delivery> {
    for (const [index, part] of parts.entries()) {
      const delivery = await send(chatId, part, index === 0 ? claim : null);
      if (delivery.kind === 'sent') continue;
      // If a part has arrived, we can't say that the message certainly did not arrive.
      return index > 0 && delivery.kind === 'unsent' ? { ...delivery, kind: 'unknown' } : delivery;
    }
    return { kind: 'sent' };
  }

  return {
    deliver: ({ id }, message, claim) =>
      inFlight.track(
        deliver(Number(id), render(message, { username: '', petition, knownMessages: [] }), claim),
      ),
    close: () => inFlight.idle(),
  };
}

function becauseOf(
  kind: Exclude<NonNullable<ReturnType<typeof failureOf>>['kind'], 'limited'>,
  code: string,
): Delivery {
  switch (kind) {
    case 'closed':
      return { kind: 'gone' };
    case 'away':
      return withoutAnswer(code);
    case 'settled':
    case 'uneditable':
    case 'moved':
    case 'unauthorised':
    case 'conflict':
    case 'refused':
      return { kind: 'unsent', code };
  }
}
