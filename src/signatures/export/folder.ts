import { randomBytes } from 'node:crypto';
import { createWriteStream, rmSync } from 'node:fs';
import { lstat, mkdir, readdir, rename, rm } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { OperatorError } from '../../operator-error.js';
import { syncFolder } from '../../storage/sync-folder.js';

/** What interrupts a program at a terminal, with the number that its exit code is made of. */
const INTERRUPTIONS = { SIGHUP: 1, SIGINT: 2, SIGTERM: 15 } as const;

/** There is something at the place where the folder was to be. */
export class FolderTaken extends OperatorError {
  override readonly name = 'FolderTaken';
  constructor(folder: string) {
    super(`${folder} is there already: name another folder with --out. Nothing was written.`);
  }
}

/**
 * Makes a folder that only its owner can open. It appears under its name when `fill` is through and the disk has it
 * all; until then it has another name beside it, and when anything fails or interrupts it nothing stays behind.
 * @param fill is given the folder to write into
 * @throws FolderTaken, and what `fill` and the file system throw
 */
export async function appear(folder: string, fill: (draft: string) => Promise<void>): Promise<void> {
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
 * The drafts beside a folder that a killed program could not clear away, or that another one is writing now.
 * @returns their paths; none where nothing can be read there: writing says why
 */
export async function draftsBeside(folder: string): Promise<string[]> {
  const parent = dirname(folder);
  const entries = await readdir(parent, { withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isDirectory() && /\.partial-[0-9a-f]{8}$/.test(entry.name))
    .map(({ name }) => join(parent, name));
}

/** A rename would write over an empty folder without a word. */
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
 * Writes a new file that only its owner can read, piece by piece, and has the disk confirm it.
 * @param through changes the pieces on their way
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
