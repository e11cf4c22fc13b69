import { Command } from 'commander';
import type { Drift } from '../signatures/ledger.js';
import type { CommandContext } from './context.js';
import { placeFor, withLedger } from './open.js';

interface ReconcileOptions {
  readonly preview?: boolean;
}

/** `petition reconcile`: recounts every row and compares. */
export function reconcileCommand(context: CommandContext): Command {
  return new Command('reconcile')
    .summary('recount the signatures and compare with the tally')
    .description(
      'Reads every signature and compares with the tally that the database keeps, for every breakdown, and looks for ' +
        'names whose key is missing. Changes nothing. Exit code 1 where anything differs: that never happens unless ' +
        'somebody changed rows past the triggers, so find out who before anything else.',
    )
    .option('--preview', 'of the preview, also where a platform is configured')
    .addHelpText('after', '\nExample:\n  npm run petition -- reconcile\n')
    .action((options: ReconcileOptions) => reconcile(context, options));
}

async function reconcile(context: CommandContext, options: ReconcileOptions): Promise<void> {
  const { io } = context;
  const drifts = await withLedger(placeFor(context, options.preview), io.now, (ledger) => ledger.reconcile());
  if (drifts.length === 0) {
    io.write('All is well: the tally is what the rows say.\n');
    return;
  }
  for (const drift of drifts) io.complain(`${describe(drift)}\n`);
  if (drifts.some(({ dimension }) => dimension !== 'data-key' && dimension !== 'quarantine')) {
    io.complain('To count anew from the rows: `backup FILE`, stop the bot, `restore FILE --replace`.\n');
  }
  context.finish(1);
}

function describe({ dimension, value, tally, rows }: Drift): string {
  if (dimension === 'data-key')
    return `key ${value} is missing: the names of ${rows} signatures can't be read`;
  if (dimension === 'quarantine')
    return `quarantine ${value}: ${rows} signatures are not held as it says; \`release ${value}\` puts that right`;
  const what = dimension === 'all' ? 'all signatures' : `${dimension} ${value === '' ? '(none)' : value}`;
  return `${what}: the tally says ${tally}, the rows ${rows}`;
}
