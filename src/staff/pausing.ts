import { heading, paragraph } from '../petition/rich-text.js';
import { CONFIRM_MINUTES } from './confirmations.js';
import type { DeskContext } from './context.js';
import type { StaffMessage } from './desk.js';
import type { Asker } from './quarantine.js';

/** `pause` and `resume`: says what would happen, and asks. */
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
      paragraph(voice.say(kind === 'pause' ? 'staff-paused-already' : 'staff-resumed-already')),
    ]);
  }
  const code = await asker.confirmations.keep({ kind }, asker.who, asker.room);
  return voice.message(
    [
      heading(voice.say(`staff-${kind}-heading`)),
      paragraph(voice.say(`staff-${kind}-ask`)),
      paragraph(voice.say('staff-confirm-within', { minutes: CONFIRM_MINUTES })),
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

/** Does it; every process goes by it from the next turn on. */
export async function setPaused({ voice, ledger }: DeskContext, paused: boolean): Promise<StaffMessage> {
  await ledger.changeCampaign({ paused });
  return voice.message([paragraph(voice.say(paused ? 'staff-paused' : 'staff-resumed'))]);
}
