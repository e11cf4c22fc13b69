import { Command } from 'commander';
import { keysFor } from '../books.js';
import { Refusal } from '../explain.js';
import { fitsPepper, PEPPER_SETTING } from '../signatures/pepper-check.js';
import { pseudonyms } from '../signatures/pseudonym.js';
import { type BackupContents, inspectBackup, restoreBackup } from '../storage/backup/restore.js';
import type { Query } from '../storage/database.js';
import { SCHEMA_VERSION } from '../storage/migrate.js';
import { said } from './backup.js';
import { confirmed } from './confirm.js';
import type { CommandContext } from './context.js';
import { type Place, placeFor, withDatabase } from './open.js';

interface RestoreOptions {
  readonly replace?: boolean;
  readonly yes?: boolean;
  readonly preview?: boolean;
}

/** `petition restore FILE`: a backup back into a database. */
export function restoreCommand(context: CommandContext): Command {
  return new Command('restore')
    .summary('put a backup into a database')
    .description(
      'Checks the whole file first, and that it fits the petition and IDENTITY_PEPPER; then puts it into the ' +
        'database in one transaction: when anything interrupts it, the database is as it was before. The database ' +
        "must be empty of this petition's signatures and conversations, unless --replace says that they may go. " +
        'Stop the bot first. Afterwards the total is what the restored signatures say.',
    )
    .argument('<file>', 'a file that `backup` wrote')
    .option('--replace', 'delete the signatures and conversations that are there; asks first')
    .option('--yes', "with --replace: don't ask")
    .option('--preview', 'into the preview, also where a platform is configured')
    .addHelpText(
      'after',
      '\nExamples:\n' +
        '  npm run petition -- restore /var/backups/petition/today.gz\n' +
        '  npm run petition -- restore --replace today.gz\n',
    )
    .action((file: string, options: RestoreOptions) => restore(context, file, options));
}

async function restore(context: CommandContext, file: string, options: RestoreOptions): Promise<void> {
  const { io } = context;
  const place = placeFor(context, options.preview);
  const contents = await inspectBackup(file);
  await refuseMisfit(contents, place);
  io.complain(`${file} is whole: made ${contents.header.madeAt}, ${said(contents.rows)}.\n`);
  await withDatabase(place, async (database) => {
    const replace = options.replace ?? false;
    if (replace && !options.yes) {
      const counted = await countedIn(database.query, place.schema);
      const what = `All signatures and conversations in ${place.schema} will be deleted (${counted}).`;
      if (!(await confirmed(context, place.configuration.petition, what))) return;
    }
    const rows = await restoreBackup(database, place.schema, file, { replace });
    io.write(`Restored ${said(rows)}.\n`);
  });
}

/** Refuses a whole backup that is not this petition's, or can't be used here. */
async function refuseMisfit({ header, settings }: BackupContents, place: Place): Promise<void> {
  const { configuration, preview } = place;
  if (header.petition !== configuration.petition) {
    throw new Refusal(
      `the backup is of the petition ${header.petition}, and PETITION is ${configuration.petition}`,
    );
  }
  if (header.preview !== preview) {
    throw new Refusal(
      header.preview
        ? "the backup is a preview's, whose signatures never count in a campaign: add --preview"
        : "the backup is a campaign's, and no platform is configured here: set the variables of .env first",
    );
  }
  if (header.migration > SCHEMA_VERSION) {
    throw new Refusal('the backup was made by a later version of this program: update it first');
  }
  if (header.migration < SCHEMA_VERSION) {
    throw new Refusal(
      'the backup was made by an earlier version of this program, whose tables differ: restore it with that ' +
        'version, then update',
    );
  }
  const { pepper } = await keysFor(configuration);
  const check = settings.get(PEPPER_SETTING);
  if (check !== undefined && !fitsPepper(check, pseudonyms(pepper, configuration.petition))) {
    throw new Refusal(
      configuration.pepper === null
        ? `the backup was made with another pepper than the one in ${configuration.dataDir}: copy the file ` +
            "preview-pepper from the folder that the backup's preview had, or set IDENTITY_PEPPER"
        : 'the backup was made with another IDENTITY_PEPPER: set that one',
    );
  }
}

async function countedIn(query: Query, schema: string): Promise<string> {
  const [found] = await query<{ there: boolean }>('SELECT to_regclass($1) IS NOT NULL AS there', [
    `${schema}.signatures`,
  ]);
  if (found?.there !== true) return 'there are none';
  const [row] = await query<{ count: string }>(`SELECT count(*)::text AS count FROM ${schema}.signatures`);
  return `${row?.count ?? 0} signatures now`;
}
