import { type ChildProcess, spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PROJECT_ROOT } from '../../src/paths.js';

/** The programs that tests start don't live long enough to earn back what optimising their code takes. */
export const NODE_FLAGS = ['--liftoff-only', '--no-opt'];

/** Everything that the program reads of its environment, set to nothing: a developer's own `.env` changes no test. */
const NOTHING_SET = Object.fromEntries(
  ['DATABASE_URL', 'IDENTITY_PEPPER', 'SEAL_RECIPIENTS', 'PETITION', 'HOST', 'PUBLIC_URL', 'WEB_CHAT']
    .concat(['TELEGRAM_BOT_TOKEN', 'DISCORD_BOT_TOKEN', 'DISCORD_APPLICATION_ID', 'LOG_LEVEL', 'TRUST_PROXY'])
    .concat(['SLACK_BOT_TOKEN', 'SLACK_APP_TOKEN', 'SLACK_SIGNING_SECRET', 'SLACK_STAFF_CHANNELS'])
    .map((variable) => [variable, '']),
);

/** The built program in a process of its own, as a user starts it. */
export interface Main {
  readonly child: ChildProcess;
  /** All that it has said, on both outputs. */
  readonly output: () => string;
  /** Its exit code, or the signal that ended it. */
  readonly ended: Promise<number | NodeJS.Signals | null>;
  /** Its exit code (null after a signal), and what it said on each output. */
  readonly ran: Promise<{ readonly code: number | null; readonly out: string; readonly err: string }>;
  /** Its command line, as anybody on the machine can list it. */
  commandLine(): Promise<string>;
  signal(name: NodeJS.Signals): void;
}

/**
 * Starts the program. The run's global set-up has built it.
 * @param argv `serve`, or `petition` and a command
 * @param options.root the project's folder, where it is a copy
 * @param options.cwd where it runs, and where Node.js would leave a report behind
 * @param options.stdout a file that takes its standard output
 */
export function startMain(
  argv: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
  {
    root = PROJECT_ROOT,
    cwd = root,
    stdout = 'pipe',
  }: { readonly root?: string; readonly cwd?: string; readonly stdout?: 'pipe' | number } = {},
): Main {
  const child = spawn(process.execPath, [...NODE_FLAGS, join(root, 'dist/src/main.js'), ...argv], {
    cwd,
    env: { PATH: process.env.PATH, ...NOTHING_SET, PORT: '0', ...env },
    stdio: ['ignore', stdout, 'pipe'],
  });
  const said = { both: '', out: '', err: '' };
  const hear = (stream: 'out' | 'err') => (chunk: Buffer) => {
    said.both += chunk;
    said[stream] += chunk;
  };
  child.stdout?.on('data', hear('out'));
  child.stderr?.on('data', hear('err'));
  const closed = new Promise<[number | null, NodeJS.Signals | null]>((resolve) => {
    child.on('close', (code, signal) => resolve([code, signal]));
  });
  return {
    child,
    output: () => said.both,
    ended: closed.then(([code, signal]) => code ?? signal),
    ran: closed.then(([code]) => ({ code, out: said.out, err: said.err })),
    commandLine: () => readFile(`/proc/${child.pid}/cmdline`, 'utf8'),
    signal: (name) => void child.kill(name),
  };
}
