import PQueue from 'p-queue';
import {
  type Claim,
  type Courier,
  type CourierContext,
  type Delivery,
  withoutAnswer,
} from '../../src/channel/courier.js';
import { pause } from '../../src/channel/kit/pause.js';
import { createCall } from './api.js';
import { failureOf } from './failure.js';
import type { Rate } from './limits.js';
import { type Rendered, render } from './render.js';
import type { TelegramSettings } from './settings.js';

/**
 * Ten a second: Telegram allows about 30 in total
 * (https://core.telegram.org/bots/faq#my-bot-is-hitting-limits-how-do-i-avoid-this), and the bot needs the
 * rest.
 */
const COURIER_RATE: Rate = { calls: 1, ms: 100 };

/** How many requests may wait for Telegram's answer. With fewer, one slow answer would hold up everybody. */
const AT_ONCE = 4;

/** Sends messages to private chats without a request. A private chat has the same id as its person. */
export function createCourier(
  settings: TelegramSettings,
  { petition, signal }: CourierContext,
  rate: Rate = COURIER_RATE,
): Courier {
  const call = createCall(settings);
  const queue = new PQueue({
    concurrency: AT_ONCE,
    intervalCap: rate.calls,
    interval: rate.ms,
    strict: true,
  });
  /** Telegram asked for a pause until then, on this process's monotonic clock. */
  let heldUntil = 0;

  /** @param claim null after the first part: the message has already begun to arrive */
  async function send(chatId: number, part: Rendered, claim: Claim | null): Promise<Delivery> {
    for (;;) {
      await pause(heldUntil - performance.now(), signal);
      if (signal.aborted) return { kind: 'unsent', code: 'stopped' };
      if (claim !== null && !(await claim.take())) return { kind: 'skipped' };
      try {
        await call('sendMessage', { chat_id: chatId, ...part });
        return { kind: 'sent' };
      } catch (error) {
        const failure = failureOf(error);
        if (failure === null) throw error;
        if (failure.kind !== 'limited') return becauseOf(failure.kind, failure.code);
        heldUntil = Math.max(heldUntil, performance.now() + failure.seconds * 1_000);
      }
      await claim?.giveBack();
    }
  }

  return {
    async deliver({ id }, message, claim) {
      const parts = render(message, { username: '', petition, knownMessages: [] });
      for (const [index, part] of parts.entries()) {
        const delivery = await queue.add(() => send(Number(id), part, index === 0 ? claim : null));
        if (delivery.kind === 'sent') continue;
        // If a part has arrived, we can't say that the message certainly did not arrive.
        return index > 0 && delivery.kind === 'unsent' ? { ...delivery, kind: 'unknown' } : delivery;
      }
      return { kind: 'sent' };
    },
    async close() {
      await queue.onIdle();
    },
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
    case 'unauthorised':
    case 'conflict':
    case 'refused':
      return { kind: 'unsent', code };
  }
}
