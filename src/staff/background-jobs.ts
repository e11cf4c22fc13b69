import { setTimeout as wait } from 'node:timers/promises';
import type { Logger } from 'pino';
import { causeOf } from '../log.js';
import { lastRecount } from '../signatures/recount.js';
import { StoreUnavailable } from '../storage/database.js';
import { type Alerts, alertMessage, createAlerts, overMessage } from './alerts.js';
import type { DeskContext } from './context.js';
import type { StaffPlace } from './desk.js';
import { sendDigests, subscribeToDigest } from './digest.js';
import { watchFlow } from './flow-watch.js';
import { watchLastDay } from './last-day.js';
import { createLossWatch } from './loss-watch.js';
import { announceMilestones, subscribeToMilestones } from './milestones.js';
import { createOutbox } from './outbox.js';
import { watchSources } from './source-watch.js';
import { createPlatformWatch, createStoreWatch, type Platforms } from './watch.js';
import { watchWaves } from './wave-watch.js';

/** How often the jobs run, and how long a fault may last before staff hear of it. */
export interface Pace {
  readonly lookMs: number;
  readonly timeoutMs: number;
}
const PACE: Pace = { lookMs: 10_000, timeoutMs: 60_000 };

/** The observer of alerts that only the lease's holder raises, so that they outlive a change of holder. */
const LEASE_HOLDER = 'job';

export interface BackgroundJobsOptions {
  /** The platforms of this process, and whether each can be reached. */
  readonly platforms: Platforms;
  /**
   * Runs `work` in one process at a time, each time that this process gets the lease. The signal aborts when
   * it loses the lease. Calls `elsewhere` when another process has it. `place` has a lease of its own. Returns a
   * function that ends this and gives the lease back.
   */
  readonly exclusively: (
    work: (signal: AbortSignal) => Promise<void>,
    elsewhere: () => void,
    place: string,
  ) => () => Promise<void>;
  readonly log: Logger;
  readonly pace?: Pace;
}

/** Announces, reports and raises alerts until the signal aborts. Never rejects. */
export async function runBackgroundJobs(
  desk: DeskContext,
  { platforms, exclusively, log, pace = PACE }: BackgroundJobsOptions,
  { name, rooms, subscribed = [], post }: StaffPlace,
  signal: AbortSignal,
): Promise<void> {
  const outbox = createOutbox(post, log, desk.now);
  const alerts = createAlerts(desk, outbox, rooms, name);
  const platformWatch = createPlatformWatch(desk, alerts, platforms, pace.timeoutMs);
  const recountWatch = createRecountWatch(desk, alerts);
  const storeWatch = createStoreWatch(desk, outbox, rooms, pace.timeoutMs);
  const lossWatch = createLossWatch(desk, alerts, pace.timeoutMs);
  let responsible = false;
  let isSubscribed = false;

  /** Runs one job. An error must not stop the other jobs. The store watch reports a database that is away. */
  async function attempt(job: string, work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      if (!(error instanceof StoreUnavailable))
        log.error({ job, ...causeOf(error) }, 'a background job for staff failed');
    }
  }

  async function subscribe(): Promise<void> {
    if (isSubscribed) return;
    for (const room of rooms) {
      if (subscribed.includes('milestones')) await subscribeToMilestones(desk, room);
      if (subscribed.includes('digest')) await subscribeToDigest(desk, room);
    }
    isSubscribed = true;
  }

  async function leasedJobs(held: AbortSignal): Promise<void> {
    responsible = true;
    await every(pace.lookMs, held, async () => {
      await attempt('subscriptions', subscribe);
      await attempt('milestones', () => announceMilestones(desk, rooms, outbox));
      await attempt('digest', () => sendDigests(desk, rooms, outbox));
      await attempt('sources', () => watchSources(desk, alerts, LEASE_HOLDER));
      await attempt('waves', () => watchWaves(desk, alerts, LEASE_HOLDER));
      await attempt('flow', () => watchFlow(desk, alerts, LEASE_HOLDER));
      await attempt('recount', recountWatch);
      await attempt('last-day', () => watchLastDay(desk, alerts, LEASE_HOLDER));
      await attempt('platforms', platformWatch.sweep);
      await attempt('losses', lossWatch.sweep);
    });
  }

  if (rooms.length === 0 || signal.aborted) return;
  const end = exclusively(
    leasedJobs,
    () => {
      responsible = false;
    },
    name,
  );
  await Promise.all([
    every(pace.lookMs, signal, async () => {
      await attempt('store', () => storeWatch(responsible));
      await attempt('platforms', platformWatch.look);
      await attempt('losses', lossWatch.look);
    }),
    // On its own: a platform that is slow to take messages must not delay the watches.
    every(pace.lookMs, signal, outbox.flush),
  ]);
  await end();
}

/** Does something again and again, with a pause in between, until the signal aborts. */
async function every(ms: number, signal: AbortSignal, work: () => Promise<void>): Promise<void> {
  while (!signal.aborted) {
    await work();
    await wait(ms, undefined, { signal }).catch(() => undefined);
  }
}

/**
 * Tells staff what the daily recount found. Housekeeping does the recount, with or without staff.
 * @returns a check for a recount that staff have not heard of
 */
function createRecountWatch({ voice, ledger }: DeskContext, alerts: Alerts): () => Promise<void> {
  let told: string | null = null;

  async function tell(
    key: string,
    wrong: number,
    said: 'staff-alert-drift' | 'staff-alert-names' | 'staff-alert-log',
  ): Promise<void> {
    if (wrong !== 0) {
      await alerts.raise(key, LEASE_HOLDER, () => alertMessage(voice, voice.say(said, { count: wrong })));
    } else {
      await alerts.clear(key, LEASE_HOLDER, () => overMessage(voice, voice.say(`${said}-over`)));
    }
  }

  async function tellOfLog(stopped: boolean): Promise<void> {
    const said = 'staff-alert-log-stopped';
    if (stopped) await alerts.raise(said, LEASE_HOLDER, () => alertMessage(voice, voice.say(said)));
    else await alerts.clear(said, LEASE_HOLDER, () => overMessage(voice, voice.say(`${said}-over`)));
  }

  return async () => {
    const recount = await lastRecount(ledger);
    if (recount === null || recount.day === told) return;
    await tell('drift', recount.places, 'staff-alert-drift');
    await tell('names', recount.closedNames, 'staff-alert-names');
    await tell('log', recount.logDifference, 'staff-alert-log');
    await tellOfLog(recount.logTrouble !== null);
    told = recount.day;
  };
}
