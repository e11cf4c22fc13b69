import { join } from 'node:path';
import { Command, Option } from 'commander';
import { keysFor } from '../campaign-keys.js';
import { dayOf } from '../day.js';
import { CommandError } from '../explain.js';
import { CONTENT_DIR } from '../paths.js';
import { loadSettings } from '../petition/load-settings.js';
import { CAMPAIGN_SETTING, changeCampaignState, parseCampaignState } from '../signatures/campaign-state.js';
import { fitsPepper, PEPPER_SETTING } from '../signatures/pepper-check.js';
import { pseudonyms } from '../signatures/pseudonym.js';
import { settleSetting } from '../signatures/restored-settings.js';
import { eraseWhenDue } from '../signatures/retention.js';
import { compareWith } from '../storage/backup/compare.js';
import { type BackupContents, inspectBackup } from '../storage/backup/inspect.js';
import { restoreBackup } from '../storage/backup/restore.js';
import { refuseRunning } from '../storage/backup/running.js';
import type { Database } from '../storage/database.js';
import { ensureDatabaseId } from '../storage/database-id.js';
import { databaseMarkers } from '../storage/database-marker.js';
import { SCHEMA_VERSION } from '../storage/migrate.js';
import { schemaName } from '../storage/schema-name.js';
import { said, stateOf } from './backup.js';
import { confirmed } from './confirm.js';
import type { CommandContext } from './context.js';
import { namingFile } from './naming-file.js';
import { type Place, placesFor, withDatabase } from './open.js';
import { complainOfRestoredLog } from './reconcile-log.js';
import { afterword, contactsSaid, INTO_EMPTY, planOver, type RestoreWishes } from './restore-plan.js';
import { moment, plural } from './words.js';

interface RestoreOptions extends RestoreWishes {
  readonly yes?: boolean;
  readonly preview?: boolean;
}

/** `petition restore FILE`: a backup back into a database. */
export function restoreCommand(context: CommandContext): Command {
  const command: Command = new Command('restore')
    .summary('put a backup into a database')
    .description(
      'Checks the whole file first, and that it fits the petition and IDENTITY_PEPPER; then puts it into the ' +
        'database in one transaction: when anything interrupts it, the database is as it was before. It refuses ' +
        "while a bot runs on the database. The database must be empty of this petition's signatures and " +
        'conversations, unless you add --replace. With it, signatures made since the backup stay, and signatures ' +
        'that were withdrawn since stay out. Into an empty database all signatures of the backup come back, also of ' +
        'people who withdrew after it: take the newest one. Subscriptions to updates stay as they are in the database.',
    )
    .argument('<file>', 'a file that `backup` wrote, or a folder of several petitions')
    .option('--replace', 'also into a database that holds signatures; says what would change, and asks first')
    .option('--lose-newer', 'with --replace: delete the signatures and conversations made since the backup')
    .addOption(
      new Option(
        '--without-withdrawn',
        'with --replace: leave out signatures that the database does not have any more',
      ).conflicts('withWithdrawn'),
    )
    .option(
      '--with-withdrawn',
      'with --replace: bring back signatures that the database does not have any more, even of people who withdrew',
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
    for (const [given, name] of [
      [options.withoutWithdrawn, '--without-withdrawn'],
      [options.withWithdrawn, '--with-withdrawn'],
      [options.loseNewer, '--lose-newer'],
    ]) {
      if (given && !options.replace) command.error(`error: ${name} needs --replace: give both`);
    }
    await restore(context, file, options);
  });
}

/** A backup that was read to its end, and that fits the place where it goes. */
interface Fitting {
  readonly file: string;
  readonly contents: BackupContents;
  readonly place: Place;
}

/** Looks at all files before it changes anything. One wrong file stops the whole restore. */
async function restore(context: CommandContext, path: string, options: RestoreOptions): Promise<void> {
  const places = placesFor(context, options.preview);
  const fitting: Fitting[] = [];
  for (const file of await filesOf(path, places)) {
    const contents = await namingFile(file, inspectBackup(file));
    const place = placeOf(file, contents, places);
    await refuseMisfit(file, contents, place);
    fitting.push({ file, contents, place });
  }
  for (const one of fitting) await restoreOne(context, one, options);
}

