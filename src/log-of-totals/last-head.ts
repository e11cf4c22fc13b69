import { randomBytes } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * A copy of the last head that this machine signed, outside of the database. A database that was restored from an older
 * backup does not know that more entries were published.
 */
export interface LastHead {
  /** The note; null if there is none. */
  read(): Promise<string | null>;
  keep(note: string): Promise<void>;
}

/**
 * Opens the copy of a schema's log: `log-head-<schema>.txt` in `DATA_DIR`.
 * @param onUnwritable called if it can't be written: the log goes on without it
 */
export function openLastHead(
  dataDir: string,
  schema: string,
  onUnwritable: (error: unknown) => void,
): LastHead {
  const file = join(dataDir, `log-head-${schema}.txt`);
  return {
    async read() {
      try {
        return await readFile(file, 'utf8');
      } catch (error) {
        if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
        throw error;
      }
    },
    async keep(note) {
      try {
        await mkdir(dataDir, { recursive: true, mode: 0o700 });
        const draft = `${file}.${randomBytes(6).toString('hex')}`;
        await writeFile(draft, note, { mode: 0o600, flush: true });
        await rename(draft, file);
      } catch (error) {
        onUnwritable(error);
      }
    },
  };
}
