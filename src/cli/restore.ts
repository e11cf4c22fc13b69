import { Command } from 'commander';
import { keysFor } from '../campaign.js';
import { CommandError } from '../explain.js';
import { fitsPepper, PEPPER_SETTING } from '../signatures/pepper-check.js';
import { pseudonyms } from '../signatures/pseudonym.js';
import { compareWith } from '../storage/backup/compare.js';
import { type BackupContents, inspectBackup, restoreBackup } from '../storage/backup/restore.js';
import type { Database } from '../storage/database.js';
import { ensureDatabaseId } from '../storage/database-id.js';
import { databaseMarkers } from '../storage/database-marker.js';
import { SCHEMA_VERSION } from '../storage/migrate.js';
import { said } from './backup.js';
import { confirmed } from './confirm.js';
import type { CommandContext } from './context.js';
import { namingFile } from './naming-file.js';
import { type Place, placeFor, withDatabase } from './open.js';
import { complainOfRestoredLog } from './reconcile-log.js';
import { moment, plural } from './words.js';

interface RestoreOptions {
  readonly replace?: boolean;
  readonly withoutWithdrawn?: boolean;
  readonly contacts?: boolean;
  readonly yes?: boolean;
  readonly preview?: boolean;
}

/** `petition restore FILE`: a backup back into a database. */
export function restoreCommand(context: CommandContext): Command {
  const command: Command = new Command('restore')
    .summary('put a backup into a database')
    .description(
      'Checks the whole file first, and that it fits the petition and IDENTITY_PEPPER; then puts it into the ' +
        'database in one transaction: when anything interrupts it, the database is as it was before. The database ' +
        "must be empty of this petition's signatures and conversations, unless --replace says that they may go. " +
        'Stop the bot first. Afterwards the total counts the restored signatures, also of people who withdrew after ' +
        'the backup: take the newest one. Subscriptions to updates stay as they are in the database.',
    )
    .argument('<file>', 'a file that `backup` wrote')
    .option('--replace', 'delete the signatures and conversations that are there; asks first')
    .option(
      '--without-withdrawn',
      'with --replace: leave out signatures that the database does not have any more',
    )
    .option(
      '--contacts',
      'also put back subscriptions to updates, even of people who have stopped them since',
    )
    .option('--yes', "with --replace: don't ask")
    .option('--preview', 'into the preview, also where a platform is configured')
    .addHelpText(
      'after',
      '\nExamples:\n' +
        '  npm run petition -- restore /var/backups/petition/today.gz\n' +
        '  npm run petition -- restore --replace today.gz\n',
    );
  return command.action(async (file: string, options: RestoreOptions) => {
    if (options.withoutWithdrawn && !options.replace) {
      command.error('error: --without-withdrawn compares with what --replace deletes: give both');
    }
    await restore(context, file, options);
  });
}

async function restore(context: CommandContext, file: string, options: RestoreOptions): Promise<void> {
  const { io } = context;
  const place = placeFor(context, options.preview);
  const contents = await namingFile(file, inspectBackup(file));
  await refuseMisfit(file, contents, place);
  const { madeAt } = contents.header;
  io.complain(
    `${file} is whole: made ${moment(new Date(madeAt))}, ${said(contents.rows)}.\n${foreword(contents, options)}`,
  );
  await withDatabase(place, async (database) => {
    const { replace = false, contacts = false, withoutWithdrawn = false } = options;
    if (replace) {
      const { signatures, gone } = await compareWith(database.query, place.schema, file);
      if (withoutWithdrawn && signatures === 0) {
        throw new CommandError('the database holds no signatures: it can not tell which people withdrew');
      }
      io.complain(
        `${plural(gone, 'signature of the backup is', 'signatures of the backup are')} not in the database any more: withdrawn since, where it has lost ` +
          `nothing. ${withoutWithdrawn ? 'Left out here' : 'Back with the rest; --without-withdrawn leaves such signatures out'}.\n`,
      );
      const what = `All signatures and conversations in ${place.schema} will be deleted (${plural(signatures, 'signature', 'signatures')} now).`;
      if (!options.yes && !(await confirmed(context, place.petition, what))) return;
    }
    const rows = await namingFile(
      file,
      restoreBackup(database, place.schema, file, { replace, contacts, withoutWithdrawn }),
    );
    await markDeliberate(context, place, database);
    io.write(`Restored ${said(rows)}.\n${afterword(madeAt, withoutWithdrawn)}`);
    await complainOfRestoredLog(context, place, database);
  });
}

