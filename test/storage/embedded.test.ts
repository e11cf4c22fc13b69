import { randomBytes } from 'node:crypto';
import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { StoreUnavailable } from '../../src/storage/database.js';
import { openEmbedded } from '../../src/storage/embedded.js';
import { FolderInUse } from '../../src/storage/lock.js';
import { newDataDir } from '../support/embedded.js';
import { ledgerOn, person } from '../support/people.js';
import { type Program, startProgram } from '../support/program.js';

describe('the embedded database', () => {
  const folders: string[] = [];
  const programs: Program[] = [];
  const start = (...parameters: [string, ...string[]]) => {
    const program = startProgram(...parameters);
    programs.push(program);
    return program;
  };
  const used = async () => {
    const dataDir = await newDataDir();
    folders.push(dataDir);
    return dataDir;
  };

  afterEach(async () => {
    await Promise.all(programs.splice(0).map((program) => program.kill()));
    await Promise.all(folders.splice(0).map((folder) => rm(folder, { recursive: true })));
  });

  it('is made on the first start, and again after a start that was killed halfway', {
    timeout: 240_000,
  }, async () => {
    const parent = await mkdtemp(join(tmpdir(), 'petition-first-'));
    folders.push(parent);
    const dataDir = join(parent, 'data');
    const first = start('open', dataDir);
    await first.line(/opening/);
    const files = () => readdir(dataDir, { recursive: true }).catch((): string[] => []);
    const isHalfMade = async () => (await files()).some((name) => /^pglite-new[^/]*\/base\//.test(name));
    await vi.waitUntil(isHalfMade, { timeout: 60_000, interval: 20 });
    await first.kill();
    expect(await readdir(dataDir)).not.toContain('pglite');

    const database = await openEmbedded(dataDir);
    expect(await database.query('SELECT 1 AS one')).toEqual([{ one: 1 }]);
    await database.close();
    expect(await readdir(dataDir)).toEqual(['lock-2', 'pglite']);
    expect((await stat(join(dataDir, 'pglite'))).mode & 0o777).toBe(0o700);
  });

  it('has every signature that it acknowledged before a kill -9', { timeout: 240_000 }, async () => {
    const dataDir = await used();
    const pepper = randomBytes(32);
    const signer = start('sign', dataDir, pepper.toString('base64'));
    await signer.line(/^200$/);
    await signer.kill();
    const acknowledged = signer.lines.map(Number);
    expect(acknowledged.length).toBeGreaterThan(200);

    const database = await openEmbedded(dataDir);
    const ledger = ledgerOn({ database, schema: 'petition_test', pepper });
    const found = await Promise.all(acknowledged.map((id) => ledger.read(person(id))));
    expect(found.filter(({ signature }) => signature === null)).toEqual([]);
    expect(await ledger.counted()).toBeGreaterThanOrEqual(acknowledged.length);
    expect(await ledger.reconcile()).toEqual([]);
    await database.close();
  });

  it('refuses a second process, and the first goes on', { timeout: 120_000 }, async () => {
    const dataDir = await used();
    const database = await openEmbedded(dataDir);
    await expect(openEmbedded(dataDir)).rejects.toThrow(FolderInUse);
    const second = start('open', dataDir);
    expect(await second.line(/FolderInUse/)).toContain(`${dataDir} is in use by process ${process.pid}`);
    expect(await second.end()).toBe(0);
    expect(await database.query('SELECT 1 AS one')).toEqual([{ one: 1 }]);
    await database.close();
  });

  it('finishes running queries before it closes, and refuses later ones', async () => {
    const dataDir = await used();
    const database = await openEmbedded(dataDir);
    const underWay = [
      database.query("SELECT 'done' AS state FROM pg_sleep(0.3)"),
      database.transaction(async (query) => {
        await query('CREATE TABLE kept (n integer)');
        await query('INSERT INTO kept VALUES (1)');
        return [{ state: 'done' }];
      }),
    ];
    const closed = Promise.all([database.close(), database.close()]);
    await expect(database.query('SELECT')).rejects.toThrow(StoreUnavailable);
    await expect(database.transaction(async () => 1)).rejects.toThrow(StoreUnavailable);
    expect(await Promise.all(underWay)).toEqual([[{ state: 'done' }], [{ state: 'done' }]]);
    await closed;

    const again = await openEmbedded(dataDir);
    expect(await again.query('SELECT n FROM kept')).toEqual([{ n: 1 }]);
    await again.close();
  });

  it('rolls back a transaction that throws', async () => {
    const database = await openEmbedded(await used());
    const failed = database.transaction(async (query) => {
      await query('CREATE TABLE gone (n integer)');
      throw new RangeError('changed our mind');
    });
    await expect(failed).rejects.toThrow('changed our mind');
    await expect(database.query('SELECT FROM gone')).rejects.toThrow(/42P01/);
    await database.close();
  });
});
