import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, it } from 'vitest';
import { PROJECT_ROOT } from '../src/paths.js';

/** Runs a program that is given `endAfter`; resolves with its exit code or its signal. */
async function run(program: string): Promise<number | NodeJS.Signals | null> {
  const code = `import { endAfter } from './dist/src/last-resort.js'; ${program}`;
  const child = spawn(process.execPath, ['--input-type=module', '--eval', code], {
    cwd: PROJECT_ROOT,
    stdio: 'ignore',
  });
  const [exitCode, signal] = await once(child, 'exit');
  return exitCode ?? signal;
}

it('ends a process whose only thread is busy for ever', async () => {
  expect(await run('endAfter(200); for (;;);')).toBe('SIGKILL');
});

it('ends a process that hangs in its own exit', async () => {
  expect(await run("process.on('exit', () => { for (;;); }); endAfter(200); process.exit(0);")).toBe(
    'SIGKILL',
  );
});

it('does nothing to a process that ends by itself', async () => {
  expect(await run('endAfter(60_000); process.exitCode = 3;')).toBe(3);
});
