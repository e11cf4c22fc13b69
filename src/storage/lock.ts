import { randomBytes } from 'node:crypto';
import { link, mkdir, readdir, readFile, readlink, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { OperatorError } from '../operator-error.js';
import { isPresent, listenAlive } from './presence.js';

/** Another process has the folder; the message says which process, and what to do. */
export class FolderInUse extends OperatorError {
  override readonly name = 'FolderInUse';
  constructor(
    readonly folder: string,
    readonly pid: number,
  ) {
    super(`${folder} is in use by process ${pid}: stop it first, or set DATA_DIR to another folder`);
  }
}

/**
 * The process that holds a folder. The system reuses process numbers, so we also store the start time and the boot id.
 * Between containers, process numbers mean nothing: there the holder's socket tells whether it is alive.
 */
const holderSchema = z.strictObject({
  /** 0 after the lock was released. */
  pid: z.number().int().nonnegative(),
  /** The start of the process, in kernel ticks; null if the system doesn't tell. */
  started: z.string().nullable(),
  /** The machine's boot id; null if the system doesn't tell. */
  boot: z.string().nullable(),
  /** The namespace of the process number; null if the system has no namespaces. */
  namespace: z.string().nullable(),
  /** The file of the socket that the process listens on; null if the folder can't hold sockets. */
  socket: z.string().nullable(),
});
type Holder = z.infer<typeof holderSchema>;

export interface FolderLock {
  release(): Promise<void>;
}

const NAME = /^lock-(\d{1,9})$/;

/** A killed process takes a moment to end: we look this often, with this pause in milliseconds. */
const LOOKS = 5;
const PAUSE_MS = 100;

/**
 * Locks a folder for this process; makes the folder if there is none (mode 0700).
 *
 * Locks are numbered files, `lock-1`, `lock-2`, …; the highest number names the holder. To take over from a dead
 * holder, a process links the next number, which only one process can do. The highest file is never removed, so no
 * process can remove a lock that another has just taken.
 * @throws FolderInUse while a live process holds the lock
 */
export async function lockFolder(folder: string): Promise<FolderLock> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const presence = await listenAlive(folder);
  const mine: Holder = {
    pid: process.pid,
    started: await startOf(process.pid),
    boot: await bootId(),
    namespace: await readlink('/proc/self/ns/pid').catch(() => null),
    socket: presence?.name ?? null,
  };
  try {
    const { number, follows } = await take(folder, mine);
    if (follows?.socket) await rm(join(folder, follows.socket), { force: true });
    return {
      async release() {
        // If the folder was deleted and made again, this number may be another process's lock.
        const holder = await holderOf(fileOf(folder, number));
        if (JSON.stringify(holder) === JSON.stringify(mine)) {
          await write(folder, number, { ...mine, pid: 0, socket: null });
        }
        await presence?.end();
      },
    };
  } catch (error) {
    await presence?.end();
    throw error;
  }
}

async function take(
  folder: string,
  mine: Holder,
): Promise<{ readonly number: number; readonly follows: Holder | null }> {
  for (let looks = 0; ; ) {
    const last = Math.max(0, ...(await numbersIn(folder)));
    const holder = last === 0 ? null : await holderOf(fileOf(folder, last));
    if (holder !== null && (await isAlive(folder, holder, mine))) {
      looks += 1;
      if (looks === LOOKS) throw new FolderInUse(folder, holder.pid);
      await sleep(PAUSE_MS);
      continue;
    }
    const number = last + 1;
    if (!(await create(folder, number, mine))) continue;
    const numbers = await numbersIn(folder);
    if (Math.max(...numbers) !== number) {
      // We were slow: another process had used this number and removed its file. The lock is not ours.
      await rm(fileOf(folder, number), { force: true });
      continue;
    }
    await Promise.all(
      numbers.filter((old) => old < number).map((old) => rm(fileOf(folder, old), { force: true })),
    );
    return { number, follows: holder };
  }
}

function fileOf(folder: string, number: number): string {
  return join(folder, `lock-${number}`);
}

async function numbersIn(folder: string): Promise<number[]> {
  return (await readdir(folder)).flatMap((name) => NAME.exec(name)?.[1] ?? []).map(Number);
}

/** Creates a lock file atomically; false if the number is taken. */
async function create(folder: string, number: number, holder: Holder): Promise<boolean> {
  const draft = await drafted(folder, holder);
  try {
    await link(draft, fileOf(folder, number));
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  } finally {
    await rm(draft, { force: true });
  }
}

async function write(folder: string, number: number, holder: Holder): Promise<void> {
  await rename(await drafted(folder, holder), fileOf(folder, number));
}

async function drafted(folder: string, holder: Holder): Promise<string> {
  const draft = join(folder, `.lock-${randomBytes(9).toString('base64url')}`);
  await writeFile(draft, JSON.stringify(holder), { mode: 0o600, flag: 'wx' });
  return draft;
}

/** Null if the file is gone or holds no lock. Only a power cut leaves such a file, so its process is dead. */
async function holderOf(file: string): Promise<Holder | null> {
  const text = await readFile(file, 'utf8').catch(() => '');
  try {
    return holderSchema.parse(JSON.parse(text));
  } catch {
    return null;
  }
}

async function isAlive(folder: string, holder: Holder, mine: Holder): Promise<boolean> {
  if (holder.pid === 0) return false;
  if (holder.boot !== mine.boot || holder.namespace !== mine.namespace) {
    return holder.socket === null || (await isPresent(folder, holder.socket));
  }
  try {
    process.kill(holder.pid, 0);
  } catch (error) {
    // EPERM: it is alive, and runs as another user.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
  return holder.started === null || holder.started === (await startOf(holder.pid));
}

/** The start of a process, in kernel ticks; null for a zombie, or if the system doesn't tell. */
async function startOf(pid: number): Promise<string | null> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => null);
  // The second field is the program's name in parentheses, and may contain any character. The third is the state (Z
  // and X are dead), the 22nd the start: https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html
  const fields = stat?.slice(stat.lastIndexOf(')') + 2).split(' ');
  if (fields?.[0] === 'Z' || fields?.[0] === 'X') return null;
  return fields?.[19] ?? null;
}

async function bootId(): Promise<string | null> {
  return readFile('/proc/sys/kernel/random/boot_id', 'utf8').then(
    (id) => id.trim(),
    () => null,
  );
}
