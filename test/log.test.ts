import { execFileSync } from 'node:child_process';
import { closeSync, constants, openSync, readSync, writeSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { createLog } from '../src/log.js';

const folders: string[] = [];
afterEach(async () => {
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true });
});

it('does no harm where the disk is full, however much is logged', () => {
  const full = openSync('/dev/full', 'w');
  const log = createLog('info', full);
  for (let line = 0; line < 100; line += 1) log.info('not written');
  log.flush();
  closeSync(full);
});

/** A pipe that this process writes and reads. A write to a full one fails at once. */
function openPipe(folder: string): number {
  const path = join(folder, 'pipe');
  execFileSync('mkfifo', [path]);
  return openSync(path, constants.O_RDWR | constants.O_NONBLOCK);
}

/** Repeats an act on a pipe until it would have to wait. */
function untilBlocked(act: () => unknown): void {
  try {
    for (;;) act();
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EAGAIN')) throw error;
  }
}

function contentOf(pipe: number): string {
  const chunk = Buffer.alloc(4096);
  let content = '';
  untilBlocked(() => {
    content += chunk.toString('utf8', 0, readSync(pipe, chunk));
  });
  return content;
}

it('says how many lines were lost, once it can be written again', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'petition-log-'));
  folders.push(folder);
  const pipe = openPipe(folder);
  const log = createLog('info', pipe);
  log.info('one');
  untilBlocked(() => writeSync(pipe, ' '.repeat(4096)));
  untilBlocked(() => writeSync(pipe, ' '));
  log.info('two');
  log.info('three');
  const written = contentOf(pipe);
  log.info('four');
  const lines = `${written}${contentOf(pipe)}`
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  closeSync(pipe);
  expect(lines).toMatchObject([{ msg: 'one' }, { msg: 'lines were lost', dropped: 2 }, { msg: 'four' }]);
});
