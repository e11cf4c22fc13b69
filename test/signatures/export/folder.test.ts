import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  createFolder,
  draftsBeside,
  FolderTaken,
  writeFileIn,
} from '../../../src/signatures/export/folder.js';

describe('a folder that appears whole', () => {
  let parent: string;
  beforeEach(async () => {
    parent = await mkdtemp(join(tmpdir(), 'petition-folder-'));
  });
  afterEach(() => rm(parent, { recursive: true }));

  it('does not have its name until it is complete', async () => {
    await createFolder(join(parent, 'out'), async (draft) => {
      await writeFileIn(draft, 'one', ['a', 'b']);
      expect(await readdir(parent)).toEqual([expect.stringMatching(/^out\.partial-/)]);
      expect((await stat(draft)).mode & 0o777).toBe(0o700);
    });
    expect(await readdir(parent)).toEqual(['out']);
    expect(await readFile(join(parent, 'out', 'one'), 'utf8')).toBe('ab');
    expect((await stat(join(parent, 'out', 'one'))).mode & 0o777).toBe(0o600);
  });

  it('leaves nothing behind when the filling fails in the middle of a file', async () => {
    const pieces = function* () {
      yield 'half';
      throw new Error('the disk is full');
    };
    const filling = createFolder(join(parent, 'out'), (draft) => writeFileIn(draft, 'one', pieces()));
    await expect(filling).rejects.toThrow('the disk is full');
    expect(await readdir(parent)).toEqual([]);
  });

  it('is told from the draft that a killed program left beside it', async () => {
    const left = join(parent, 'earlier.partial-00c0ffee');
    await mkdir(left);
    await mkdir(join(parent, 'impartial-minds'));
    await writeFile(join(parent, 'today.gz.partial-00c0ffee'), 'a backup, whose names are sealed');
    expect(await draftsBeside(join(parent, 'out'))).toEqual([left]);
    expect(await draftsBeside(join(parent, 'nowhere', 'out'))).toEqual([]);
  });

  it('replaces nothing, even if its name is taken meanwhile', async () => {
    await writeFile(join(parent, 'out'), 'precious');
    await expect(createFolder(join(parent, 'out'), async () => {})).rejects.toThrow(FolderTaken);
    const late = createFolder(join(parent, 'late'), async () => writeFile(join(parent, 'late'), 'precious'));
    await expect(late).rejects.toThrow(FolderTaken);
    expect((await readdir(parent)).sort()).toEqual(['late', 'out']);
  });

  it('restores the earlier signal handlers', async () => {
    const before = process.listenerCount('SIGINT');
    await createFolder(join(parent, 'out'), async () => {
      expect(process.listenerCount('SIGINT')).toBe(before + 1);
    });
    expect(process.listenerCount('SIGINT')).toBe(before);
  });
});
