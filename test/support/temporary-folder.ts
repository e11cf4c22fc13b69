import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statfsSync } from 'node:fs';
import { freemem, tmpdir } from 'node:os';
import { join } from 'node:path';

/** Linux's file system in memory. */
const IN_MEMORY = '/dev/shm';

/** A run needs about 1 GB: what else the machine does must not suffer. */
const ROOM = 4 * 1024 ** 3;

const PREFIX = 'petition-tests-';

/**
 * Makes the folder in which one run of the tests keeps its files. Where memory has room it is there: a copy of an
 * embedded database takes a tenth of the processor's time that it takes on a disk. All users may write there: PostgreSQL
 * runs as `nobody` where the tests run as root.
 */
export function makeTemporaryFolder(): { readonly path: string; remove(): void } {
  const path = mkdtempSync(join(isUsable() ? inMemory() : tmpdir(), `${PREFIX}${process.pid}-`));
  chmodSync(path, 0o1777);
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

/** Whether files there have room, and may be programs: PostgreSQL's are copied where its user can't reach them. */
function isUsable(): boolean {
  try {
    const { bavail, bsize } = statfsSync(IN_MEMORY);
    const mount = readFileSync('/proc/mounts', 'utf8')
      .split('\n')
      .find((line) => line.split(' ')[1] === IN_MEMORY);
    return Math.min(bavail * bsize, freemem()) > ROOM && mount?.includes('noexec') === false;
  } catch {
    return false;
  }
}

/** Removes what runs have left there that were killed: memory is not emptied by itself. */
function inMemory(): string {
  for (const name of readdirSync(IN_MEMORY)) {
    const pid = name.startsWith(PREFIX) ? Number.parseInt(name.slice(PREFIX.length), 10) : Number.NaN;
    if (!Number.isNaN(pid) && !isRunning(pid))
      rmSync(join(IN_MEMORY, name), { recursive: true, force: true });
  }
  return IN_MEMORY;
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
