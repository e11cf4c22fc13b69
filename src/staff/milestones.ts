import { z } from 'zod';
import { heading, paragraph } from '../petition/rich-text.js';
import type { DeskContext } from './context.js';
import type { StaffMessage } from './desk.js';
import type { Outbox } from './outbox.js';
import { totalNow } from './public-total.js';

/** For each room with milestones on, the total up to which goals have been announced there. */
const noteSchema = z.record(z.string(), z.number());
const NOTE = 'milestones';

/** `milestones on`: announces only goals that the total has not passed yet. */
export async function switchMilestones(desk: DeskContext, room: string, on: boolean): Promise<StaffMessage> {
  const { voice, ledger, petition } = desk;
  const total = await totalNow(desk);
  await ledger.staff.revise(NOTE, (kept) => {
    const { [room]: before = 0, ...others } = noteSchema.parse(kept ?? {});
    return { keep: on ? { ...others, [room]: Math.max(before, total) } : others, result: null };
  });
  if (!on) return voice.message([paragraph(voice.say('staff-milestones-off'))]);
  const goal = petition.settings.goals.find((one) => one > total);
  return voice.message([
    paragraph(
      goal === undefined ? voice.say('staff-milestones-none') : voice.say('staff-milestones-on', { goal }),
    ),
  ]);
}

/** `milestones on` for a room that can't ask, once: afterwards it keeps what it has been told. */
export async function subscribeToMilestones(desk: DeskContext, room: string): Promise<void> {
  const total = await totalNow(desk);
  await desk.ledger.staff.revise(NOTE, (kept) => ({
    keep: { [room]: total, ...noteSchema.parse(kept ?? {}) },
    result: null,
  }));
}

/**
 * Announces every goal that the total has passed, once in each room that wants it. It marks a goal before it
 * announces it, so only one process does. If that process dies in between, nobody announces the goal; that is
 * better than twice. A total that falls and rises again does not announce a goal again.
 */
export async function announceMilestones(
  desk: DeskContext,
  rooms: readonly string[],
  outbox: Outbox,
): Promise<void> {
  const { voice, ledger, petition } = desk;
  const known = noteSchema.parse((await ledger.staff.recall(NOTE)) ?? {});
  const watching = rooms.filter((room) => room in known);
  if (watching.length === 0) return;
  const total = await totalNow(desk);
  const passed = (upTo: number) => petition.settings.goals.filter((goal) => goal > upTo && goal <= total);
  if (watching.every((room) => passed(known[room] ?? 0).length === 0)) return;
  const mine = await ledger.staff.revise(NOTE, (kept) => {
    const note = noteSchema.parse(kept ?? {});
    const claimed = watching.flatMap((room) => {
      const upTo = note[room];
      return upTo === undefined ? [] : passed(upTo).map((goal) => ({ room, goal }));
    });
    const now = Object.fromEntries(claimed.map(({ room, goal }) => [room, goal]));
    return { keep: { ...note, ...now }, result: claimed };
  });
  for (const { room, goal } of mine) {
    const message = voice.message(
      [
        heading(voice.say('staff-milestone-heading', { goal })),
        paragraph(voice.say('staff-milestone', { total })),
      ],
      { kind: 'milestone' },
    );
    outbox.put(`goal ${goal} ${room}`, message, [room]);
  }
}
