import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TestPostgres } from '../../support/postgres.js';
import { sql } from './counts.js';
import { until } from './ports.js';

/** The first process of a server. */
async function postmasterOf({ url }: TestPostgres): Promise<number> {
  const [row] = await sql(url, 'SHOW data_directory');
  return Number(readFileSync(join(String(row?.data_directory), 'postmaster.pid'), 'utf8').split('\n')[0]);
}

/** The processes that a server has started. */
function childrenOf(postmaster: number): readonly number[] {
  const children = readFileSync(`/proc/${postmaster}/task/${postmaster}/children`, 'utf8');
  return children.split(' ').filter(Boolean).map(Number);
}

/** Ends every process of a server at once, as a power cut does but for the disk's own memory. */
export async function killServer(postgres: TestPostgres): Promise<void> {
  const postmaster = await postmasterOf(postgres);
  process.kill(postmaster, 'SIGSTOP');
  await until('it starts no other process', () => stateOf(postmaster) === 'T');
  const pids = [postmaster, ...childrenOf(postmaster)];
  for (const pid of pids) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // A connection's process can end by itself meanwhile.
    }
  }
  // What keeps its folder learns that the server is gone.
  await postgres.stop();
  // No server starts while a process of the former one has its memory. On a busy machine that takes a while.
  await until('all are gone', () => pids.every((pid) => [null, 'Z'].includes(stateOf(pid))));
}

/** What a process does, as Linux says it in a letter: T stands still, Z has ended. Null if there is none. */
function stateOf(pid: number): string | null {
  try {
    return /\) (\w) /.exec(readFileSync(`/proc/${pid}/stat`, 'utf8'))?.[1] ?? null;
  } catch {
    return null;
  }
}
