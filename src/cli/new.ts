import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Command } from 'commander';
import { dayOf } from '../day.js';
import { CommandError } from '../explain.js';
import { CONTENT_DIR } from '../paths.js';
import { isKnownToIntl, type Locale } from '../petition/formats.js';
import { INTERFACE, petitionNameProblem } from '../petition/petition-name.js';
import { interfaceSkeleton } from '../petition/scaffold/new-interface.js';
import { petitionFiles } from '../petition/scaffold/new-petition.js';
import { localesSchema } from '../petition/settings.js';
import { UNFINISHED } from '../petition/unfinished.js';
import type { CommandContext } from './context.js';
import { plural } from './words.js';

interface NewOptions {
  readonly languages?: string;
  readonly interface?: string;
}

/** `petition new`: the folder of a new petition, or the interface file of a new language. */
export function newCommand(context: CommandContext): Command {
  const command = new Command('new');
  return command
    .summary('make the files of a new petition or of a new language')
    .description(
      `Makes content/NAME with every file of a petition, or content/${INTERFACE}/TAG.ftl with every message of the ` +
        `interface. What you have to write begins with ${UNFINISHED} and says what belongs there. \`check\` counts ` +
        'what is left; the preview shows it, and a campaign starts without any. Changes no file that is there.',
    )
    .argument('[name]', "the petition's name: its folder in content/")
    .option('--languages <tags>', 'of the petition, best known first: en,de')
    .option('--interface <tag>', 'a language that the interface does not have yet: pt')
    .addHelpText(
      'after',
      '\nExamples:\n' +
        '  npm run petition -- new wells --languages en,de\n' +
        '  npm run petition -- new --interface pt\n',
    )
    .action(async (name: string | undefined, options: NewOptions) => {
      if (name === undefined && options.interface === undefined) {
        command.error("error: name a petition, or a language with --interface; see 'new --help'");
      }
      if (name !== undefined) await newPetition(context, name, options.languages);
      if (options.interface !== undefined) await newInterface(context, options.interface);
    });
}

async function newPetition({ io }: CommandContext, name: string, languages = ''): Promise<void> {
  const rule = petitionNameProblem(name);
  if (rule !== null)
    throw new CommandError(`${JSON.stringify(name)} can't be the name of a petition: ${rule}.`);
  const locales = localesIn(
    languages.split(/[\s,]+/).filter((tag) => tag !== ''),
    '--languages',
  );
  const files = petitionFiles(locales, dayOf(io.now()));
  const folder = join(CONTENT_DIR, name);
  await refuseExisting(
    mkdir(folder),
    `content/${name} is there already: it was left alone. Choose another name`,
  );
  try {
    for (const [file, text] of files) {
      await mkdir(dirname(join(folder, file)), { recursive: true });
      await writeFile(join(folder, file), text, { flag: 'wx' });
    }
  } catch (error) {
    // An incomplete folder would stop the next try.
    await rm(folder, { recursive: true, force: true });
    throw error;
  }
  io.write(
    `content/${name} is made, with ${plural(files.size, 'file', 'files')}. Write what begins with ${UNFINISHED}, and look at it with\n` +
      `  PETITION=${name} npm run petition -- check\n` +
      `  PETITION=${name} npm start\n`,
  );
  for (const locale of locales) {
    if (await hasInterface(locale)) continue;
    io.write(
      `The interface has no ${locale} yet. Make its file with\n  npm run petition -- new --interface ${locale}\n`,
    );
  }
}

async function newInterface({ io }: CommandContext, tag: string): Promise<void> {
  const [locale = tag] = localesIn([tag], '--interface');
  const english = await readFile(interfaceFile('en'), 'utf8');
  await refuseExisting(
    writeFile(interfaceFile(locale), interfaceSkeleton(english, locale), { flag: 'wx' }),
    `content/${INTERFACE}/${locale}.ftl is there already: it was left alone`,
  );
  io.write(
    `content/${INTERFACE}/${locale}.ftl is made. Translate what begins with ${UNFINISHED}; \`check\` counts what is left.\n` +
      `A petition has the language once ${locale} is in \`locales\` of its petition.yaml and its texts are in a folder ${locale}.\n`,
  );
  if (isKnownToIntl(locale)) return;
  io.write(
    `Node.js does not know how ${locale} writes numbers and dates. \`intl-tag\` in the file says whose it borrows, and the\n` +
      'plural forms with them: English, until you change it.\n',
  );
}

/** @throws CommandError for what can't stand in `locales` */
function localesIn(tags: readonly string[], option: string): readonly Locale[] {
  const parsed = localesSchema.safeParse(tags);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const index = issue?.path[0];
  const found = typeof index === 'number' ? `${JSON.stringify(tags[index])}: ` : '';
  throw new CommandError(`${option}: ${found}${issue?.message ?? 'name a language'}.`);
}

function interfaceFile(locale: Locale): string {
  return join(CONTENT_DIR, INTERFACE, `${locale}.ftl`);
}

async function hasInterface(locale: Locale): Promise<boolean> {
  return readFile(interfaceFile(locale)).then(
    () => true,
    () => false,
  );
}

/** @throws CommandError with the problem where something of that name exists */
async function refuseExisting(making: Promise<unknown>, problem: string): Promise<void> {
  try {
    await making;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') {
      throw new CommandError(`${problem}.`);
    }
    throw error;
  }
}
