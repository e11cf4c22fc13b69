import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TestPostgres } from '../../support/postgres.js';
import { sql } from './counts.js';

/** The first process of a server. */
async function postmasterOf({ url }: TestPostgres): Promise<number> {
  const [row] = await sql(url, 'SHOW data_directory');
  return Number(readFileSync(join(String(row?.data_directory), 'postmaster.pid'), 'utf8').split('\n')[0]);
}

/** All processes of a server. */
async function processesOf(postgres: TestPostgres): Promise<readonly number[]> {
  const postmaster = await postmasterOf(postgres);
  const children = readFileSync(`/proc/${postmaster}/task/${postmaster}/children`, 'utf8');
  return [postmaster, ...children.split(' ').filter(Boolean).map(Number)];
}

/** Ends every process of a server at once, as a power cut does but for the disk's own memory. */
export async function killServer(postgres: TestPostgres): Promise<void> {
  for (const pid of await processesOf(postgres)) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // A connection's process can end by itself meanwhile.
    }
  }
  // What keeps its folder learns that the server is gone.
  await postgres.stop();
}
