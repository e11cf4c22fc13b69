import { causeOf } from '../log.js';
import { createAnswers } from './answers.js';
import { drawChart } from './chart.js';
import type { DeskContext } from './context.js';
import { STAFF_COMMANDS, type StaffDesk } from './desk.js';
import { type DutiesOptions, serveRooms } from './duties.js';
import { staffVoice } from './voice.js';

export interface DeskOptions extends Omit<DeskContext, 'voice' | 'draw'>, DutiesOptions {
  /** How pictures are drawn; rejects where one can't be. */
  readonly draw?: typeof drawChart;
}

/** Opens the desk; it asks the database nothing before it is asked itself. */
export function openDesk(options: DeskOptions): StaffDesk {
  const { petition, ledger, sources, now, log, draw = drawChart } = options;
  const desk: DeskContext = {
    petition,
    ledger,
    sources,
    now,
    voice: staffVoice(petition),
    async draw(chart, voice) {
      try {
        return await draw(chart, voice);
      } catch (error) {
        log.error(causeOf(error), 'the picture of a report could not be drawn');
        return null;
      }
    },
  };
  const { ask, confirm } = createAnswers(desk);
  return {
    commands: STAFF_COMMANDS,
    ask,
    confirm,
    serve: (rooms, post, signal) => serveRooms(desk, options, rooms, post, signal),
  };
}
