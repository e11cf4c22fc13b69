import { basename } from 'node:path';
import { Command } from 'commander';
import { linkProblems } from '../channel/links.js';
import { addDays, dayOf, isInFuture } from '../day.js';
import { explain } from '../explain.js';
import { CONTENT_DIR, PROJECT_ROOT } from '../paths.js';
import { loadPetition } from '../petition/load.js';
import { NEW_CAMPAIGN, type Petition, phaseAt } from '../petition/petition.js';
import { problemLines } from '../petition/problems.js';
import { WARNING_DAYS } from '../signatures/retention.js';
import { checkDatabase } from './checks/database.js';
import { type CheckedEnvironment, checkEnvironment } from './checks/environment.js';
import { checkFiles } from './checks/files.js';
import { type Finding, failed, ofPetition, warning, well } from './checks/finding.js';
import { checkOutcome } from './checks/outcome.js';
import type { CommandContext } from './context.js';

/** `petition check`: whether a start would work, and what to mend if not. */
export function checkCommand(context: CommandContext): Command {
  return new Command('check')
    .summary('check whether everything is ready, and say what to mend')
    .description(
      'Looks at the environment, the files that hold keys, the content, the tokens (asking each platform), the ' +
        'database and the clock: a line for each finding, and all of them, not only the first that is wrong. ' +
        'Changes nothing. Exit code 1 where a line begins with ✗; a line with ! works, but you should know.',
    )
    .addHelpText('after', '\nExample:\n  npm run petition -- check\n')
    .action(() => check(context));
}

async function check(context: CommandContext): Promise<void> {
  const { io, platforms } = context;
  const { findings, environment } = checkEnvironment(io.env, platforms);
  const looks: readonly (readonly [string, () => Promise<readonly Finding[]>])[] = [
    ['environment', async () => findings],
    ['key files', () => checkFiles(environment, PROJECT_ROOT)],
    ['content', () => checkContent(environment, io.now())],
    ...environment.platforms.map((platform) => [platform.channel, () => platform.check()] as const),
    ['database', () => checkDatabase(environment, io.now)],
  ];
  let allWell = true;
  for (const [subject, look] of looks) {
    const lines = await look().catch((error: unknown) => [failed(subject, explain(error))]);
    for (const finding of lines) io.write(printed(finding));
    allWell &&= lines.every(({ ok }) => ok);
  }
  if (!allWell) context.finish(1);
}

async function checkContent(
  { configuration, platforms, wrong }: CheckedEnvironment,
  now: Date,
): Promise<readonly Finding[]> {
  if (configuration === null || wrong.has('PETITION') || wrong.has('PETITIONS')) {
    return [failed('content', 'not looked at: mend the variables above first')];
  }
  const looks = configuration.petitions.map((name) => {
    try {
      const petition = loadPetition({
        contentDir: CONTENT_DIR,
        petition: name,
        organiser: configuration.organiser,
        hostingCountry: configuration.hostingCountry,
        today: dayOf(now),
        limits: platforms.map(({ channel, limits }) => ({ channel, ...limits })),
      });
      const [content, ...findings] = findingsIn(petition, configuration.preview, now);
      return { petition, findings: [content, ...findings.map(ofPetition(name, configuration))] };
    } catch (error) {
      return { petition: null, findings: [failed('content', explain(error))] };
    }
  });
  const loaded = looks.flatMap(({ petition }) => petition ?? []);
  return [...looks.flatMap(({ findings }) => findings), ...(loaded.length < 2 ? [] : checkLinks(loaded))];
}

/** Whether every link of these petitions leads to its own. */
function checkLinks(petitions: readonly Petition[]): readonly Finding[] {
  // The codes of places are made with the pepper, and never look like a name from the content.
  const named = petitions.map((petition) => ({
    petition,
    sources: { accepts: (code: string) => petition.settings.sources.includes(code) },
  }));
  return linkProblems(named).map((problem) => failed('links', problem));
}

/** The first one names the petition. */
function findingsIn(petition: Petition, preview: boolean, now: Date): readonly [Finding, ...Finding[]] {
  const { id, locales, settings } = petition;
  const phase = phaseAt(settings, NEW_CAMPAIGN, now);
  return [
    well('content', `${id} in ${locales.join(', ')}; ${phase}`),
    checkLastDay(petition, now),
    ...checkOutcome(petition, phase),
    ...checkUnfinished(petition, preview),
    ...checkOffset(petition, now),
  ];
}

/** What somebody still has to write after `new`. A preview shows it as it is. */
function checkUnfinished({ unfinished }: Petition, preview: boolean): readonly Finding[] {
  const lines = problemLines(unfinished, basename(CONTENT_DIR));
  return lines.map((line) => (preview ? warning('content', line) : failed('content', line)));
}

/** Warns the operator as many days before as staff are warned. */
function checkLastDay({ settings: { keepUntil } }: Petition, now: Date): Finding {
  const today = dayOf(now);
  if (today >= keepUntil) {
    return warning(
      'keepUntil',
      `${keepUntil} has come: nobody can sign any more, and the bot erases all names`,
    );
  }
  const message = `on ${keepUntil} all names are erased, if not before, and nobody can sign from then on`;
  return today < addDays(keepUntil, -WARNING_DAYS)
    ? well('keepUntil', message)
    : warning('keepUntil', `${message}: hand the letter over before that day`);
}

/** A count can't have been read in the future: the day is a mistake, and the page would show it. */
function checkOffset({ id, settings: { offset } }: Petition, now: Date): readonly Finding[] {
  return offset
    .filter(({ day }) => isInFuture(day, now))
    .map(({ day }) =>
      failed(
        'content',
        `${id}/petition.yaml: offset.day is ${day}, which is in the future: write the day on which the count was read`,
      ),
    );
}

/** As wide as the longest name of a variable, so that all messages begin in one column. */
const SUBJECT_WIDTH = 24;

function printed({ ok, warning, subject, message }: Finding): string {
  const mark = ok ? (warning ? '!' : '✓') : '✗';
  return `${mark} ${subject.padEnd(SUBJECT_WIDTH)} ${message.replaceAll('\n', `\n  ${' '.repeat(SUBJECT_WIDTH)} `)}\n`;
}
