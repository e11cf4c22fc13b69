import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { PROJECT_ROOT } from '../../src/paths.js';
import { once as query } from '../support/postgres-server.js';

/** A bot in a process of its own, so that the fake platform's work is not counted as the bot's. */
export interface Bot {
  readonly pid: number;
  /** The address of its HTTP server. */
  readonly url: string;
  /** From the start of the process until it was ready, in milliseconds. */
  readonly startedInMs: number;
  /** Rejects when the process ends before it is asked to. */
  readonly gone: Promise<never>;
  end(): Promise<void>;
}

/** What a program says once it takes updates: its own address, or nothing more than that it is ready. */
const READY = /^ready (\S+)$|(http:\/\/[\d.:]+)\//;

/** The bots that run. A part that fails may leave some: they end with us. */
const running = new Set<ChildProcess>();
process.once('exit', () => {
  for (const child of running) child.kill('SIGKILL');
});

/** What `npm start` gives Node.js. */
export const OUR_FLAGS: readonly string[] = ['--max-semi-space-size=8'];

/**
 * Starts a Node.js program and waits until it prints that it is ready.
 * @param flags for Node.js itself
 * @throws Error with what it printed, when it ends before that
 */
export async function startBot(
  file: string,
  env: Readonly<Record<string, string>>,
  argv: readonly string[] = [],
  flags: readonly string[] = [],
): Promise<Bot> {
  const begun = performance.now();
  const child: ChildProcess = spawn(process.execPath, [...flags, file, ...argv], {
    cwd: PROJECT_ROOT,
    env: { PATH: process.env.PATH, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = once(child, 'close');
  running.add(child);
  void ended.then(() => running.delete(child));
  const said: string[] = [];
  const url = await new Promise<string>((resolve, reject) => {
    for (const output of [child.stdout, child.stderr]) {
      if (output === null) continue;
      createInterface({ input: output }).on('line', (line) => {
        const ready = READY.exec(line);
        const address = ready?.[1] ?? ready?.[2];
        if (address === undefined) said.push(line);
        else resolve(address);
        if (said.length > 100) said.shift();
      });
    }
    void ended.then(() => reject(new Error(`${file} ended: ${said.slice(-10).join('\n')}`)));
  });
  const { pid } = child;
  if (pid === undefined) throw new Error(`${file} could not be started`);
  let isWanted = true;
  const gone = ended.then((): Promise<never> => {
    if (!isWanted) return new Promise(() => undefined);
    throw new Error(`${file} ended: ${said.slice(-10).join('\n')}`);
  });
  gone.catch(() => undefined);
  return {
    pid,
    url,
    gone,
    startedInMs: performance.now() - begun,
    async end() {
      isWanted = false;
      child.kill('SIGTERM');
      await ended;
    },
  };
}

/** Linux counts processor time in hundredths of a second: `getconf CLK_TCK` is 100 on all its platforms. */
const TICKS_PER_SECOND = 100;

/** The processor time of a process so far, in seconds; with that of its ended children, if wanted. */
export function processorSeconds(pid: number, withEndedChildren = false): number {
  // The name of the program, in brackets, can contain spaces. After it, `utime` is the 12th field (`man 5 proc`).
  const fields = proc(pid, 'stat')
    .replace(/^.*\) /s, '')
    .split(' ')
    .map(Number);
  const [own, system, children, childrenSystem] = fields.slice(11, 15);
  const ended = withEndedChildren ? (children ?? 0) + (childrenSystem ?? 0) : 0;
  return ((own ?? 0) + (system ?? 0) + ended) / TICKS_PER_SECOND;
}

/** The memory that a process holds, in megabytes: its resident set. */
export function residentMegabytes(pid: number): number {
  return Number(/^VmRSS:\s+(\d+) kB$/m.exec(proc(pid, 'status'))?.[1]) / 1024;
}

/** The processor time of a PostgreSQL server and its connections so far, in seconds. */
export async function serverSeconds(url: string): Promise<number> {
  const [row] = await query(url, `SELECT split_part(pg_read_file('postmaster.pid'), E'\\n', 1) AS pid`);
  const postmaster = Number(row?.pid);
  const living = readFileSync(`/proc/${postmaster}/task/${postmaster}/children`, 'utf8').trim().split(' ');
  let seconds = processorSeconds(postmaster, true);
  for (const pid of living) {
    // A connection can end meanwhile. The server has its time then.
    if (existsSync(`/proc/${pid}/stat`)) seconds += processorSeconds(Number(pid));
  }
  return seconds;
}

function proc(pid: number, file: 'stat' | 'status'): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8');
  } catch (error) {
    throw new Error(
      `processor time and memory are read from Linux's /proc, and process ${pid} is not there`,
      {
        cause: error,
      },
    );
  }
}
