import { command, isolatedRun } from '../petition/phrase.js';
import { paragraph } from '../petition/rich-text.js';
import { type Alerts, alertMessage, overMessage } from './alerts.js';
import type { DeskContext } from './context.js';
import { hourOf, hoursFrom } from './hours.js';

/** The ceilings: the alert's prefix, and what it says. */
const CEILINGS = {
  hour: { prefix: 'source:', said: 'staff-alert-source' },
  day: { prefix: 'source-day:', said: 'staff-alert-source-day' },
} as const;

/**
 * Raises an alert if one source has more signatures than the content allows. One limit is for an hour: this one, the
 * one before, or the last sixty minutes (estimated from both). The other is for the last 24 hours. So an alert lasts as
 * long as the flood and ends about an hour, or a day, after it.
 */
export async function watchSources(desk: DeskContext, alerts: Alerts, observer: string): Promise<void> {
  const { ledger, petition, now } = desk;
  const { sourcePerHour, sourcePerDay } = petition.settings.alerts;
  const { staff } = ledger;
  await watchCeiling(desk, alerts, observer, 'hour', sourcePerHour, await staff.sourceHours());
  const day = await staff.sourcesSince(hoursFrom(hourOf(now()), -23));
  await watchCeiling(desk, alerts, observer, 'day', sourcePerDay, day);
}

async function watchCeiling(
  { voice }: DeskContext,
  alerts: Alerts,
  observer: string,
  period: keyof typeof CEILINGS,
  most: number,
  sources: readonly { readonly source: string; readonly signed: number }[],
): Promise<void> {
  const { prefix, said } = CEILINGS[period];
  const nameOf = (source: string) => (source === '' ? voice.say('staff-row-no-source') : source);
  const busy = new Set(sources.filter(({ signed }) => signed > most).map(({ source }) => source));
  for (const source of busy) {
    await alerts.raise(prefix + source, observer, () =>
      alertMessage(
        voice,
        voice.say(said, { source: nameOf(source), count: most }),
        paragraph(...isolatedRun(command(`quarantine ${source === '' ? '-' : source} --reason "…" --hold`))),
      ),
    );
  }
  for (const key of await alerts.raised(prefix)) {
    const source = key.slice(prefix.length);
    if (busy.has(source)) continue;
    await alerts.clear(key, observer, () =>
      overMessage(voice, voice.say(`${said}-over`, { source: nameOf(source) })),
    );
  }
}
