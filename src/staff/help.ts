import type { WordId } from '../petition/catalogue.js';
import { command, phrase } from '../petition/phrase.js';
import { type Block, heading, paragraph } from '../petition/rich-text.js';
import type { StaffMessage } from './desk.js';
import type { Voice } from './voice.js';

/** Each command as staff type it, with the id of its explanation. */
const LINES = [
  ['total', 'staff-help-total'],
  ['report [today|7d|30d|all]', 'staff-help-report'],
  ['chart [today|7d|30d|all]', 'staff-help-chart'],
  ['milestones on|off', 'staff-help-milestones'],
  ['digest on HH:MM ZONE|off', 'staff-help-digest'],
  ['digest weekly HH:MM ZONE', 'staff-help-digest-weekly'],
  ['quarantine SOURCE|DAYS --reason "…" [--hold]', 'staff-help-quarantine'],
  [
    'quarantine --source SOURCE --days DAYS --platform PLATFORM --language LANGUAGE --age AGE --reason "…" [--hold]',
    'staff-help-quarantine-facts',
  ],
  ['quarantine list', 'staff-help-list'],
  ['release NUMBER', 'staff-help-release'],
  ['pause', 'staff-help-pause'],
  ['resume', 'staff-help-resume'],
  ['help', 'staff-help-help'],
] as const satisfies readonly (readonly [string, WordId])[];

/** `help`. */
export function helpMessage(voice: Voice): StaffMessage {
  return voice.message(helpBody(voice));
}

/** The answer to a command that makes no sense: the problem, and all commands. */
export function misunderstood(voice: Voice, problem: string): StaffMessage {
  return voice.message([paragraph(problem), ...helpBody(voice)], { refused: true });
}

function helpBody(voice: Voice): Block[] {
  return [
    heading(voice.say('staff-help-heading')),
    {
      kind: 'list',
      ordered: false,
      items: LINES.map(([name, id]) =>
        phrase((put) => voice.say('staff-help-line', { command: put(command(name)), what: voice.say(id) })),
      ),
    },
  ];
}