/** The file itself, or a folder's files of these petitions. */
async function filesOf(path: string, places: readonly Place[]): Promise<readonly string[]> {
  if ((await stateOf(path))?.isDirectory() !== true) return [path];
  const files = places.map(({ petition }) => join(path, `${petition}.gz`));
  const there = await Promise.all(files.map(async (file) => (await stateOf(file)) !== null));
  const found = files.filter((_, index) => there[index]);
  if (found.length === files.length) return files;
  const missing = places.filter((_, index) => !there[index]).map(({ petition }) => petition);
  throw new CommandError(
    `${path} has no file of ${missing.join(', ')}: name one file, or add --petition with one that it has`,
  );
}

/** Where a backup goes: the file names its petition. */
function placeOf(file: string, { header: { petition } }: BackupContents, places: readonly Place[]): Place {
  const place = places.find((one) => one.petition === petition);
  if (place !== undefined) return place;
  const names = places.map((one) => one.petition).join(', ');
  throw new CommandError(`${file} is of the petition ${petition}, and this is ${names}`);
}

async function restoreOne(
  context: CommandContext,
  { file, contents, place }: Fitting,
  options: RestoreOptions,
): Promise<void> {
  const { io } = context;
  const { schema } = place;
  const { madeAt } = contents.header;
  await withDatabase(place, async (database) => {
    const { replace = false, contacts = false } = options;
    const beside = schemasOf(place);
    await refuseRunning(database.query, beside);
    io.complain(`${file} is whole: made ${moment(new Date(madeAt))}, ${said(contents.rows)}.\n`);
    const found = replace ? await compareWith(database.query, schema, file) : null;
    const plan = found === null ? INTO_EMPTY : planOver(found, options, schema);
    io.complain(`${plan.says}${contactsSaid(contents, contacts)}`);
    if (found !== null && !options.yes) {
      const now = plural(found.signatures, 'signature', 'signatures');
      const what = `${schema} will be restored from this backup (${now} now).`;
      if (!(await confirmed(context, place.petition, what))) return;
    }
    const settle = plan.keepsDecisions ? settleSetting : () => null;
    const { newer, withdrawn } = plan;
    const rows = await namingFile(
      file,
      restoreBackup(database, schema, file, { replace, newer, withdrawn, contacts, beside, settle }),
    );
    await markDeliberate(context, place, database);
    io.write(
      newer === 'lose'
        ? `Restored ${said(rows)}.\n`
        : `Restored ${plural(rows.signatures ?? 0, 'signature', 'signatures')} that the database did not have. ` +
            `Those that it had are as they were: ${found?.signatures ?? 0}.\n`,
    );
    await eraseAgain(context, place, database);
    io.write(afterword(plan, madeAt));
    await complainOfRestoredLog(context, place, database);
  });
}

/** The schemas of one bot: a bot that holds a job in one of them may write to all of them. */
function schemasOf({ configuration, schema }: Place): readonly string[] {
  const all = configuration.petitions.flatMap((petition) => [
    schemaName(petition, false),
    schemaName(petition, true),
  ]);
  return [...new Set([schema, ...all])];
}

/** Names that had been erased must not come back: the bot would erase them too, but only when it starts. */
async function eraseAgain({ io }: CommandContext, place: Place, database: Database): Promise<void> {
  const { petition, schema } = place;
  const campaign = async () => {
    const [row] = await database.query<{ value: string }>(
      `SELECT value FROM ${schema}.settings WHERE key = $1`,
      [CAMPAIGN_SETTING],
    );
    return parseCampaignState(row?.value);
  };
  if ((await campaign()).erased === null) return;
  const settings = loadSettings(CONTENT_DIR, petition);
  const erased = await eraseWhenDue({
    database,
    schema,
    ledger: {
      campaign,
      changeCampaignState: (change) => changeCampaignState(database.query, schema, change),
    },
    settings,
    today: dayOf(io.now()),
  });
  if (erased === null || erased.names === 0) return;
  io.write(
    `${plural(erased.names, 'name', 'names')} of the backup had been erased since, and ${erased.names === 1 ? 'is' : 'are'} erased again.\n`,
  );
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

/** Refuses a whole backup that is not this petition's, or can't be used here. */
async function refuseMisfit(file: string, { header, settings }: BackupContents, place: Place): Promise<void> {
  const { configuration, petition, preview } = place;
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
