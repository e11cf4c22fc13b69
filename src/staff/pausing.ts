import { z } from 'zod';
import { type Block, heading, paragraph } from '../petition/rich-text.js';
import { prefixOf } from '../signatures/pseudonym.js';
import { confirmationTime } from './confirmations.js';
import type { DeskContext } from './context.js';
import type { StaffMessage } from './desk.js';
import type { Asker } from './quarantine.js';

/** The last pause or resume: when, and by whom. */
const noteSchema = z.strictObject({ on: z.iso.datetime(), by: z.string() }).nullable();
const NOTE = 'pausing';

/** `pause` and `resume`: says what would happen, and asks for confirmation. */
export async function pausingMessage(
  desk: DeskContext,
  asker: Asker,
  kind: 'pause' | 'resume',
): Promise<StaffMessage> {
  const { voice, ledger } = desk;
  const { closed, paused } = await ledger.campaign();
  if (closed !== null) {
    return voice.message([paragraph(voice.say('staff-closed', { day: voice.day(new Date(closed)) }))]);
  }
  if (paused === (kind === 'pause')) {
    return voice.message([
      paragraph(voice.say(paused ? 'staff-paused-already' : 'staff-resumed-already')),
      ...(await pausingSince(desk)),
    ]);
  }
  const code = await asker.confirmations.keep({ kind }, asker.who, asker.room);
  return voice.message(
    [
      heading(voice.say(`staff-${kind}-heading`)),
      paragraph(voice.say(`staff-${kind}-ask`)),
      ...confirmationTime(desk),
    ],
    {
      confirm: {
        code,
        label: voice.say(`staff-button-${kind}`),
        cancelLabel: voice.say('staff-button-cancel'),
      },
    },
  );
}

/** Pauses or resumes. Every process follows from its next turn on. */
export async function setPaused(
  { voice, ledger, now }: DeskContext,
  { who }: Asker,
  paused: boolean,
): Promise<StaffMessage> {
  const by = ledger.staff.keyed(who);
  await ledger.changeCampaignState({ paused });
  await ledger.staff.revise(NOTE, () => ({ keep: { on: now().toISOString(), by }, result: null }));
  return voice.message(
    [
      paragraph(voice.say(paused ? 'staff-paused' : 'staff-resumed')),
      paragraph(voice.say('staff-done-by', { who: prefixOf(by) })),
    ],
    { news: true },
  );
}

/** The last pause or resume; null if nobody ever paused the petition. */
export async function lastPausing({
  ledger,
}: Pick<DeskContext, 'ledger'>): Promise<z.infer<typeof noteSchema>> {
  return noteSchema.parse((await ledger.staff.recall(NOTE)) ?? null);
}

/** Since when the petition has been paused or open, and who did that; nothing if nobody ever paused it. */
export async function pausingSince({ voice, ledger }: DeskContext): Promise<Block[]> {
  const last = await lastPausing({ ledger });
  if (last === null) return [];
  const said = voice.saying((when) =>
    voice.say('staff-pausing-since', { moment: when.dayAndTime(new Date(last.on)), who: prefixOf(last.by) }),
  );
  return [paragraph(...said)];
}