/** A restore is deliberate: the bot's next start here accepts this database. */
async function markDeliberate({ io }: CommandContext, place: Place, database: Database): Promise<void> {
  const { dataDir } = place.configuration;
  const markerFor = databaseMarkers({
    dataDir,
    accept: true,
    onUnwritable: () =>
      io.complain(
        `${dataDir} can not be written: where the bot refuses to start, add --accept-new-database once.\n`,
      ),
  });
  const id = await ensureDatabaseId(database.query, place.schema);
  const [row] = await database.query<{ count: string }>(
    `SELECT count(*)::text AS count FROM ${place.schema}.signatures`,
  );
  await markerFor(place.schema).keep(id, Number(row?.count ?? 0));
}

/** Warns of everything that comes back. It is said before anything changes. */
function foreword({ rows }: BackupContents, { contacts, withoutWithdrawn }: RestoreOptions): string {
  const subscribers = rows.contacts ?? 0;
  const updates = contacts
    ? `With them ${plural(subscribers, 'person comes', 'people come')} who had asked for updates, even if they have stopped them since; an ` +
      'announcement that was sent since, and that the database does not know of, would reach them again.'
    : `${plural(subscribers, 'person who had asked for updates by then is', 'people who had asked for updates by then are')} left out, since some may have stopped them; ` +
      '--contacts puts them back.';
  return (
    `${withoutWithdrawn ? '' : 'Signatures that were withdrawn since come back. '}Names that were erased since come ` +
    `back; a pause, a closing or a delivery that was recorded since is forgotten.\n${updates}\n`
  );
}

/** Tells the operator what to do now. */
function afterword(madeAt: string, withoutWithdrawn: boolean): string {
  const withdrawn = `Tell people, where they will read it, that people who withdrew after ${moment(new Date(madeAt))} have to withdraw once more.\n`;
  return (
    `${withoutWithdrawn ? '' : withdrawn}If you closed the petition or delivered the letter since then, record it again with ` +
    '`close`, before the bot starts.\n'
  );
}

/** Refuses a whole backup that is not this petition's, or can't be used here. */
async function refuseMisfit(file: string, { header, settings }: BackupContents, place: Place): Promise<void> {
  const { configuration, petition, preview } = place;
  if (header.petition !== petition) {
    throw new CommandError(`${file} is of the petition ${header.petition}, and this is ${petition}`);
  }
  if (header.preview !== preview) {
    throw new CommandError(
      header.preview
        ? `${file} is of a preview, whose signatures never count in a campaign: add --preview`
        : `${file} is of a campaign, and no platform is configured here: set the variables of .env first`,
    );
  }
  if (header.migration > SCHEMA_VERSION) {
    throw new CommandError(`${file} was made by a later version of this program: update it first`);
  }
  if (header.migration < SCHEMA_VERSION) {
    throw new CommandError(
      `${file} was made by an earlier version of this program, whose tables differ: restore it with that ` +
        'version, then update',
    );
  }
  const { pepper } = await keysFor(configuration);
  const check = settings.get(PEPPER_SETTING);
  if (check !== undefined && !fitsPepper(check, pseudonyms(pepper, petition))) {
    throw new CommandError(
      configuration.pepper === null
        ? `${file} was made with another pepper than the one in ${configuration.dataDir}: copy the file ` +
            "preview-pepper from the folder that the backup's preview had, or set IDENTITY_PEPPER"
        : `${file} was made with another IDENTITY_PEPPER: set that one`,
    );
  }
}
