import { Command, Option } from 'commander';
import { dayOf } from '../day.js';
import { CommandError } from '../explain.js';
import { CONTENT_DIR } from '../paths.js';
import { loadPetition } from '../petition/load.js';
import type { LocaleTexts, Petition } from '../petition/petition.js';
import { openBackupSource } from '../signatures/export/backup-source.js';
import {
  type Collection,
  collect,
  type Filter,
  type Obstacle,
  type OpenedSignature,
} from '../signatures/export/collect.js';
import { openDatabaseSource } from '../signatures/export/database-source.js';
import { draftsBeside } from '../signatures/export/folder.js';
import type { SignatureSource } from '../signatures/export/source.js';
import { namedTexts } from '../signatures/export/texts.js';
import { writeExport } from '../signatures/export/write.js';
import type { CommandContext } from './context.js';
import { readIdentities } from './identity-file.js';
import { namingFile } from './naming-file.js';
import { askedPlace, hasBegun, withDatabase } from './open.js';
import { plural } from './words.js';

interface ExportOptions {
  readonly identity: string;
  readonly out?: string;
  readonly from?: string;
  readonly letter?: string;
  readonly status: 'counted' | 'set-aside' | 'all';
  readonly channel?: readonly string[];
  readonly locale?: readonly string[];
  readonly preview?: boolean;
  readonly campaign?: boolean;
}

/** `petition export`: writes the letter with its names. It needs the offline identity. */
export function exportCommand(context: CommandContext): Command {
  return new Command('export')
    .summary('write the letter with the names, for delivery')
    .description(
      'Opens the names with the offline identity and writes a new folder that only you can read: letter.html, the ' +
        'letter with the names, to print or to save as PDF from any browser; signatures.csv, the names for the ' +
        'recipient; signatures.json, the evidence of what people agreed to, for you alone; texts/, the words that ' +
        'they signed. Names are in alphabetical order, which says nothing about when people signed. Use --from, ' +
        'on a machine of your own that is offline: then the identity never comes near the server. The pepper is not ' +
        'needed.',
    )
    .requiredOption('--identity <file>', 'the age identity that `keygen` wrote; it may hold several')
    .option('--from <backup>', 'read a file that `backup` wrote, and no database')
    .option('--out <folder>', 'where to write; must not be there yet (default: petition-<name>-<day>)')
    .option('--letter <locale>', "the letter's language (default: the petition's first)")
    .addOption(
      new Option('--status <status>', 'which signatures')
        .choices(['counted', 'set-aside', 'all'])
        .default('counted'),
    )
    .option('--channel <channel...>', 'only those from these platforms')
    .option('--locale <locale...>', 'only those signed in these languages')
    .addOption(
      new Option('--preview', 'of the preview, also where a platform is configured').conflicts('campaign'),
    )
    .option('--campaign', 'of the campaign, also where no platform is configured: on a copy of its database')
    .addHelpText(
      'after',
      '\nExamples:\n' +
        '  npm run petition -- export --identity petition-identity.txt --from today.gz\n' +
        '  npm run petition -- export --identity petition-identity.txt --from today.gz --letter fr --out lettre\n' +
        '  DATABASE_URL=postgresql:///copy npm run petition -- export --campaign --identity petition-identity.txt\n',
    )
    .action((options: ExportOptions) => exportNames(context, options));
}

async function exportNames(context: CommandContext, options: ExportOptions): Promise<void> {
  const { io } = context;
  const identities = await readIdentities(options.identity, io);
  const day = dayOf(io.now());
  await withSource(context, options, async (source) => {
    const { petition, preview } = source;
    const content = loadPetition({ contentDir: CONTENT_DIR, petition, organiser: null });
    const letter = letterIn(content, options.letter);
    const collection = await collect(source, identities, filterOf(options));
    refuseErased(collection);
    refuseUnknown(options.channel ?? [], collection);
    const { signatures } = collection;
    if (signatures.length === 0 && collection.unopened.length === 0) {
      throw new CommandError('there is no such signature: nothing was written');
    }
    refuseUnopened(collection);
    const { texts, missing } = namedTexts(signatures, await source.texts());
    const folder = options.out ?? `petition-${petition}-${day}`;
    for (const draft of await draftsBeside(folder)) {
      io.complain(
        `${draft} is left of an export that was killed, unless one runs now, and can hold names: delete it.\n`,
      );
    }
    await writeExport(folder, { petition, preview, day, texts, signatures, letter });
    io.write(described(folder, signatures, preview));
    const troubles = [...unopenedOf(collection), ...missing.map(missingText)];
    for (const trouble of [...troubles, ...otherWords(signatures, letter)]) io.complain(`${trouble}\n`);
    if (troubles.length > 0) context.finish(1);
  });
}

