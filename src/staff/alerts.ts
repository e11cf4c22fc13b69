import { z } from 'zod';
import { type Block, heading, type Inline, paragraph } from '../petition/rich-text.js';
import type { DeskContext } from './context.js';
import type { StaffMessage } from './desk.js';
import { hoursFrom } from './hours.js';
import type { Outbox } from './outbox.js';
import type { Voice } from './voice.js';

/** Each alert's key, with the processes that see the fault and when each last did. */
const noteSchema = z.record(z.string(), z.record(z.string(), z.iso.datetime()));
const NOTES = 'alerts-';

/** A process that has not confirmed an alert for this long has ended. */
const DEAD_AFTER_HOURS = 5 / 60;

/** Raises an alert once, however many processes see the fault, and says when it is over. */
export interface Alerts {
  /** Records that this process sees the fault. The first process that sees it tells staff. */
  raise(key: string, observer: string, message: () => StaffMessage): Promise<void>;
  /** Records that this process no longer sees the fault. The last process tells staff that it is over. */
  clear(key: string, observer: string, message: () => StaffMessage): Promise<void>;
  /** The same for several faults that are seen together: one message for those that nobody had seen, or none. */
  raiseTogether(
    keys: readonly string[],
    observer: string,
    message: (begun: readonly string[]) => StaffMessage | null,
  ): Promise<void>;
  /** Records that this process no longer sees several faults: one message for those that are over, or none. */
  clearTogether(
    keys: readonly string[],
    observer: string,
    message: (ended: readonly string[]) => StaffMessage | null,
  ): Promise<void>;
  /** The keys of the current alerts with this prefix. */
  raised(prefix: string): Promise<readonly string[]>;
  /** Clears alerts that only dead processes had raised. */
  sweep(prefix: string, message: (key: string) => StaffMessage): Promise<void>;
}

/** @param place each place remembers its own alerts: the others may have been told earlier */
export function createAlerts(
  { ledger, now }: Pick<DeskContext, 'ledger' | 'now'>,
  outbox: Outbox,
  rooms: readonly string[],
  place: string,
): Alerts {
  const { staff } = ledger;
  const name = NOTES + place;
  const noted = async () => noteSchema.parse((await staff.recall(name)) ?? {});

  /** Removes the observers for which `gone` is true. True if it removed the last one. */
  function without(key: string, gone: (observer: string, seen: string) => boolean): Promise<boolean> {
    return staff.revise(name, (kept) => {
      const { [key]: observers, ...others } = noteSchema.parse(kept ?? {});
      const left = Object.entries(observers ?? {}).filter(([observer, seen]) => !gone(observer, seen));
      const over = observers !== undefined && left.length === 0;
      return {
        keep: left.length === 0 ? others : { ...others, [key]: Object.fromEntries(left) },
        result: over,
      };
    });
  }

  function tell(keys: readonly string[], message: (keys: readonly string[]) => StaffMessage | null): void {
    const said = keys.length === 0 ? null : message(keys);
    if (said !== null) outbox.put(keys.join(' '), said, rooms);
  }

  async function raiseTogether(
    keys: readonly string[],
    observer: string,
    message: (begun: readonly string[]) => StaffMessage | null,
  ): Promise<void> {
    if (keys.length === 0) return;
    const begun = await staff.revise(name, (kept) => {
      const note = noteSchema.parse(kept ?? {});
      const seen = keys.map((key) => [key, { ...note[key], [observer]: now().toISOString() }]);
      return {
        keep: { ...note, ...Object.fromEntries(seen) },
        result: keys.filter((key) => !(key in note)),
      };
    });
    tell(begun, message);
  }

  async function clearTogether(
    keys: readonly string[],
    observer: string,
    message: (ended: readonly string[]) => StaffMessage | null,
  ): Promise<void> {
    if (keys.length === 0) return;
    // Nearly always there is nothing to clear: reading first saves a write.
    const note = await noted();
    const ended: string[] = [];
    for (const key of keys) {
      if (note[key]?.[observer] === undefined) continue;
      if (await without(key, (other) => other === observer)) ended.push(key);
    }
    tell(ended, message);
  }

  return {
    raise: (key, observer, message) => raiseTogether([key], observer, message),
    clear: (key, observer, message) => clearTogether([key], observer, message),
    raiseTogether,
    clearTogether,
    async raised(prefix) {
      return Object.keys(await noted()).filter((key) => key.startsWith(prefix));
    },
    async sweep(prefix, message) {
      const limit = hoursFrom(now(), -DEAD_AFTER_HOURS);
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
  return voice.message([heading(voice.say('staff-alert-heading')), paragraph(...runs(said)), ...more], {
    kind: 'alert',
  });
}

/** The message that an alert is over. */
export function overMessage(
  voice: Voice,
  said: string | readonly Inline[],
  ...more: readonly Block[]
): StaffMessage {
  return voice.message([heading(voice.say('staff-alert-over')), paragraph(...runs(said)), ...more], {
    kind: 'all-clear',
  });
}

function runs(said: string | readonly Inline[]): readonly (Inline | string)[] {
  return typeof said === 'string' ? [said] : said;
}
