import { userInfo } from 'node:os';
import { keysFor } from '../campaign-keys.js';
import { CONTENT_DIR } from '../paths.js';
import { loadPetition } from '../petition/load.js';
import { sourceCodes } from '../signatures/source-codes.js';
import { createAnswers } from '../staff/answers.js';
import { drawChart } from '../staff/chart.js';
import type { CommandWords } from '../staff/command-words.js';
import type { DeskContext } from '../staff/context.js';
import type { StaffMember, StaffMessage } from '../staff/desk.js';
import { plainMessage } from '../staff/plain.js';
import { platformNames } from '../staff/platform-names.js';
import { staffVoice } from '../staff/voice.js';
import type { CommandContext } from './context.js';
import { type Place, placeFor, withLedger } from './open.js';

/** The options of the commands that staff also have in their rooms. */
export interface StaffOptions {
  readonly yes?: boolean;
  readonly preview?: boolean;
}

/** The room of a confirmation: it is valid only in the run of the command that asked for it. */
const ROOM = `cli ${process.pid}`;

/** Opens the campaign for what staff do. */
export async function withDesk<T>(
  context: CommandContext,
  preview: boolean | undefined,
  work: (desk: DeskContext, place: Place) => Promise<T>,
): Promise<T> {
  const { now } = context.io;
  const place = placeFor(context, preview);
  const { petition: name } = place;
  const { organiser } = place.configuration;
  const petition = loadPetition({ contentDir: CONTENT_DIR, petition: name, organiser });
  const { pepper } = await keysFor(place.configuration);
  const sources = sourceCodes(pepper, petition.id, petition.settings.sources);
  return withLedger(place, now, (ledger) =>
    work(
      {
        petition,
        ledger,
        sources,
        voice: staffVoice(petition, platformNames(context.platforms)),
        now,
        asksAtOnce: true,
        draw: drawChart,
      },
      place,
    ),
  );
}

/** Asks the desk as a member of staff would, shows the answer, and asks for a confirmation if the answer needs one. */
export async function askDesk(
  context: CommandContext,
  words: CommandWords,
  options: StaffOptions,
): Promise<void> {
  const { io, finish } = context;
  const who: StaffMember = { channel: 'cli', tenant: '', id: userInfo().username };
  await withDesk(context, options.preview, async (desk) => {
    const answers = createAnswers(desk);
    let message = await answers.answer(words, who, ROOM);
    for (;;) {
      if (message.refused) {
        refuse(context, message);
        return;
      }
      io.write(`${plainMessage(message)}\n`);
      const { confirm } = message;
      if (confirm === undefined) return;
      if (!options.yes) {
        const answer = await io.ask(`\n${confirm.label}? (yes/no) `);
        if (!/^\s*y(es)?\s*$/i.test(answer ?? '')) {
          if (answer === null)
            io.complain('There is no terminal to confirm this: add --yes. Nothing was changed.\n');
          else io.complain('Nothing was changed.\n');
          finish(answer === null ? 2 : 1);
          return;
        }
      }
      io.write('\n');
      // If something changed meanwhile, the answer asks again.
      message = await answers.confirm(confirm.code, who, ROOM);
    }
  });
}

function refuse({ io, finish }: CommandContext, { locale, direction, body: [problem] }: StaffMessage): void {
  io.complain(
    `${plainMessage({ locale, direction, body: problem === undefined ? [] : [problem] })}\n` +
      'Add --help to see what it takes.\n',
  );
  finish(2);
}
