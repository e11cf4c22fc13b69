import { type Day, dayOf } from '../day.js';
import { type Block, heading, paragraph } from '../petition/rich-text.js';
import { nearKeepUntil } from '../signatures/retention.js';
import { type Alerts, alertMessage } from './alerts.js';
import type { DeskContext } from './context.js';
import type { Voice } from './voice.js';

const LAST_DAY = 'last-day';

/** `keepUntil`, if it is near and the names are still there; null if not, or if a delivery erases them earlier. */
export async function nearLastDay({
  ledger,
  petition: { settings },
  now,
}: Pick<DeskContext, 'ledger' | 'petition' | 'now'>): Promise<Day | null> {
  return nearKeepUntil(await ledger.campaign(), settings, dayOf(now()));
}

/** What `total` and the reports say in the days before it. */
export function lastDayNote(voice: Voice, day: Day | null): Block[] {
  return day === null ? [] : [paragraph(voice.say('staff-last-day', { day: voice.day(new Date(day)) }))];
}

/** Warns staff once before the last day for the names, and says when the warning no longer stands. */
export async function watchLastDay(desk: DeskContext, alerts: Alerts, observer: string): Promise<void> {
  const { voice, ledger, petition } = desk;
  const day = voice.day(new Date(petition.settings.keepUntil));
  const isRaised = (await alerts.raised(LAST_DAY)).length > 0;
  const isNear = (await nearLastDay(desk)) !== null;
  if (isNear === isRaised) return;
  if (isNear) {
    await alerts.raise(LAST_DAY, observer, () =>
      alertMessage(voice, voice.say('staff-alert-last-day', { day })),
    );
    return;
  }
  const { erased } = await ledger.campaign();
  await alerts.clear(LAST_DAY, observer, () =>
    voice.message(
      [
        heading(voice.say('staff-last-day-heading')),
        paragraph(
          erased === null
            ? voice.say('staff-last-day-moved')
            : voice.say('staff-last-day-over', { day: voice.day(new Date(erased)) }),
        ),
      ],
      { kind: 'all-clear' },
    ),
  );
}
