import { createAnswers } from './answers.js';
import type { DeskContext } from './context.js';
import { STAFF_COMMANDS, type StaffDesk } from './desk.js';
import { type DutiesOptions, serveRooms } from './duties.js';
import { staffVoice } from './voice.js';

export interface DeskOptions extends Omit<DeskContext, 'voice'>, DutiesOptions {}

/** Opens the desk; it asks the database nothing before it is asked itself. */
export function openDesk(options: DeskOptions): StaffDesk {
  const { petition, ledger, sources, now } = options;
  const desk: DeskContext = { petition, ledger, sources, now, voice: staffVoice(petition) };
  const { ask, confirm } = createAnswers(desk);
  return {
    commands: STAFF_COMMANDS,
    ask,
    confirm,
    serve: (rooms, post, signal) => serveRooms(desk, options, rooms, post, signal),
  };
}
