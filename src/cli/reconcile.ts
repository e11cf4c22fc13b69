import { Command } from 'commander';
import type { Drift } from '../signatures/ledger.js';
import type { CommandContext } from './context.js';
import { placeFor, withLedger } from './open.js';
import { reconcileLog } from './reconcile-log.js';
import { plural } from './words.js';

interface ReconcileOptions {
  readonly preview?: boolean;
  readonly correctLog?: string;
  readonly putBack?: string;
}

/** `petition reconcile`: recounts every row and compares. */
export function reconcileCommand(context: CommandContext): Command {
  return new Command('reconcile')
    .summary('recount the signatures and compare with the tally')
    .description(
      'Reads every signature and compares with the tally that the database keeps, for every breakdown: what stands, ' +
        'and what came and went. Looks for names whose key is missing, and for signatures that are not held as a ' +
        'quarantine says. Compares with the public log of the total, where LOG_SIGNING_KEY is set. Changes nothing by ' +
        'itself. Exit code 1 where anything differs: that never happens unless ' +
        'a person or a program changed rows without the triggers. First find out which.',
    )
    .option(
      '--correct-log <reason>',
      'add a line to the public log that puts a difference right, with the reason',
    )
    .option(
      '--put-back <file>',
      'add published lines that the database has lost to the public log: from a file with what /log/entries answered',
    )
    .option('--preview', 'of the preview, also where a platform is configured')
    .addHelpText(
      'after',
      '\nExamples:\n  npm run petition -- reconcile\n' +
        '  npm run petition -- reconcile --correct-log "restored from the backup of 2027-01-15"\n',
    )
    .action((options: ReconcileOptions) => reconcile(context, options));
}

async function reconcile(context: CommandContext, options: ReconcileOptions): Promise<void> {
  const { io } = context;
  const place = placeFor(context, options.preview);
  const drifts = await withLedger(place, io.now, async (ledger, database) => {
    const found = await ledger.reconcile();
    await reconcileLog(context, place, { ledger, database }, options);
    return found;
  });
  if (drifts.length === 0) {
    io.write('All is well: the tally is what the rows say.\n');
    return;
  }
  for (const drift of drifts) io.complain(`${describe(drift)}\n`);
  for (const hint of hintsFor(drifts)) io.complain(`${hint}\n`);
  context.finish(1);
}

function describe(drift: Drift): string {
  switch (drift.kind) {
    case 'standing':
      return `${placeOf(drift)}: the tally says ${drift.tally}, the rows ${drift.rows}`;
    case 'flow':
      return `${placeOf(drift)}: signed, left, set aside and released add up to ${drift.tally}, the rows to ${drift.rows}`;
    case 'data-key':
      return `key ${drift.key} is missing: the names of ${plural(drift.rows, 'signature', 'signatures')} can't be read`;
    case 'quarantine':
      return `quarantine ${drift.number}: ${plural(drift.rows, 'signature is', 'signatures are')} not held as it says; \`release ${drift.number}\` puts that right`;
  }
}

function placeOf({ dimension, value }: { readonly dimension: string; readonly value: string }): string {
  return dimension === 'all' ? 'all signatures' : `${dimension} ${value === '' ? '(none)' : value}`;
}

/** What it means, and what to do. */
function hintsFor(drifts: readonly Drift[]): string[] {
  const found = new Set(drifts.map(({ kind }) => kind));
  const hints: string[] = [];
  if (found.has('data-key')) {
    hints.push(
      'These signatures count all the same. Keep every backup that you have: one may hold the missing keys.',
    );
  }
  if (found.has('flow')) {
    hints.push(
      'The flow is what charts and reports show. A backup that version 0.1 restored can have left it so. Else ' +
        'a person or a program changed it.',
    );
  }
  if (found.has('standing') || found.has('flow')) {
    hints.push('To count again from the rows: `backup FILE`, stop the bot, `restore FILE --replace`.');
  }
  return hints;
}
