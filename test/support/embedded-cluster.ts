import { cp, mkdir, mkdtemp, readdir, readFile, rename, rm, stat, truncate } from 'node:fs/promises';
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
  const kept = join(CACHES, `pglite-${await version()}-sparse`);
  if (await exists(kept)) return { folder: join(kept, 'pglite'), remove: async () => {} };

  const made = await mkdtemp(join(tmpdir(), 'petition-template-'));
  await (await openEmbedded(made)).close();
  const half = `${kept}-${process.pid}`;
  try {
    await mkdir(CACHES, { recursive: true });
    await cp(made, half, { recursive: true });
    await makeSparse(join(half, 'pglite/pg_wal'));
    await rename(half, kept);
  } catch {
    // Another run was first, or the folder is read-only.
    await rm(half, { recursive: true, force: true });
  }
  return { folder: join(made, 'pglite'), remove: () => rm(made, { recursive: true }) };
}

/** Turns the zeros at the end of the log's segments into holes: copies of the folder then take half the time. */
async function makeSparse(folder: string): Promise<void> {
  const entries = await readdir(folder, { withFileTypes: true });
  for (const { name } of entries.filter((entry) => entry.isFile())) {
    const file = join(folder, name);
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
