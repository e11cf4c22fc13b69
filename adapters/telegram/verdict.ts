import type { Outcome } from '../../src/channel/adapter.js';
import { pause } from '../../src/channel/kit/pause.js';
import { Undelivered } from './outbox.js';

/** Whether Telegram may forget an update, or has to deliver it again. */
export type Verdict = 'done' | 'again';

/** What is not saved Telegram has to deliver again. For what is saved, `heldFor` tells how its answer fares. */
export function verdictOf(outcome: Outcome): Verdict {
  return outcome === 'unsaved' ? 'again' : 'done';
}

/**
 * The verdict on something that is saved and whose answer is on its way. Until Telegram is told that an update is done
 * it keeps it, so a crash before the answer is mended by a redelivery; but while it waits, others wait too. Only what
 * could not be delivered comes again: a mistake of ours would be made anew each time, for ever.
 * @param holdMs how long Telegram is kept waiting
 */
export async function heldFor(holdMs: number, answered: Promise<unknown>): Promise<Verdict> {
  const over = new AbortController();
  const verdict = answered.then(
    () => 'done' as const,
    (error: unknown) => (error instanceof Undelivered ? ('again' as const) : ('done' as const)),
  );
  const held = pause(holdMs, over.signal).then(() => 'done' as const);
  return Promise.race([verdict, held]).finally(() => over.abort());
}
