import { Command, CommanderError } from 'commander';
import type { Platform } from '../channel/platform.js';
import { explain } from '../explain.js';
import { readVersion } from '../version.js';
import { announceCommand } from './announce.js';
import { backupCommand } from './backup.js';
import { checkCommand } from './check.js';
import { closeCommand } from './close.js';
import type { CommandContext } from './context.js';
import { pauseCommand, releaseCommand, resumeCommand } from './desk-commands.js';
import { exportCommand } from './export.js';
import { type CommandIo, type ExitCode, Interrupted, processIo } from './io.js';
import { keygenCommand } from './keygen.js';
import { newCommand } from './new.js';
import { offsetCommand } from './offset.js';
import { purgeCommand } from './purge.js';
import { quarantineCommand } from './quarantine.js';
import { reconcileCommand } from './reconcile.js';
import { reportCommand } from './report.js';
import { restoreCommand } from './restore.js';
import { rewrapCommand } from './rewrap.js';
import { totalCommand } from './total.js';
import { verifyCommand } from './verify.js';

/** In the order in which an operator meets them. */
const COMMANDS = [newCommand, keygenCommand, checkCommand, verifyCommand];

/** The same for the commands that work on one petition, where a bot has several. */
const ABOUT_ONE_PETITION = [
  totalCommand,
  offsetCommand,
  reportCommand,
  reconcileCommand,
  pauseCommand,
  resumeCommand,
  quarantineCommand,
  releaseCommand,
  announceCommand,
  backupCommand,
  restoreCommand,
  exportCommand,
  closeCommand,
  purgeCommand,
  rewrapCommand,
];

/**
 * Runs one command of the operator's. Never rejects: what goes wrong is said on `io`.
 * @param argv the command and what follows it: `['total', '--json']`
 * @param platforms those that this program knows, configured or not
 */
export async function runCommandLine(
  argv: readonly string[],
  platforms: readonly Platform[],
  io: CommandIo = processIo(),
): Promise<ExitCode> {
  let exitCode: ExitCode = 0;
  const context: CommandContext = {
    io,
    platforms,
    asked: {},
    finish: (code) => {
      exitCode = code;
    },
  };
  const program = new Command('petition')
    .usage('COMMAND [options]')
    .description("The operator's commands of the petition channel. They read the same .env as the bot.")
    .version(readVersion(), '--version', 'print the version')
    .addHelpText(
      'after',
      '\nThrough npm: npm run petition -- COMMAND [options]\n' +
        'Exit codes: 0 done and well, 1 failed or not well, 2 wrong arguments, 130 interrupted.\n',
    );
  for (const command of COMMANDS) program.addCommand(command(context));
  for (const command of ABOUT_ONE_PETITION) program.addCommand(withPetition(command(context), context));
  for (const command of [program, ...program.commands]) {
    command
      .exitOverride()
      .showHelpAfterError('Add --help to see what it takes.')
      .configureOutput({ writeOut: (text) => io.write(text), writeErr: (text) => io.complain(text) });
  }
  try {
    await program.parseAsync(argv, { from: 'user' });
    return exitCode;
  } catch (error) {
    if (error instanceof Interrupted) {
      io.complain('\nNothing was changed.\n');
      return 130;
    }
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    io.complain(`${explain(error)}\n`);
    return 1;
  }
}

function withPetition(command: Command, { asked }: CommandContext): Command {
  return command
    .option('--petition <name>', 'which one, where PETITIONS names several')
    .hook('preAction', (_program, action) => {
      const { petition } = action.opts<{ readonly petition?: string }>();
      if (petition !== undefined) asked.petition = petition;
    });
}
