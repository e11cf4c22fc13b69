import { Command, CommanderError } from 'commander';
import type { Platform } from '../channel/platform.js';
import { explain } from '../explain.js';
import { readVersion } from '../version.js';
import type { CommandContext } from './context.js';
import { type CommandIo, type ExitCode, Interrupted, processIo } from './io.js';

/**
 * Commands by name. A command's module is loaded only when the command runs: loading all of them takes several times as
 * long.
 */
type Commands = Readonly<Record<string, () => Promise<(context: CommandContext) => Command>>>;

/** In the order in which an operator meets them. */
const COMMANDS: Commands = {
  new: async () => (await import('./new.js')).newCommand,
  keygen: async () => (await import('./keygen.js')).keygenCommand,
  check: async () => (await import('./check.js')).checkCommand,
  verify: async () => (await import('./verify.js')).verifyCommand,
};

/** The same for the commands that work on one petition, where a bot has several. */
const ABOUT_ONE_PETITION: Commands = {
  total: async () => (await import('./total.js')).totalCommand,
  offset: async () => (await import('./offset.js')).offsetCommand,
  report: async () => (await import('./report.js')).reportCommand,
  reconcile: async () => (await import('./reconcile.js')).reconcileCommand,
  pause: async () => (await import('./desk-commands.js')).pauseCommand,
  resume: async () => (await import('./desk-commands.js')).resumeCommand,
  quarantine: async () => (await import('./quarantine.js')).quarantineCommand,
  release: async () => (await import('./desk-commands.js')).releaseCommand,
  announce: async () => (await import('./announce.js')).announceCommand,
  backup: async () => (await import('./backup.js')).backupCommand,
  restore: async () => (await import('./restore.js')).restoreCommand,
  export: async () => (await import('./export.js')).exportCommand,
  close: async () => (await import('./close.js')).closeCommand,
  purge: async () => (await import('./purge.js')).purgeCommand,
  rewrap: async () => (await import('./rewrap.js')).rewrapCommand,
};

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
  try {
    for (const command of await called(COMMANDS, argv)) program.addCommand(command(context));
    for (const command of await called(ABOUT_ONE_PETITION, argv))
      program.addCommand(withPetition(command(context), context));
    for (const command of [program, ...program.commands]) {
      command
        .exitOverride()
        .showHelpAfterError('Add --help to see what it takes.')
        .configureOutput({ writeOut: (text) => io.write(text), writeErr: (text) => io.complain(text) });
    }
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

/** The called command, if it is one of these. If no command is called, all of these, since the help lists them. */
function called(commands: Commands, [name = '']: readonly string[]) {
  const isCommand = Object.hasOwn(COMMANDS, name) || Object.hasOwn(ABOUT_ONE_PETITION, name);
  const wanted = Object.entries(commands).filter(([one]) => one === name || !isCommand);
  return Promise.all(wanted.map(([, load]) => load()));
}

function withPetition(command: Command, { asked }: CommandContext): Command {
  return command
    .option('--petition <name>', 'which one, where PETITIONS names several')
    .hook('preAction', (_program, action) => {
      const { petition } = action.opts<{ readonly petition?: string }>();
      if (petition !== undefined) asked.petition = petition;
    });
}
