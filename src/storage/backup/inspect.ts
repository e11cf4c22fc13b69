import { z } from 'zod';
import { type BackupHeader, type RowCounts, readBackupFile, UnusableBackup } from './file.js';

const settingSchema = z.looseObject({ key: z.string(), value: z.string() });

/** The contents of a complete and unchanged file. */
export interface BackupContents {
  readonly header: BackupHeader;
  readonly rows: RowCounts;
  /** The values of the table `settings`, by key. */
  readonly settings: ReadonlyMap<string, string>;
}

/**
 * Reads a file to its end without touching any database.
 * @throws UnusableBackup, and what the file system throws
 */
export async function inspectBackup(path: string): Promise<BackupContents> {
  let header: BackupHeader | undefined;
  const settings: string[] = [];
  const rows = await readBackupFile(path, {
    header: (found) => {
      header = found;
    },
    rows: (table, lines) => {
      if (table === 'settings') settings.push(...lines);
    },
  });
  if (header === undefined) throw new UnusableBackup('the file is empty');
  // Parsed last: the rows of a damaged file may not even be JSON.
  const read = settings.map((line) => settingSchema.parse(JSON.parse(line)));
  return { header, rows, settings: new Map(read.map(({ key, value }) => [key, value])) };
}
