import { Worker } from 'node:worker_threads';

/**
 * Ends this process after a time, even if its main thread hangs and its timers no longer fire. Does nothing if the
 * process has ended before.
 * @param ms in milliseconds
 */
export function endAfter(ms: number): void {
  const kill = `setTimeout(() => process.kill(process.pid, 'SIGKILL'), ${Math.trunc(ms)})`;
  const worker = new Worker(kill, { eval: true, env: {}, execArgv: [] });
  worker.unref();
  // If the machine can't start a thread, only the caller's own timer is left.
  worker.on('error', () => undefined);
}
