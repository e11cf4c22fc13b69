import { randomUUID } from 'node:crypto';
import { StoreUnavailable } from '../storage/database.js';
import { type Alerts, alertMessage, overMessage } from './alerts.js';
import type { DeskContext } from './context.js';
import type { Outbox } from './outbox.js';

/** The platforms of this process, and whether each can be reached. */
export type Platforms = () => readonly { readonly channel: string; readonly ok: boolean }[];

const PLATFORM = 'platform:';

/**
 * Watches the platforms of this process. Every process does this for its own connections. The first process
 * that loses a platform tells staff; the last one that reaches it again says so.
 */
export function createPlatformWatch(
  { voice, now }: DeskContext,
  alerts: Alerts,
  platforms: Platforms,
  timeoutMs: number,
) {
  /** A random id for this run of the process. */
  const observer = randomUUID();
  const away = new Map<string, Date>();
  const back = (key: string) => () =>
    overMessage(
      voice,
      voice.saying((when) =>
        voice.say('staff-alert-platform-over', {
          platform: voice.platform(key.slice(PLATFORM.length)),
          time: when.time(now()),
        }),
      ),
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
        if (now().getTime() - since.getTime() <= timeoutMs) continue;
        await alerts.raise(key, observer, () =>
          alertMessage(
            voice,
            voice.saying((when) =>
              voice.say('staff-alert-platform', {
                platform: voice.platform(channel),
                time: when.time(since),
              }),
            ),
          ),
        );
      }
    },
    /** Clears alerts that only dead processes had raised. Call it only with the lease. */
    sweep: () => alerts.sweep(PLATFORM, (key) => back(key)()),
  };
}

/**
 * Watches whether the database takes writes. While it is away, no process can get a lease or record what was
 * said. So only the process that last had the lease speaks, and the process that raised the alert ends it. If
 * that process dies meanwhile, nobody speaks; that is better than all processes at once.
 */
export function createStoreWatch(
  { voice, ledger, now }: DeskContext,
  outbox: Outbox,
  rooms: readonly string[],
  timeoutMs: number,
) {
  let since: Date | null = null;
  let said = false;

  /** @param responsible whether this process was the last to hold the lease */
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
          overMessage(
            voice,
            voice.saying((when) => voice.say('staff-alert-store-over', { time: when.time(now()) })),
          ),
          rooms,
        );
      }
      since = null;
      said = false;
    } catch (error) {
      if (!(error instanceof StoreUnavailable)) throw error;
      const away = since ?? asked;
      since = away;
      if (said || now().getTime() - away.getTime() <= timeoutMs) return;
      said = true;
      outbox.put(
        'store',
        alertMessage(
          voice,
          voice.saying((when) => voice.say('staff-alert-store', { time: when.time(away) })),
        ),
        rooms,
      );
    }
  };
}
