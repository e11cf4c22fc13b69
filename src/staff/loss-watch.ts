import { randomUUID } from 'node:crypto';
import { type Alerts, alertMessage, overMessage } from './alerts.js';
import { type DeskContext, hoursFrom } from './context.js';

const LOST = 'lost-turns';

/** People come back over hours: an alert lasts until nobody has found a lost change for this long. */
const QUIET_HOURS = 1;

/**
 * Tells staff when the database has lost what people were told it had recorded. Every process looks, since each knows
 * only of the people whom it served; the first one tells, and the last one says that it is over.
 * @param patienceMs how long people are counted before staff are told how many they are
 */
export function createLossWatch(
  { voice, ledger, now }: Pick<DeskContext, 'voice' | 'ledger' | 'now'>,
  alerts: Alerts,
  patienceMs: number,
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
      if (now().getTime() - since.getTime() <= patienceMs) return;
      await alerts.raise(LOST, observer, () =>
        alertMessage(voice, voice.say('staff-alert-lost', { count: people })),
      );
    },
    /** For the process that has the staff's job: ends what only processes saw that are gone. */
    sweep: () => alerts.sweep(LOST, over),
  };
}
