import {
  appendFile,
  cp,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rename,
  rm,
  stat,
  truncate,
} from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { openEmbedded } from '../../src/storage/embedded.js';

const CACHES = join(import.meta.dirname, '../../node_modules/.cache/petition-channel');

/**
 * The folder of an unused embedded database. Making it takes seconds, and it is always the same. So we cache one for
 * each version of PGlite in the tools' cache folder. If we can't cache it, we make one for this run.
 */
export async function embeddedCluster(): Promise<{ readonly folder: string; remove(): Promise<void> }> {
  const kept = join(CACHES, `pglite-${await version()}-small`);
  if (await exists(kept)) return { folder: join(kept, 'pglite'), remove: async () => {} };

  const made = await mkdtemp(join(tmpdir(), 'petition-template-'));
  await (await openEmbedded(made)).close();
  const half = `${kept}-${process.pid}`;
  try {
    await mkdir(CACHES, { recursive: true });
    await cp(made, half, { recursive: true });
    await makeSmall(join(half, 'pglite'));
    await rename(half, kept);
  } catch {
    // Another run was first, or the folder is read-only.
    await rm(half, { recursive: true, force: true });
  }
  return { folder: join(made, 'pglite'), remove: () => rm(made, { recursive: true }) };
}

/**
 * Makes the database cheap to copy and to open: with holes, a copy takes half the time. With a small cache instead of one of 128 MB, opening takes a fifth less and much less memory.
 */
async function makeSmall(folder: string): Promise<void> {
  await appendFile(join(folder, 'postgresql.conf'), '\nshared_buffers = 8MB\n');
  await makeHoles(folder);
}

/** Makes holes of the zeros at the end of the log's segments. No process may have the database open. */
export async function makeHoles(folder: string): Promise<void> {
  const log = join(folder, 'pg_wal');
  const entries = await readdir(log, { withFileTypes: true });
  for (const { name } of entries.filter((entry) => entry.isFile())) {
    const file = join(log, name);
    const bytes = await readFile(file);
    await truncate(file, bytes.findLastIndex((byte) => byte !== 0) + 1);
    await truncate(file, bytes.length);
  }
}

async function version(): Promise<string> {
  const entry = createRequire(import.meta.url).resolve('@electric-sql/pglite');
  const manifest: { version: string } = JSON.parse(
    await readFile(join(dirname(entry), '../package.json'), 'utf8'),
  );
  return manifest.version;
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
