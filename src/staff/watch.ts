import { randomUUID } from 'node:crypto';
import { StoreUnavailable } from '../storage/database.js';
import { type Alerts, alertMessage, overMessage } from './alerts.js';
import type { DeskContext } from './context.js';
import type { Outbox } from './outbox.js';

/** Whether each platform of this process can be reached. */
export type Platforms = () => readonly { readonly channel: string; readonly ok: boolean }[];

const PLATFORM = 'platform:';

/**
 * Looks at the platforms of this process. Every process does so, since each may have another's connection; of those
 * that see one away, the first tells staff, and the last to see it back.
 */
export function createPlatformWatch(
  { voice, now }: DeskContext,
  alerts: Alerts,
  platforms: Platforms,
  patienceMs: number,
) {
  /** Random, of this run: alerts are kept by it. */
  const observer = randomUUID();
  const away = new Map<string, Date>();
  const back = (key: string) => () =>
    overMessage(
      voice,
      voice.say('staff-alert-platform-over', {
        platform: key.slice(PLATFORM.length),
        time: voice.time(now()),
      }),
    );

  return {
    async look(): Promise<void> {
      for (const { channel, ok } of platforms()) {
        const key = PLATFORM + channel;
        if (ok) {
          away.delete(channel);
          await alerts.clear(key, observer, back(key));
          continue;
        }
        const since = away.get(channel) ?? now();
        away.set(channel, since);
        if (now().getTime() - since.getTime() <= patienceMs) continue;
        const time = voice.time(since);
        await alerts.raise(key, observer, () =>
          alertMessage(voice, voice.say('staff-alert-platform', { platform: channel, time })),
        );
      }
    },
    /** For whoever has the staff's job: ends what only processes saw that are gone. */
    sweep: () => alerts.sweep(PLATFORM, (key) => back(key)()),
  };
}

/**
 * Looks whether the database takes a write. While it is away nobody can hold a job or write down who has said
 * what, so it is the process that last had the staff's job that speaks, and the one that told of it tells its end.
 * Where that process ends while the database is away, nobody speaks: better than all at once.
 */
export function createStoreWatch(
  { voice, ledger, now }: DeskContext,
  outbox: Outbox,
  rooms: readonly string[],
  patienceMs: number,
) {
  let since: Date | null = null;
  let said = false;

  /** @param responsible whether this process last had the job */
  return async function look(responsible: boolean): Promise<void> {
    if (!responsible && !said) {
      since = null;
      return;
    }
    const asked = now();
    try {
      await ledger.memory.keep('staff-watch', asked.toISOString());
      if (said) {
        outbox.put(
          'store',
          overMessage(voice, voice.say('staff-alert-store-over', { time: voice.time(now()) })),
          rooms,
        );
      }
      since = null;
      said = false;
    } catch (error) {
      if (!(error instanceof StoreUnavailable)) throw error;
      since ??= asked;
      if (said || now().getTime() - since.getTime() <= patienceMs) return;
      said = true;
      outbox.put(
        'store',
        alertMessage(voice, voice.say('staff-alert-store', { time: voice.time(since) })),
        rooms,
      );
    }
  };
}
