import { z } from 'zod';
import { type Block, heading, paragraph } from '../petition/rich-text.js';
import { type DeskContext, hoursFrom } from './context.js';
import type { StaffMessage } from './desk.js';
import type { Outbox } from './outbox.js';
import type { Voice } from './voice.js';

/** What is wrong, and which processes see it, each with when it last did. */
const noteSchema = z.record(z.string(), z.record(z.string(), z.iso.datetime()));
const NOTE = 'alerts';

/** A process that has not said for this long that it still sees what is wrong has ended. */
const FORGOTTEN_HOURS = 5 / 60;

/** Raises each alert once while it lasts, whichever processes see it, and says when it is over. */
export interface Alerts {
  /** Whoever is the first to see it tells staff. */
  raise(key: string, observer: string, message: () => StaffMessage): Promise<void>;
  /** Whoever is the last to see it no longer tells staff that it is over. */
  clear(key: string, observer: string, message: () => StaffMessage): Promise<void>;
  /** What is raised now, of those that begin like this. */
  raised(prefix: string): Promise<readonly string[]>;
  /** Forgets the processes that have ended: what nobody else sees is over. */
  sweep(prefix: string, message: (key: string) => StaffMessage): Promise<void>;
}

export function createAlerts(
  { ledger, now }: Pick<DeskContext, 'ledger' | 'now'>,
  outbox: Outbox,
  rooms: readonly string[],
): Alerts {
  const { staff } = ledger;
  const noted = async () => noteSchema.parse((await staff.recall(NOTE)) ?? {});

  /** Takes away those who see it that `gone` is true for; tells whether nobody is left who was there before. */
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
      // Nearly always there is nothing to clear: that is seen without writing.
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

/** Something is wrong. */
export function alertMessage(voice: Voice, said: string, ...more: readonly Block[]): StaffMessage {
  return voice.message([heading(voice.say('staff-alert-heading')), paragraph(said), ...more]);
}

/** It is no longer. */
export function overMessage(voice: Voice, said: string): StaffMessage {
  return voice.message([heading(voice.say('staff-alert-over')), paragraph(said)]);
}
