import { chmodSync, chownSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Finished } from '../../support/finished.js';
import { UNPRIVILEGED } from './server-program.js';

/** A folder that a server's own user may read and write; root's temporary folder may be closed to others. */
export function serverFolder(name: string, finished: Finished): string {
  const folder = mkdtempSync(join('/tmp', `petition-${name}-`));
  chmodSync(folder, 0o700);
  if (UNPRIVILEGED !== null) chownSync(folder, UNPRIVILEGED.uid, UNPRIVILEGED.gid);
  finished(async () => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Writes a file for a server. */
export function writeFor(folder: string, name: string, content: string): string {
  const file = join(folder, name);
  writeFileSync(file, content, { mode: 0o644 });
  return file;
}
