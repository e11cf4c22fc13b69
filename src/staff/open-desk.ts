import { causeOf } from '../log.js';
import { createAnswers } from './answers.js';
import { type BackgroundJobsOptions, runBackgroundJobs } from './background-jobs.js';
import { drawChart } from './chart.js';
import type { DeskContext } from './context.js';
import { STAFF_COMMANDS, type StaffDesk } from './desk.js';
import type { PlatformNames } from './platform-names.js';
import { staffVoice } from './voice.js';

export interface DeskOptions extends Omit<DeskContext, 'voice' | 'draw'>, BackgroundJobsOptions {
  /** Draws pictures; rejects if it can't. */
  readonly draw?: typeof drawChart;
  readonly names?: PlatformNames | undefined;
}

/** Opens the desk. It reads nothing from the database before the first question. */
export function openDesk(options: DeskOptions): StaffDesk {
  const { petition, ledger, sources, logAddress = null, now, log, draw = drawChart, names } = options;
  const desk: DeskContext = {
    petition,
    ledger,
    sources,
    logAddress,
    now,
    voice: staffVoice(petition, names),
    async draw(chart, voice) {
      try {
        return await draw(chart, voice);
      } catch (error) {
        log.error(causeOf(error), 'a report was sent without its picture: drawing failed');
        return null;
      }
    },
  };
  const { ask, confirm } = createAnswers(desk);
  let served = false;
  return {
    commands: STAFF_COMMANDS,
    ask,
    confirm,
    serve(place, signal) {
      served ||= place.rooms.length > 0;
      return runBackgroundJobs(desk, options, place, signal);
    },
    isServed: () => served,
  };
}
