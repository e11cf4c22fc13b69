import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { PROJECT_ROOT } from '../../src/paths.js';
import { NODE_FLAGS } from './main.js';

/** One of the programs in `programs`, running as a process of its own. */
export interface Program {
  readonly pid: number;
  /** The lines that it has written so far. */
  readonly lines: readonly string[];
  /** Resolves with its first line that matches; rejects when it ends without one. */
  line(pattern: RegExp): Promise<string>;
  /** Ends its standard input, which asks it to end; resolves with its exit code. */
  end(): Promise<number | null>;
  /** Kills it as `kill -9` does. */
  kill(): Promise<void>;
}

/** The path of one of the tests' own programs, which the run's global set-up has built. */
export function builtProgram(source: string): string {
  return join(PROJECT_ROOT, 'dist/programs', `${source}.js`);
}

export function startProgram(name: string, ...parameters: readonly string[]): Program {
  const file = builtProgram(`test/support/programs/${name}`);
  const child: ChildProcess = spawn(process.execPath, [...NODE_FLAGS, file, ...parameters], {
    cwd: PROJECT_ROOT,
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const lines: string[] = [];
  const waiting = new Set<() => void>();
  const look = () => {
    for (const check of waiting) check();
  };
  let ended = false;
  const exit = once(child, 'close').then(() => {
    ended = true;
    look();
  });
  if (child.stdout === null || child.pid === undefined) throw new Error(`${name} could not be started`);
  createInterface({ input: child.stdout }).on('line', (line) => {
    lines.push(line);
    look();
  });
  return {
    pid: child.pid,
    lines,
    line: (pattern) =>
      new Promise((resolve, reject) => {
        const check = () => {
          const found = lines.find((line) => pattern.test(line));
          if (found === undefined && !ended) return;
          waiting.delete(check);
          if (found === undefined) reject(new Error(`${name} ended without a line like ${pattern}`));
          else resolve(found);
        };
        waiting.add(check);
        check();
      }),
    async end() {
      child.stdin?.end();
      await exit;
      return child.exitCode;
    },
    async kill() {
      child.kill('SIGKILL');
      await exit;
    },
  };
}
