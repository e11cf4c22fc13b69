import { z } from 'zod';
import { type Block, heading, type Inline, paragraph } from '../petition/rich-text.js';
import type { DeskContext } from './context.js';
import type { StaffMessage } from './desk.js';
import { hoursFrom } from './hours.js';
import type { Outbox } from './outbox.js';
import type { Voice } from './voice.js';

/** Each alert's key, with the processes that see the fault and when each last did. */
const noteSchema = z.record(z.string(), z.record(z.string(), z.iso.datetime()));
const NOTE = 'alerts';

/** A process that has not confirmed an alert for this long has ended. */
const FORGOTTEN_HOURS = 5 / 60;

/** Raises an alert once, however many processes see the fault, and says when it is over. */
export interface Alerts {
  /** Records that this process sees the fault. The first process that sees it tells staff. */
  raise(key: string, observer: string, message: () => StaffMessage): Promise<void>;
  /** Records that this process no longer sees the fault. The last process tells staff that it is over. */
  clear(key: string, observer: string, message: () => StaffMessage): Promise<void>;
  /** The keys of the current alerts with this prefix. */
  raised(prefix: string): Promise<readonly string[]>;
  /** Clears alerts that only dead processes had raised. */
  sweep(prefix: string, message: (key: string) => StaffMessage): Promise<void>;
}

export function createAlerts(
  { ledger, now }: Pick<DeskContext, 'ledger' | 'now'>,
  outbox: Outbox,
  rooms: readonly string[],
): Alerts {
  const { staff } = ledger;
  const noted = async () => noteSchema.parse((await staff.recall(NOTE)) ?? {});

  /** Removes the observers for which `gone` is true. True if it removed the last one. */
  function without(key: string, gone: (observer: string, seen: string) => boolean): Promise<boolean> {
    return staff.revise(NOTE, (kept) => {
      const { [key]: observers, ...others } = noteSchema.parse(kept ?? {});
      const left = Object.entries(observers ?? {}).filter(([observer, seen]) => !gone(observer, seen));
      const over = observers !== undefined && left.length === 0;
      return {
        keep: left.length === 0 ? others : { ...others, [key]: Object.fromEntries(left) },
        result: over,
      };
    });
  }

  return {
    async raise(key, observer, message) {
      const first = await staff.revise(NOTE, (kept) => {
        const note = noteSchema.parse(kept ?? {});
        const observers = { ...note[key], [observer]: now().toISOString() };
        return { keep: { ...note, [key]: observers }, result: !(key in note) };
      });
      if (first) outbox.put(key, message(), rooms);
    },
    async clear(key, observer, message) {
      // Nearly always there is nothing to clear: reading first saves a write.
      if ((await noted())[key]?.[observer] === undefined) return;
      if (await without(key, (other) => other === observer)) outbox.put(key, message(), rooms);
    },
    async raised(prefix) {
      return Object.keys(await noted()).filter((key) => key.startsWith(prefix));
    },
    async sweep(prefix, message) {
      const limit = hoursFrom(now(), -FORGOTTEN_HOURS);
      const stale = (seen: string) => new Date(seen) < limit;
      for (const [key, observers] of Object.entries(await noted())) {
        if (!key.startsWith(prefix) || !Object.values(observers).some(stale)) continue;
        if (await without(key, (_, seen) => stale(seen))) outbox.put(key, message(key), rooms);
      }
    },
  };
}

/** The message of a new alert. */
export function alertMessage(
  voice: Voice,
  said: string | readonly Inline[],
  ...more: readonly Block[]
): StaffMessage {
  return voice.message([heading(voice.say('staff-alert-heading')), paragraph(...runs(said)), ...more]);
}

/** The message that an alert is over. */
export function overMessage(voice: Voice, said: string | readonly Inline[]): StaffMessage {
  return voice.message([heading(voice.say('staff-alert-over')), paragraph(...runs(said))]);
}

function runs(said: string | readonly Inline[]): readonly (Inline | string)[] {
  return typeof said === 'string' ? [said] : said;
}
