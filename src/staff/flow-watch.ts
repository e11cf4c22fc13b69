import { statusAt } from '../petition/status.js';
import type { HourFlow } from '../signatures/figures.js';
import { type Alerts, alertMessage, overMessage } from './alerts.js';
import type { DeskContext } from './context.js';
import { hourOf, hoursFrom, shareOfHourBefore } from './hours.js';
import { lastPausing } from './pausing.js';

const STOP = 'no-signatures';
const LEAVING = 'withdrawals';

/**
 * If this many signed in the same hour yesterday, silence is worth an alert. Even if people sign at a third of that
 * pace, an hour without a signature is rarer than one in 20,000.
 */
const MIN_USUAL = 30;

/** This many withdrawals in an hour are a wave, if they are also more than this share of the new signatures. */
const MIN_WAVE = 20;
const WAVE_SHARE = 1 / 5;

/** Alerts staff when signatures stop, and when many are taken back. */
export async function watchFlow(desk: DeskContext, alerts: Alerts, observer: string): Promise<void> {
  const hours = await desk.ledger.staff.hours(hoursFrom(hourOf(desk.now()), -25));
  await watchStop(desk, hours, alerts, observer);
  await watchLeaving(desk, hours, alerts, observer);
}

/** Nobody signed in the hour before and in this one, although signing was open and the same hour yesterday was busy. */
async function watchStop(
  { voice, ledger, petition, now }: DeskContext,
  hours: readonly HourFlow[],
  alerts: Alerts,
  observer: string,
): Promise<void> {
  const since = hoursFrom(hourOf(now()), -1);
  const silent = hours.every((hour) => hour.since < since || hour.signed === 0);
  const isOpen = statusAt(petition.settings, await ledger.campaign(), now()).phase === 'open';
  if (!silent || !isOpen) {
    const said = voice.say(silent ? 'staff-alert-stop-ended' : 'staff-alert-stop-over');
    await alerts.clear(STOP, observer, () => overMessage(voice, said));
    return;
  }
  const usual = signedIn(hours, hoursFrom(since, -24));
  const lastChange = await lastPausing({ ledger });
  // Nobody could sign in all of this time.
  const wasPaused = lastChange !== null && new Date(lastChange.on) > since;
  if (usual < MIN_USUAL || wasPaused) return;
  await alerts.raise(STOP, observer, () =>
    alertMessage(
      voice,
      voice.saying((when) => voice.say('staff-alert-stop', { time: when.time(since), count: usual })),
    ),
  );
}

/** Counts this hour, the hour before, and the last sixty minutes (estimated from both), as with sources. */
async function watchLeaving(
  { voice, now }: DeskContext,
  hours: readonly HourFlow[],
  alerts: Alerts,
  observer: string,
): Promise<void> {
  const hour = hourOf(now());
  const share = shareOfHourBefore(now());
  const [before, running] = [hoursFrom(hour, -1), hour].map(
    (since) => hours.find((one) => one.since.getTime() === since.getTime()) ?? { signed: 0, left: 0 },
  );
  if (before === undefined || running === undefined) return;
  const lastSixty = {
    signed: running.signed + before.signed * share,
    left: Math.floor(running.left + before.left * share),
  };
  const waves = [running, before, lastSixty].filter(
    ({ signed, left }) => left >= MIN_WAVE && left > signed * WAVE_SHARE,
  );
  if (waves.length === 0) {
    await alerts.clear(LEAVING, observer, () => overMessage(voice, voice.say('staff-alert-leaving-over')));
    return;
  }
  const count = Math.max(...waves.map(({ left }) => left));
  await alerts.raise(LEAVING, observer, () =>
    alertMessage(voice, voice.say('staff-alert-leaving', { count })),
  );
}

function signedIn(hours: readonly HourFlow[], since: Date): number {
  return hours.find((hour) => hour.since.getTime() === since.getTime())?.signed ?? 0;
}
