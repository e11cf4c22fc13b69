import type { Outcome } from '../../src/channel/adapter.js';
import { pause } from '../../src/channel/pause.js';

/** Whether Telegram may forget an update, or has to deliver it again. */
export type Verdict = 'done' | 'again';

/** What is saved but not answered, or not saved, Telegram has to deliver again; what failed for good it must not. */
export function verdictOf(outcome: Outcome): Verdict {
  return outcome === 'unsaved' || outcome === 'unsent' ? 'again' : 'done';
}

/**
 * The verdict on something that is saved and whose answer is on its way. Until Telegram is told that an update is done
 * it keeps it, so a crash before the answer is mended by a redelivery; but while it waits, others wait too.
 * @param holdMs how long Telegram is kept waiting
 */
export async function heldFor(holdMs: number, answered: Promise<unknown>): Promise<Verdict> {
  const over = new AbortController();
  const verdict = answered.then(
    () => 'done' as const,
    () => 'again' as const,
  );
  const held = pause(holdMs, over.signal).then(() => 'done' as const);
  return Promise.race([verdict, held]).finally(() => over.abort());
}
