import { Command } from 'commander';
import { explain } from '../explain.js';
import { CONTENT_DIR, PROJECT_ROOT } from '../paths.js';
import { loadPetition } from '../petition/load.js';
import { NEW_CAMPAIGN, phaseOn } from '../petition/petition.js';
import { checkDatabase } from './checks/database.js';
import { checkEnvironment, type Surroundings } from './checks/environment.js';
import { checkFiles } from './checks/files.js';
import { type Finding, failed, well } from './checks/finding.js';
import type { CommandContext } from './context.js';

/** `petition check`: whether a start would do, and what to mend where not. */
export function checkCommand(context: CommandContext): Command {
  return new Command('check')
    .summary('look whether everything is ready, and what to mend')
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
  const { findings, surroundings } = checkEnvironment(io.env, platforms);
  const looks: readonly (readonly [string, () => Promise<readonly Finding[]>])[] = [
    ['environment', async () => findings],
    ['key files', () => checkFiles(surroundings, PROJECT_ROOT)],
    ['content', () => checkContent(surroundings, io.now())],
    ...surroundings.platforms.map((platform) => [platform.channel, () => platform.check()] as const),
    ['database', () => checkDatabase(surroundings, io.now)],
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
  { configuration, platforms, wrong }: Surroundings,
  now: Date,
): Promise<readonly Finding[]> {
  if (configuration === null || wrong.has('PETITION')) {
    return [failed('content', 'not looked at: mend the variables above first')];
  }
  const { id, locales, settings } = await loadPetition({
    contentDir: CONTENT_DIR,
    petition: configuration.petition,
    organiser: configuration.organiser,
    limits: platforms.map(({ channel, limits }) => ({ channel, ...limits })),
  });
  return [
    well(
      'content',
      `${id} in ${locales.join(', ')}; ${phaseOn(settings, NEW_CAMPAIGN, now.toISOString().slice(0, 10))}`,
    ),
  ];
}

function printed({ ok, warning, subject, message }: Finding): string {
  const mark = ok ? (warning ? '!' : '✓') : '✗';
  return `${mark} ${subject.padEnd(16)} ${message.replaceAll('\n', `\n  ${' '.repeat(16)} `)}\n`;
}
