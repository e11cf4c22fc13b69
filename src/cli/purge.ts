import { Command } from 'commander';
import { dayOf } from '../day.js';
import { CommandError } from '../explain.js';
import { CONTENT_DIR } from '../paths.js';
import { loadSettings } from '../petition/load-settings.js';
import { type Erased, eraseWhenDue, erasureDay, holdings, type Retained } from '../signatures/retention.js';
import { confirmed } from './confirm.js';
import type { CommandContext } from './context.js';
import { endingAtOnce } from './interruption.js';
import { placeFor, withLedger } from './open.js';
import { showProgress } from './progress.js';
import { plural } from './words.js';

interface PurgeOptions {
  readonly dryRun?: boolean;
  readonly yes?: boolean;
  readonly preview?: boolean;
}

/** `petition purge`: erases the names; the count stays. */
export function purgeCommand(context: CommandContext): Command {
  return new Command('purge')
    .summary('erase the names, after delivery or on their last day')
    .description(
      'Erases the sealed names and the data keys that they were sealed under, as many days after the recorded ' +
        'delivery (`close --delivered`) as the privacy notice promises, and on `keepUntil` (petition.yaml) at the ' +
        'latest. The signatures stay counted and can still be withdrawn. A running bot does the same by itself within an hour of the day. Interrupted, it goes on with ' +
        'the next run.',
    )
    .option('--dry-run', 'only say what would be erased')
    .option('--yes', "don't ask")
    .option('--preview', 'of the preview, also where a platform is configured')
    .addHelpText('after', '\nExamples:\n  npm run petition -- purge --dry-run\n  npm run petition -- purge\n')
    .action((options: PurgeOptions) => purge(context, options));
}

async function purge(context: CommandContext, options: PurgeOptions): Promise<void> {
  const { io } = context;
  const today = dayOf(io.now());
  const place = placeFor(context, options.preview);
  const { schema } = place;
  const { petition } = place;
  const settings = loadSettings(CONTENT_DIR, petition);
  await withLedger(place, io.now, async (ledger, database) => {
    const campaign = await ledger.campaign();
    const due = erasureDay(campaign, settings);
    const why = campaign.delivered === null ? UNDELIVERED : '';
    const { names, dataKeys } = await holdings(database, schema);
    if (options.dryRun) {
      const when = today < due ? `to be erased on ${due}` : 'to be erased now';
      io.write(`${sealed(names)} and ${keys(dataKeys)}: ${when}.\n${why}`);
      return;
    }
    if (today < due) {
      throw new CommandError(`the names are to be erased on ${due}, and today is ${today}\n${why}`.trimEnd());
    }
    const what = `${sealed(names)} in ${schema} will be erased, for good. The signatures stay counted.`;
    if (names > 0 && !options.yes && !(await confirmed(context, petition, what))) return;
    const erased = await eraseSeen({ database, schema, ledger, settings, today }, names);
    if (erased === null) {
      io.write('The names have been erased before, and their keys: nothing is left to do.\n');
      return;
    }
    io.write(
      `Erased: ${plural(erased.names, 'name', 'names')} and ${keys(erased.dataKeys)}. The count is as it was.\n` +
        (erased.keysLeft === 0
          ? ''
          : `${plural(erased.keysLeft, 'key is', 'keys are')} too young to delete: the bot deletes ${erased.keysLeft === 1 ? 'it' : 'them'} within two days, or run this again then.\n`) +
        `PostgreSQL's files still hold the old rows. To rewrite the files:\n` +
        `  psql "$DATABASE_URL" -c 'VACUUM FULL ${schema}.signatures' -c 'VACUUM FULL ${schema}.data_keys'\n` +
        'SECURITY.md, "After delivery", says what else to destroy (backups, the identity, the pepper).\n',
    );
  });
}

const UNDELIVERED =
  'No delivery is recorded, so that day is `keepUntil` in petition.yaml. `close --delivered DAY` records one.\n';

const sealed = (count: number) => plural(count, 'sealed name', 'sealed names');
const keys = (count: number) => plural(count, 'data key', 'data keys');

/** Erases, with a progress bar on a terminal. */
async function eraseSeen(retained: Retained, total: number): Promise<Erased | null> {
  const bar = showProgress(total);
  try {
    return await endingAtOnce(() => eraseWhenDue({ ...retained, onProgress: (names) => bar.update(names) }));
  } finally {
    bar.stop();
  }
}
