import { Command, CommanderError } from 'commander';
import { readVersion } from './version.js';

/** What the program was asked to do. */
export type Invocation =
  | { readonly mode: 'serve'; readonly acceptNewDatabase: boolean }
  | { readonly mode: 'petition'; readonly rest: readonly string[] }
  /** Help, the version or a refusal was printed: the process ends with this exit code. */
  | { readonly mode: 'end'; readonly exitCode: 0 | 2 };

/** Where help and refusals go. */
interface Output {
  write(text: string): void;
  complain(text: string): void;
}

const PROCESS_OUTPUT: Output = {
  write: (text) => void process.stdout.write(text),
  complain: (text) => void process.stderr.write(text),
};

/**
 * Reads the arguments of the program.
 * @param argv what follows the program's name: `['serve']`; nothing means `serve`
 */
export function readArguments(argv: readonly string[], output: Output = PROCESS_OUTPUT): Invocation {
  let invocation: Invocation = { mode: 'end', exitCode: 0 };
  const program = new Command('petition-channel')
    .usage('[serve | petition COMMAND] [options]')
    .description('A petition that people read and sign in a chat.')
    .version(readVersion(), '--version', 'print the version')
    .enablePositionalOptions();
  program
    .command('serve')
    .description('start the channel; the default')
    .option('--accept-new-database', 'go on with another database than the one that was last used here')
    .action(({ acceptNewDatabase = false }: { readonly acceptNewDatabase?: boolean }) => {
      invocation = { mode: 'serve', acceptNewDatabase };
    });
  program
    .command('petition')
    .usage('COMMAND [options]')
    .description("run one of the operator's commands; petition --help lists them")
    .argument('[words...]')
    .helpOption(false)
    .allowUnknownOption()
    .passThroughOptions()
    .action((rest: readonly string[]) => {
      invocation = { mode: 'petition', rest };
    });
  for (const command of [program, ...program.commands]) {
    command
      .exitOverride()
      .showHelpAfterError()
      .configureOutput({
        writeOut: (text) => output.write(text),
        writeErr: (text) => output.complain(text),
      });
  }
  try {
    program.parse(argv.length === 0 ? ['serve'] : argv, { from: 'user' });
    return invocation;
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    return { mode: 'end', exitCode: error.exitCode === 0 ? 0 : 2 };
  }
}