/** Opens the backup, or the database that the environment names. */
async function withSource(
  context: CommandContext,
  options: ExportOptions,
  work: (source: SignatureSource) => Promise<void>,
): Promise<void> {
  if (options.from !== undefined) return work(await namingFile(options.from, openBackupSource(options.from)));
  const place = askedPlace(context, options);
  const { configuration, petition, preview, schema } = place;
  if (!hasBegun(configuration)) throw new CommandError(`there are no signatures in ${configuration.dataDir}`);
  await withDatabase(place, async (database) =>
    work(await openDatabaseSource(database, schema, { petition, preview })),
  );
}

function filterOf({ status, channel, locale }: ExportOptions): Filter {
  return { status: status === 'all' ? null : status, channels: channel ?? null, locales: locale ?? null };
}

function letterIn(petition: Petition, wanted: string | undefined): LocaleTexts {
  const locale = wanted ?? petition.locales[0];
  if (petition.locales.includes(locale)) return petition.texts(locale);
  throw new CommandError(`there is no letter in ${locale}: choose one of ${petition.locales.join(', ')}`);
}

function refuseErased({ unopened }: Collection): void {
  const erased = unopened.filter(({ obstacle }) => obstacle === 'erased').length;
  if (erased === 0) return;
  throw new CommandError(
    `${plural(erased, 'name has', 'names have')} been erased, as the privacy notice promises after delivery: no whole letter can be made ` +
      'any more. Nothing was written.',
  );
}

/** Refuses to write a letter without any signature. */
function refuseUnopened(collection: Collection): void {
  if (collection.signatures.length > 0) return;
  throw new CommandError(
    [...unopenedOf(collection), 'No name could be opened: nothing was written.'].join('\n'),
  );
}

/** Refuses a platform without signatures: its name may be misspelt. */
function refuseUnknown(wanted: readonly string[], { channels }: Collection): void {
  const unknown = wanted.filter((channel) => !channels.has(channel));
  if (unknown.length === 0 || channels.size === 0) return;
  throw new CommandError(
    `--channel: no signature is of ${unknown.join(', ')}, there are ${[...channels].sort().join(', ')}. Nothing was written.`,
  );
}

function described(folder: string, signatures: readonly OpenedSignature[], preview: boolean): string {
  const named = signatures.filter(({ name }) => name !== null).length;
  return (
    `${folder} holds ${plural(signatures.length, 'signature', 'signatures')}, ${named} with a name` +
    `${preview ? ' (of a preview: nothing in it counts in a campaign)' : ''}.\n` +
    '  letter.html       to print, or to save as PDF, from any browser\n' +
    '  signatures.csv    the names, for the recipient\n' +
    '  signatures.json   what each agreed to, for you alone\n' +
    '  texts/            the words that were signed\n' +
    'Keep it where only you can open it, and delete it when the letter has been handed over.\n'
  );
}

const OBSTACLES: Readonly<Record<Obstacle, string>> = {
  unreadable: 'was written by an earlier or later version of this program, or tampered with',
  'key-missing': 'its data key is missing',
  'key-closed': 'its data key was not wrapped to this identity',
  'name-closed':
    'its name does not open: it, or what was agreed to, was changed after it was signed, or belongs elsewhere',
  erased: 'its name has been erased',
};

function unopenedOf({ unopened }: Collection): string[] {
  if (unopened.length === 0) return [];
  return [
    ...unopened.map(
      ({ pseudonym, obstacle, dataKey }) =>
        `signature ${pseudonym}… (key ${dataKey}): ${OBSTACLES[obstacle]}`,
    ),
    `${plural(unopened.length, 'signature could not be opened and is', 'signatures could not be opened and are')} not in the letter.`,
  ];
}

function missingText(text: string): string {
  return `the words of ${text} are not kept as they were signed: they are not in texts/`;
}

/** Counts people who signed an earlier wording of this letter in its language. */
function otherWords(signatures: readonly OpenedSignature[], { locale, signed }: LocaleTexts): string[] {
  const others = signatures.filter(({ evidence: { texts } }) => {
    return texts.letter.locale === locale && texts.letter.version !== signed.letter.version;
  }).length;
  if (others === 0) return [];
  return [
    `${plural(others, 'person', 'people')} signed an earlier wording of this letter (${locale}): texts/ holds it.`,
  ];
}
