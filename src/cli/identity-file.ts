import { open } from 'node:fs/promises';
import { CommandError } from '../explain.js';
import { parseIdentities } from '../signatures/export/identities.js';
import type { CommandIo } from './io.js';

/** A file of identities is far smaller. A larger file is the wrong one. */
const MAX_BYTES = 64 * 1024;

/**
 * Reads a file of age identities; warns where others can read it too.
 * @throws CommandError where it holds none, and what the file system throws
 */
export async function readIdentities(file: string, io: CommandIo): Promise<readonly string[]> {
  const handle = await open(file);
  try {
    const stats = await handle.stat();
    if (stats.isDirectory()) throw new CommandError(`${file}: that is a folder: name a file in it`);
    if (stats.size > MAX_BYTES) throw new CommandError(`${file}: this is not a file of age identities`);
    if ((stats.mode & 0o077) !== 0) {
      io.complain(`${file} can be read by others on this machine: chmod 600 ${file}\n`);
    }
    const identities = parseIdentities(await handle.readFile('utf8'));
    if (!identities.ok) throw new CommandError(`${file}: ${identities.message}`);
    return identities.value;
  } finally {
    await handle.close();
  }
}
