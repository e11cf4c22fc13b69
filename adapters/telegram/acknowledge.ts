import type { Opts } from 'telegraf/types';
import type { Attempt, Sent } from './attempt.js';
import { TIMER_GRACE_MS } from './limits.js';
import type { Pacer } from './pacer.js';

type Acknowledged = Sent<'answerCallbackQuery'>;

/** Acknowledges presses: their buttons stop showing a spinner. */
export interface Acknowledger {
  /** Tries once. A failure harms nobody: Telegram's apps end the spinner themselves. */
  acknowledge(acknowledgement: Opts<'answerCallbackQuery'>): Promise<Acknowledged>;
  /** Whether Telegram does not limit acknowledgements. */
  isFree(): boolean;
}

/**
 * Telegram does not limit acknowledgements (https://github.com/tdlib/telegram-bot-api/issues/648), so we don't delay
 * them. If it refuses one with a 429 all the same, it limits all calls together. From then on acknowledgements are part
 * of the rate and go before all messages, and we send none for as long as Telegram asks.
 */
export function createAcknowledger(attempt: Attempt, pacer: Pacer): Acknowledger {
  let free = true;
  let heldUntil = 0;

  return {
    async acknowledge(acknowledgement) {
      const paced = !free;
      const started = paced
        ? await pacer.start('first', () => performance.now() >= heldUntil)
        : { at: performance.now() };
      if (started === null) return { ok: false, failure: { kind: 'limited', code: 'held', seconds: 0 } };
      let report = paced ? pacer.ended : () => undefined;
      try {
        const sent = await attempt('answerCallbackQuery', acknowledgement);
        if (sent.ok) report = paced ? pacer.accepted : pacer.acknowledged;
        if (!sent.ok && sent.failure.kind === 'limited') {
          const ms = sent.failure.seconds * 1_000 + TIMER_GRACE_MS;
          free = false;
          heldUntil = performance.now() + ms;
          pacer.acknowledgementRefused(started, ms);
        }
        return sent;
      } finally {
        report(started);
      }
    },
    isFree: () => free,
  };
}
