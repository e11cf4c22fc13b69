import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FolderInUse, lockFolder } from '../../src/storage/lock.js';
import { type Program, startProgram } from '../support/program.js';

describe('the lock of a folder', () => {
  let folder: string;
  const programs: Program[] = [];
  const start = () => {
    const program = startProgram('lock', folder);
    programs.push(program);
    return program;
  };

  beforeEach(async () => {
    folder = join(await mkdtemp(join(tmpdir(), 'petition-lock-')), 'data');
  });
  afterEach(async () => {
    await Promise.all(programs.splice(0).map((program) => program.kill()));
    await rm(join(folder, '..'), { recursive: true });
  });

  it('is taken and released, and leaves no draft files', async () => {
    const lock = await lockFolder(folder);
    await lock.release();
    await (await lockFolder(folder)).release();
    expect(await readdir(folder)).toEqual(['lock-2']);
  });

  it('makes the folder for its owner alone', async () => {
    await (await lockFolder(folder)).release();
    expect((await stat(folder)).mode & 0o777).toBe(0o700);
  });

  it('is refused while its process lives, and the error names folder and process', async () => {
    const holder = start();
    await holder.line(/locked/);
    const refused = await lockFolder(folder).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(FolderInUse);
    expect(String(refused)).toContain(`${folder} is in use by process ${holder.pid}: stop it first`);
    await holder.end();
    await (await lockFolder(folder)).release();
  });

  it('is refused to the same process a second time', async () => {
    const lock = await lockFolder(folder);
    await expect(lockFolder(folder)).rejects.toThrow(FolderInUse);
    await lock.release();
  });

  it('ends at once with a killed process', async () => {
    const holder = start();
    await holder.line(/locked/);
    await holder.kill();
    await (await lockFolder(folder)).release();
  });

  it('goes to exactly one of many processes that find the lock of a dead one', async () => {
    const dead = start();
    await dead.line(/locked/);
    await dead.kill();
    const many = Array.from({ length: 5 }, start);
    const answers = await Promise.all(many.map((program) => program.line(/./)));
    expect(answers.filter((answer) => answer === 'locked')).toHaveLength(1);
    expect(answers.filter((answer) => answer.startsWith('FolderInUse'))).toHaveLength(4);
  });

  it('goes to exactly one of many attempts in one process', async () => {
    const outcomes = await Promise.allSettled(Array.from({ length: 20 }, () => lockFolder(folder)));
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  it('is held by a living process in another container, even if its process id means nothing here', async () => {
    const holder = start();
    await holder.line(/locked/);
    const file = join(folder, 'lock-1');
    const kept: object = JSON.parse(await readFile(file, 'utf8'));
    await writeFile(file, JSON.stringify({ ...kept, pid: 4_194_305, namespace: 'pid:[1]' }));
    await expect(lockFolder(folder)).rejects.toThrow(FolderInUse);
    await holder.kill();
    await (await lockFolder(folder)).release();
    expect(await readdir(folder)).toEqual(['lock-2']);
  });

  it('works in a folder whose path is too long for a socket', async () => {
    const deep = join(folder, 'x'.repeat(120));
    const lock = await lockFolder(deep);
    const file = join(deep, 'lock-1');
    const kept: object = JSON.parse(await readFile(file, 'utf8'));
    await writeFile(file, JSON.stringify({ ...kept, namespace: 'pid:[1]' }));
    await expect(lockFolder(deep)).rejects.toThrow(FolderInUse);
    await lock.release();
  });

  it.each([
    ['a process id that was reused', { pid: process.pid, started: '1' }],
    ['a process before the machine’s last start', { boot: 'another', socket: '.alive-then' }],
    ['no process at all', { pid: 4_194_305 }],
  ])('is not held by %s', async (_, changes) => {
    await lockFolder(folder);
    const file = join(folder, 'lock-1');
    const holder: object = JSON.parse(await readFile(file, 'utf8'));
    await writeFile(file, JSON.stringify({ ...holder, ...changes }));
    await (await lockFolder(folder)).release();
  });

  it('is not held by a file that a power cut left empty', async () => {
    await lockFolder(folder);
    await writeFile(join(folder, 'lock-1'), '');
    await (await lockFolder(folder)).release();
  });
});
