import { Worker } from 'node:worker_threads';

/**
 * Ends this process after a time, even when its own thread hangs and no timer of it fires any more. Nothing happens
 * where the process has ended by itself before.
 * @param ms in milliseconds
 */
export function endAfter(ms: number): void {
  const kill = `setTimeout(() => process.kill(process.pid, 'SIGKILL'), ${Math.trunc(ms)})`;
  const worker = new Worker(kill, { eval: true, env: {}, execArgv: [] });
  worker.unref();
  // A machine that can't start a thread: the caller's own timer is what is left.
  worker.on('error', () => undefined);
}
