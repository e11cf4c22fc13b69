import type { Database } from './database.js';

/** Another process has the folder; the message says which and what to do. */
export class FolderInUse extends Error {
  override readonly name = 'FolderInUse';
  constructor(
    readonly folder: string,
    readonly pid: number,
  ) {
    super(`${folder} is in use by process ${pid}: stop it first, or set DATA_DIR to another folder`);
  }
}

/**
 * PostgreSQL in this process (PGlite), its files in `<dataDir>/pglite`. One process only: rejects with FolderInUse
 * while another has the folder. Does not fsync: it survives the death of the process, not a power cut.
 */
export async function openEmbedded(_dataDir: string): Promise<Database> {
  throw new Error('not written yet');
}
