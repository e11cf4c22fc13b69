import { cp, mkdir, mkdtemp, readFile, rename, rm, stat } from 'node:fs/promises';
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
  const kept = join(CACHES, `pglite-${await version()}`);
  if (await exists(kept)) return { folder: join(kept, 'pglite'), remove: async () => {} };

  const made = await mkdtemp(join(tmpdir(), 'petition-template-'));
  await (await openEmbedded(made)).close();
  const half = `${kept}-${process.pid}`;
  try {
    await mkdir(CACHES, { recursive: true });
    await cp(made, half, { recursive: true });
    await rename(half, kept);
  } catch {
    // Another run was first, or the folder is read-only.
    await rm(half, { recursive: true, force: true });
  }
  return { folder: join(made, 'pglite'), remove: () => rm(made, { recursive: true }) };
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
