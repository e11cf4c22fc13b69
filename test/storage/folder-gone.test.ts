import { cp, mkdir, readdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { openEmbedded } from '../../src/storage/embedded.js';
import { lockFolder } from '../../src/storage/lock.js';
import { newDataDir } from '../support/embedded.js';
import { act, ledgerOn, person, signOnce, turn } from '../support/people.js';

const folders: string[] = [];
afterEach(async () => {
  await Promise.all(folders.splice(0).map((folder) => rm(folder, { recursive: true, force: true })));
});

async function used(): Promise<string> {
  const dataDir = await newDataDir();
  folders.push(dataDir);
  return dataDir;
}

const deleted = (dataDir: string) => rm(join(dataDir, 'pglite'), { recursive: true });

/** Puts a copy in its place at once, whose files may get the numbers of those that were there. */
async function replaced(dataDir: string): Promise<void> {
  await cp(join(dataDir, 'pglite'), join(dataDir, 'copy'), { recursive: true });
  await deleted(dataDir);
  await rename(join(dataDir, 'copy'), join(dataDir, 'pglite'));
}

it.each([
  ['deleted', deleted],
  ['deleted together with its parent', (dataDir: string) => rm(dataDir, { recursive: true })],
  ['replaced', replaced],
])('thanks nobody when the embedded folder was %s while running', async (_, happens) => {
  const dataDir = await used();
  const database = await openEmbedded(dataDir);
  const ledger = ledgerOn({ database, schema: 'petition_gone' });
  await act(ledger, person('1'), signOnce());
  const reading = await ledger.read(person('2'));
  await happens(dataDir);

  await expect(turn(ledger, reading)).rejects.toMatchObject({ code: 'folder-gone' });
  await expect(ledger.read(person('1'))).rejects.toMatchObject({ code: 'folder-gone' });
  await expect(database.transaction((query) => query('SELECT 1'))).rejects.toMatchObject({
    code: 'folder-gone',
  });
  expect(await ledger.trouble()).toBe('folder-gone');
  await database.close();
});

it('writes nothing into the folder that has replaced it', async () => {
  const dataDir = await used();
  const database = await openEmbedded(dataDir);
  await act(ledgerOn({ database, schema: 'petition_gone' }), person('1'), signOnce());
  await replaced(dataDir);
  const control = join(dataDir, 'pglite', 'global', 'pg_control');
  const before = await readFile(control);
  await database.close();
  expect(await readFile(control)).toEqual(before);
});

it('does not release the lock of another process in a new folder', async () => {
  const dataDir = await used();
  const database = await openEmbedded(dataDir);
  await rm(dataDir, { recursive: true });
  await mkdir(dataDir);
  const theirs = await lockFolder(dataDir);
  const before = await readFile(join(dataDir, 'lock-1'), 'utf8');
  await database.close();
  expect(await readFile(join(dataDir, 'lock-1'), 'utf8')).toBe(before);
  await theirs.release();
  expect(await readdir(dataDir)).toContain('lock-1');
});
