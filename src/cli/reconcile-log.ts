import { CommandError } from '../explain.js';
import { causeOf } from '../log.js';
import { campaignLog } from '../log-of-totals/campaign-log.js';
import type { TotalsLog } from '../log-of-totals/totals-log.js';
import { CONTENT_DIR } from '../paths.js';
import { loadSettings } from '../petition/load-settings.js';
import type { Ledger } from '../signatures/ledger.js';
import type { LogFound, LogTrouble } from '../signatures/recount.js';
import type { Database } from '../storage/database.js';
import type { CommandContext } from './context.js';
import type { Place } from './open.js';
import { readLogDocument } from './verify.js';
import { plural } from './words.js';

export interface LogOptions {
  /** Adds a line with this reason, if there is a difference. */
  readonly correctLog?: string;
  /** A file with published lines to put back. */
  readonly putBack?: string;
}

/** What each trouble means, and what to do. */
const TROUBLE: Readonly<Record<LogTrouble, string>> = {
  rewritten:
    'The public log was rewritten: its lines are not those whose head was signed. A person or a program changed the ' +
    'database without its triggers. Restore the lines from a backup, or from what /log/entries answered before.',
  shortened:
    'The public log was shortened: this machine has signed more lines than the database has. A restore from an older ' +
    'backup does that. A new line now would fork the log. Put the published lines back: reconcile --put-back FILE, ' +
    'with what /log/entries answered before (people who checked the log have it too).',
  'other-key':
    'The last head of the public log was signed with another key than LOG_SIGNING_KEY: set that one again.',
};

/** Opens the public log of a command's petition; null where no key is set. */
function logOf(
  { io }: CommandContext,
  { configuration, petition: id, preview, schema }: Place,
  database: Database,
  ledger: Pick<Ledger<never>, 'offsets' | 'ready'>,
): TotalsLog | null {
  return campaignLog({
    ...configuration,
    database,
    schema,
    petition: { id, settings: loadSettings(CONTENT_DIR, id) },
    preview,
    ledger,
    now: io.now,
    onUnwritable: (error) => io.complain(`DATA_DIR can't be written (${JSON.stringify(causeOf(error))}).\n`),
  });
}

/**
 * Compares the public log of the total with the signatures, and changes it where the operator asked for that.
 * @throws CommandError
 */
export async function reconcileLog(
  context: CommandContext,
  place: Place,
  {
    ledger,
    database,
  }: { readonly ledger: Pick<Ledger<never>, 'offsets' | 'ready'>; readonly database: Database },
  { correctLog, putBack }: LogOptions,
): Promise<void> {
  const log = logOf(context, place, database, ledger);
  if (log === null) {
    if (correctLog === undefined && putBack === undefined) return;
    throw new CommandError('LOG_SIGNING_KEY is not set: there is no public log of the total');
  }
  if (putBack !== undefined) await putLinesBack(context, log, putBack);
  if (correctLog !== undefined) await correct(context, log, correctLog);
  const wrong = problemWith(await log.state());
  if (wrong === null) {
    context.io.write('The public log of the total agrees with the signatures.\n');
    return;
  }
  context.io.complain(`${wrong}\n`);
  context.finish(1);
}

/** After a restore: says how far the public log goes, if lines are missing, and if it differs from the signatures. */
export async function complainOfRestoredLog(
  context: CommandContext,
  place: Place,
  database: Database,
): Promise<void> {
  const restored = { ready: async () => undefined, offsets: async () => [] };
  const log = logOf(context, place, database, restored);
  if (log === null) return;
  const published = await log.published();
  context.io.complain(
    `The public log of the total has ${plural(published?.entries.length ?? 0, 'line', 'lines')}` +
      `${published?.covered ? `, up to ${published.covered}` : ''}. If more were published, put them back before the ` +
      'bot starts: reconcile --put-back FILE.\n',
  );
  const wrong = problemWith(await log.state());
  if (wrong !== null) context.io.complain(`${wrong}\n`);
}

function problemWith(state: LogFound): string | null {
  if (state.trouble !== null) return TROUBLE[state.trouble];
  if (state.difference === 0) return null;
  return (
    `The public log of the total is wrong by ${plural(Math.abs(state.difference), 'signature', 'signatures')}: ` +
    `${state.difference > 0 ? 'more' : 'fewer'} count than it says. A restore does that, or a person who changed ` +
    'rows without the triggers. Find out which, then add a line that says so: reconcile --correct-log REASON.'
  );
}

async function putLinesBack({ io }: CommandContext, log: TotalsLog, file: string): Promise<void> {
  const lines = await log.putBack(await readLogDocument(file));
  if (lines === 'other') {
    throw new CommandError(
      `${file} is not a later state of this log: its head is not signed by LOG_SIGNING_KEY, or its lines are not ` +
        'those of the database. Nothing was changed.',
    );
  }
  io.write(lines > 0 ? `${plural(lines, 'line was', 'lines were')} put back.\n` : 'No line was missing.\n');
}

async function correct({ io }: CommandContext, log: TotalsLog, reason: string): Promise<void> {
  const done = await log.correct(reason);
  if ('trouble' in done) throw new CommandError(TROUBLE[done.trouble]);
  const { corrected } = done;
  io.write(
    corrected === null
      ? 'There was nothing to correct.\n'
      : `A line was added to the public log: ${corrected > 0 ? '+' : ''}${corrected}, “${reason}”.\n`,
  );
}
