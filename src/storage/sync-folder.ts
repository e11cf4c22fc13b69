import { open } from 'node:fs/promises';

/** Flushes a folder's entries to the disk (fsync), so that a new file's name survives a power cut. */
export async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder);
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
