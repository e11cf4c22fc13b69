import { open } from 'node:fs/promises';

/** Has the disk confirm the names in a folder, as it confirms what is in its files. */
export async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder);
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
