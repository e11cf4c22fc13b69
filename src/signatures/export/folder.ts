import { randomBytes } from 'node:crypto';
import { createWriteStream, rmSync } from 'node:fs';
import { lstat, mkdir, readdir, rename, rm } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { OperatorError } from '../../operator-error.js';
import { syncFolder } from '../../storage/sync-folder.js';

/** The signals that interrupt a program at a terminal. The exit code is 128 plus the number. */
const INTERRUPTIONS = { SIGHUP: 1, SIGINT: 2, SIGTERM: 15 } as const;

/** The path of the new folder is taken. */
export class FolderTaken extends OperatorError {
  override readonly name = 'FolderTaken';
  constructor(folder: string) {
    super(`${folder} is there already: name another folder with --out. Nothing was written.`);
  }
}

/**
 * Makes a folder that only its owner can open. It gets its name when `fill` has finished and the disk has
 * everything. Until then it has a draft name beside it. After an error or an interruption the draft is
 * removed.
 * @param fill gets the folder to write into
 * @throws FolderTaken, and errors of `fill` and the file system
 */
export async function createFolder(folder: string, fill: (draft: string) => Promise<void>): Promise<void> {
  await refuseTaken(folder);
  const draft = `${resolve(folder)}.partial-${randomBytes(4).toString('hex')}`;
  const interrupted = Object.entries(INTERRUPTIONS).map(([signal, number]) => {
    const clearAway = () => {
      rmSync(draft, { recursive: true, force: true });
      process.exit(128 + number);
    };
    process.once(signal, clearAway);
    return () => process.off(signal, clearAway);
  });
  try {
    await mkdir(draft, { mode: 0o700 });
    await fill(draft);
    await refuseTaken(folder);
    await rename(draft, folder);
    await syncFolder(dirname(resolve(folder)));
  } catch (error) {
    await rm(draft, { recursive: true, force: true });
    throw error;
  } finally {
    for (const settle of interrupted) settle();
  }
}

/**
 * The drafts beside a folder: from killed programs, or from one that is still writing.
 * @returns their paths; empty if the parent can't be read, since writing will give the error
 */
export async function draftsBeside(folder: string): Promise<string[]> {
  const parent = dirname(folder);
  const entries = await readdir(parent, { withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isDirectory() && /\.partial-[0-9a-f]{8}$/.test(entry.name))
    .map(({ name }) => join(parent, name));
}

/** A rename would silently replace an empty folder. */
async function refuseTaken(folder: string): Promise<void> {
  const taken = await lstat(folder).then(
    () => true,
    (error: unknown) => {
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return false;
      throw error;
    },
  );
  if (taken) throw new FolderTaken(folder);
}

/**
 * Writes a new file that only its owner can read, piece by piece, and flushes it to disk.
 * @param through transforms the pieces
 */
export async function writeFileIn(
  folder: string,
  name: string,
  pieces: Iterable<unknown>,
  ...through: readonly NodeJS.ReadWriteStream[]
): Promise<void> {
  const file = createWriteStream(join(folder, name), { flags: 'wx', mode: 0o600, flush: true });
  await pipeline([Readable.from(pieces), ...through, file]);
}
