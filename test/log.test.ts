import { closeSync, openSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, it, vi } from 'vitest';
import { createLog } from '../src/log.js';

vi.mock('node:fs', { spy: true });
const folders: string[] = [];
afterEach(async () => {
  vi.restoreAllMocks();
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true });
});

it('does no harm where the disk is full, however much is logged', () => {
  const full = openSync('/dev/full', 'w');
  const log = createLog('info', full);
  for (let line = 0; line < 100; line += 1) log.info('not written');
  log.flush();
  closeSync(full);
});

it('says how many lines were lost, once it can be written again', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'petition-log-'));
  folders.push(folder);
  const file = join(folder, 'log');
  const descriptor = openSync(file, 'a');
  const fs = await import('node:fs');
  const log = createLog('info', descriptor);
  log.info('one');
  vi.mocked(fs.writeSync).mockImplementation(() => {
    throw Object.assign(new Error('no space'), { code: 'ENOSPC' });
  });
  log.info('two');
  log.info('three');
  vi.mocked(fs.writeSync).mockRestore();
  log.info('four');
  closeSync(descriptor);
  const lines = (await readFile(file, 'utf8'))
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(lines).toMatchObject([{ msg: 'one' }, { msg: 'lines were lost', dropped: 2 }, { msg: 'four' }]);
});
