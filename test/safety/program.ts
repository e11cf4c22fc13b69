import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PROJECT_ROOT } from '../../src/paths.js';

/** Everything that the program reads of its environment is said here, so that nobody's own `.env` plays along. */
const NOTHING_SET = Object.fromEntries(
  ['DATABASE_URL', 'IDENTITY_PEPPER', 'SEAL_RECIPIENTS', 'PETITION', 'HOST', 'PUBLIC_URL', 'WEB_CHAT']
    .concat(['TELEGRAM_BOT_TOKEN', 'DISCORD_BOT_TOKEN', 'DISCORD_APPLICATION_ID', 'LOG_LEVEL', 'TRUST_PROXY'])
    .concat(['SLACK_BOT_TOKEN', 'SLACK_APP_TOKEN', 'SLACK_SIGNING_SECRET', 'SLACK_STAFF_CHANNELS'])
    .map((variable) => [variable, '']),
);

/** The program as an operator starts it. */
export interface Program {
  /** All that it has said, on both outputs. */
  readonly output: () => string;
  /** Its exit code, or the signal that ended it. */
  readonly ended: Promise<number | NodeJS.Signals | null>;
  /** Its command line, as anybody on the machine can list it. */
  commandLine(): Promise<string>;
  signal(name: NodeJS.Signals): void;
}

/**
 * Starts the program.
 * @param argv `serve`, or `petition` and a command
 * @param cwd where it runs, and where Node.js would leave a report behind
 */
export function startProgram(
  argv: readonly string[],
  env: Readonly<Record<string, string>>,
  cwd = PROJECT_ROOT,
): Program {
  const main = join(PROJECT_ROOT, 'src/main.ts');
  const child = spawn(process.execPath, ['--import', import.meta.resolve('tsx'), main, ...argv], {
    cwd,
    env: { PATH: process.env.PATH, ...NOTHING_SET, PORT: '0', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => {
      output += chunk;
    });
  }
  return {
    output: () => output,
    ended: new Promise((resolve) => child.on('close', (code, signal) => resolve(code ?? signal))),
    commandLine: () => readFile(`/proc/${child.pid}/cmdline`, 'utf8'),
    signal: (name) => void child.kill(name),
  };
}
