import { readFile } from 'node:fs/promises';
import { Command, Option } from 'commander';
import { signedTexts } from '../campaign.js';
import { hasAddress } from '../conversation/address.js';
import { dayOf } from '../day.js';
import { CommandError } from '../explain.js';
import { CONTENT_DIR } from '../paths.js';
import { loadPetition } from '../petition/load.js';
import type { LocaleTexts, Petition } from '../petition/petition.js';
import { openBackupSource } from '../signatures/export/backup-source.js';
import { collect, type Filter, type Receipted } from '../signatures/export/collect.js';
import { openDatabaseSource } from '../signatures/export/database-source.js';
import { draftsBeside } from '../signatures/export/folder.js';
import { readNameLists } from '../signatures/export/name-lists.js';
import { omitNames, parseOmissions } from '../signatures/export/omissions.js';
import { type Finding, reviewNames } from '../signatures/export/review.js';
import type { SignatureSource } from '../signatures/export/source.js';
import { namedTexts } from '../signatures/export/texts.js';
import { type Wordings, wordingsOf } from '../signatures/export/wordings.js';
import { writeExport } from '../signatures/export/write.js';
import { parsePepper } from '../signatures/keys.js';
import type { Organiser } from '../signatures/organiser.js';
import { pseudonyms } from '../signatures/pseudonym.js';
import { receiptKeyOf } from '../signatures/receipt.js';
import type { CommandContext } from './context.js';
import {
  described,
  lostText,
  missingText,
  refuseErased,
  refuseNothing,
  refuseUnknown,
  unopenedOf,
} from './export-report.js';
import { readIdentities } from './identity-file.js';
import type { CommandIo } from './io.js';
import { namingFile } from './naming-file.js';
import { askedPlace, hasBegun, withDatabase } from './open.js';

interface ExportOptions {
  readonly identity: string;
  readonly out?: string;
  readonly from?: string;
  readonly letter?: string;
  readonly separate?: boolean;
  readonly onlyCurrent?: boolean;
  readonly omit?: string;
  readonly review?: boolean;
  readonly status: 'counted' | 'set-aside' | 'all';
  readonly channel?: readonly string[];
  readonly locale?: readonly string[];
  readonly preview?: boolean;
  readonly campaign?: boolean;
}

/** `petition export`: writes the letters with their names. It needs the offline identity. */
export function exportCommand(context: CommandContext): Command {
  return new Command('export')
    .summary('write the letters with the names, for delivery')
    .description(
      'Opens the names with the offline identity and writes a new folder that only you can read: letter.html, a ' +
        'cover and the letters with the names, to print or to save as PDF from any browser; signatures.csv, the ' +
        'names for the recipient; signatures.json, the evidence of what people agreed to, for you alone; texts/, the ' +
        'words that they signed. Each name stands under the words of the letter that the person was shown: each ' +
        'language and each former wording is a letter of its own. Names are in alphabetical order, which says nothing ' +
        'about when people signed. Use --from, on a machine of your own that is offline: then the identity never ' +
        'comes near the server. The pepper is not needed, except to leave out names by receipt.',
    )
    .requiredOption('--identity <file>', 'the age identity that `keygen` wrote; it may hold several')
    .option('--from <backup>', 'read a file that `backup` wrote, and no database')
    .option('--out <folder>', 'where to write; must not be there yet (default: petition-<name>-<day>)')
    .option('--letter <locale>', "the cover's language (default: the petition's first)")
    .option('--separate', 'write the cover and each letter as a file of its own')
    .option(
      '--only-current',
      'leave out the letters whose words have changed since; says how many signatures',
    )
    .option(
      '--omit <file>',
      'names to leave out: on each line a receipt or an exact name, a comma, and a reason. These signatures stay ' +
        'counted, and the cover says why they stand without a name',
    )
    .option('--review', 'also write review.csv: names that a person should look at. It leaves out nothing')
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
        '  npm run petition -- export --identity petition-identity.txt --from today.gz --review\n' +
        '  npm run petition -- export --identity petition-identity.txt --from today.gz --omit omit.csv --out lettre --letter fr\n' +
        '  DATABASE_URL=postgresql:///copy npm run petition -- export --campaign --identity petition-identity.txt\n',
    )
    .action((options: ExportOptions) => exportNames(context, options));
}

