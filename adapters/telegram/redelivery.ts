import type { Outcome } from '../../src/channel/adapter.js';
import { withTimeout } from '../../src/channel/kit/with-timeout.js';
import { Undelivered } from './outbox.js';

/** Whether Telegram may drop an update or must redeliver it. */
export type Redelivery = 'done' | 'again';

/** What is not saved must be redelivered. For what is saved, `heldFor` decides. */
export function redeliveryOf(outcome: Outcome): Redelivery {
  return outcome === 'unsaved' ? 'again' : 'done';
}

/**
 * Whether to redeliver a saved update whose answer is being sent. Telegram keeps an update until we confirm it. So if
 * we crash before the answer, a redelivery repairs that. But while Telegram waits, other people wait too. Only answers
 * that Telegram did not get are redelivered: if our own code fails on an update, redelivery would never end.
 * @param holdMs how long Telegram's request waits
 */
export async function heldFor(holdMs: number, answered: Promise<unknown>): Promise<Redelivery> {
  try {
    await withTimeout(holdMs, answered);
    return 'done';
  } catch (error) {
    return error instanceof Undelivered ? 'again' : 'done';
  }
}
