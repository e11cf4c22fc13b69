import { randomUUID } from 'node:crypto';
import { type Alerts, alertMessage, overMessage } from './alerts.js';
import type { DeskContext } from './context.js';
import { hoursFrom } from './hours.js';

const LOST = 'lost-turns';

/** People return over hours. The alert ends when nobody has found a lost change for this long. */
const QUIET_HOURS = 1;

/**
 * Tells staff if the database has lost changes that were confirmed to people. Every process watches, since
 * each knows only the people whom it served. The first process tells staff; the last one says that it is
 * over.
 * @param timeoutMs how long we count people before we tell staff their number
 */
export function createLossWatch(
  { voice, ledger, now }: Pick<DeskContext, 'voice' | 'ledger' | 'now'>,
  alerts: Alerts,
  timeoutMs: number,
) {
  const observer = randomUUID();
  let since: Date | null = null;
  const over = () => overMessage(voice, voice.say('staff-alert-lost-over'));

  return {
    async look(): Promise<void> {
      const { people, last } = ledger.losses();
      if (last === null || last < hoursFrom(now(), -QUIET_HOURS)) {
        if (since !== null) await alerts.clear(LOST, observer, over);
        since = null;
        return;
      }
      since ??= now();
      if (now().getTime() - since.getTime() <= timeoutMs) return;
      await alerts.raise(LOST, observer, () =>
        alertMessage(voice, voice.say('staff-alert-lost', { count: people })),
      );
    },
    /** Clears alerts that only dead processes had raised. Call it only with the lease. */
    sweep: () => alerts.sweep(LOST, over),
  };
}