async function exportNames(context: CommandContext, options: ExportOptions): Promise<void> {
  const { io } = context;
  const identities = await readIdentities(options.identity, io);
  const omissions = options.omit === undefined ? [] : parseOmissions(await readFile(options.omit, 'utf8'));
  const day = dayOf(io.now());
  await withSource(context, options, async (source) => {
    const { petition, preview } = source;
    const content = loadPetition({ contentDir: CONTENT_DIR, petition, organiser: null });
    const cover = coverIn(content, options.letter);
    const omit = (read: readonly Receipted[]) => omitNames(read, omissions, receiptKeysIn(io, petition));
    const collection = await collect(source, identities, filterOf(options), omit);
    refuseErased(collection);
    refuseUnknown(options.channel ?? [], collection);
    refuseNothing(collection);
    // Stored texts come last: they win, because their first day is known.
    const kept = [
      ...signedTexts(content).map((text) => ({ ...text, firstShown: null })),
      ...(await source.texts()),
    ];
    const { wordings, formerElsewhere } = chosenWordings(
      wordingsOf(collection.signatures, kept, content),
      options.onlyCurrent ?? false,
    );
    const left = new Set(wordings.wordings.flatMap(({ signatures }) => signatures));
    const signatures = options.onlyCurrent
      ? collection.signatures.filter((signature) => left.has(signature))
      : collection.signatures;
    if (left.size === 0) {
      throw new CommandError([...wordings.lost.map(lostText), noLetter(formerElsewhere)].join('\n'));
    }
    const { texts, missing } = namedTexts(signatures, kept);
    const folder = options.out ?? `petition-${petition}-${day}`;
    for (const draft of await draftsBeside(folder)) {
      io.complain(
        `${draft} is left of an export that was killed, unless one runs now, and can hold names: delete it.\n`,
      );
    }
    const organiser = organiserIn(io) ?? (await source.organiser());
    const review = options.review ? reviewOf(signatures, content) : null;
    const separate = options.separate ?? false;
    await writeExport(folder, {
      petition,
      preview,
      day,
      texts,
      wordings,
      formerElsewhere,
      signatures,
      delivery: {
        day,
        organiser,
        cover,
        textsIn: (locale) => (content.locales.includes(locale) ? content.texts(locale) : null),
        wordings: wordings.wordings,
        formerElsewhere,
        underLostWords: wordings.lost.reduce((sum, lost) => sum + lost.signatures, 0),
      },
      separate,
      review,
    });
    io.write(
      described(folder, { signatures, preview, wordings, formerElsewhere, organiser, separate, review }),
    );
    const troubles = [...unopenedOf(collection), ...wordings.lost.map(lostText), ...missing.map(missingText)];
    for (const trouble of troubles) io.complain(`${trouble}\n`);
    if (troubles.length > 0) context.finish(1);
  });
}

function noLetter(formerElsewhere: number): string {
  const why = formerElsewhere === 0 ? '' : ', since --only-current leaves out former words';
  return `There is no letter to write${why}: nothing was written.`;
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

function coverIn(petition: Petition, wanted: string | undefined): LocaleTexts {
  const locale = wanted ?? petition.locales[0];
  if (petition.locales.includes(locale)) return petition.texts(locale);
  throw new CommandError(`there is no cover in ${locale}: choose one of ${petition.locales.join(', ')}`);
}

/** Gives the hashes of receipts; null if the environment has no pepper. */
function receiptKeysIn({ env }: CommandIo, petition: string): ((receipt: string) => string) | null {
  if (env.IDENTITY_PEPPER === undefined || env.IDENTITY_PEPPER === '') return null;
  const pepper = parsePepper(env.IDENTITY_PEPPER);
  if (!pepper.ok) throw new CommandError(`IDENTITY_PEPPER: ${pepper.message}`);
  const ids = pseudonyms(pepper.value, petition);
  return (receipt) => receiptKeyOf(ids, receipt);
}

/** The organiser that the environment names; null if it does not. */
function organiserIn({ env }: CommandIo): Organiser | null {
  const { ORGANISER_NAME: name, ORGANISER_CONTACT: contact } = env;
  return name && contact ? { name, contact } : null;
}

/** Leaves out the letters in former words, if the operator asked for that, and counts their signatures. */
function chosenWordings(
  all: Wordings,
  onlyCurrent: boolean,
): { readonly wordings: Wordings; readonly formerElsewhere: number } {
  if (!onlyCurrent) return { wordings: all, formerElsewhere: 0 };
  const count = (wordings: Wordings['wordings']) =>
    wordings.reduce((sum, { signatures }) => sum + signatures.length, 0);
  const lost = all.lost.reduce((sum, { signatures }) => sum + signatures, 0);
  return {
    wordings: { wordings: all.wordings.filter(({ current }) => current), lost: [] },
    formerElsewhere: count(all.wordings.filter(({ current }) => !current)) + lost,
  };
}

function reviewOf(signatures: Parameters<typeof reviewNames>[0], { locales }: Petition): readonly Finding[] {
  return reviewNames(signatures, { lists: readNameLists(CONTENT_DIR), locales, hasAddress });
}
