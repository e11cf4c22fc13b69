import { cp, mkdir, mkdtemp, readFile, rename, rm, stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { openEmbedded } from '../../src/storage/embedded.js';

/**
 * A new temporary `DATA_DIR` with an embedded database that nobody has used yet.
 * A cluster takes seconds to make and is always the same: it is made once for each version of PGlite, kept where
 * tools keep such things, and copied.
 */
export async function newDataDir(): Promise<string> {
  const dataDir = await mkdtemp(join(tmpdir(), 'petition-data-'));
  await cp(await template(), join(dataDir, 'pglite'), { recursive: true });
  return dataDir;
}

async function template(): Promise<string> {
  const manifest = join(
    dirname(createRequire(import.meta.url).resolve('@electric-sql/pglite')),
    '../package.json',
  );
  const { version }: { version: string } = JSON.parse(await readFile(manifest, 'utf8'));
  const caches = join(import.meta.dirname, '../../node_modules/.cache/petition-channel');
  const cached = join(caches, `pglite-${version}`);
  if (await exists(join(cached, 'pglite'))) return join(cached, 'pglite');

  const made = await mkdtemp(join(tmpdir(), 'petition-template-'));
  await (await openEmbedded(made)).close();
  try {
    await mkdir(caches, { recursive: true });
    await cp(made, `${cached}-${process.pid}`, { recursive: true });
    await rename(`${cached}-${process.pid}`, cached);
  } catch {
    // Another test file was first, or the folder is read-only: then each makes its own.
    await rm(`${cached}-${process.pid}`, { recursive: true, force: true });
    if (!(await exists(join(cached, 'pglite')))) return join(made, 'pglite');
  }
  await rm(made, { recursive: true });
  return join(cached, 'pglite');
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
