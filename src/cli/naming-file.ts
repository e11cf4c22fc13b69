import { CommandError } from '../explain.js';
import { UnusableBackup } from '../storage/backup/file.js';

/**
 * Passes on what reading a backup gives.
 * @throws CommandError that names the file, where it is no usable backup; else what the reading throws
 */
export async function namingFile<T>(file: string, reading: Promise<T>): Promise<T> {
  try {
    return await reading;
  } catch (error) {
    if (error instanceof UnusableBackup)
      throw new CommandError(`${file}: ${error.message}`, { cause: error });
    throw error;
  }
}
