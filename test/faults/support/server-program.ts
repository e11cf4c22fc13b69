import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';

/** Servers refuse to run as root; then they run as nobody, as the tests' PostgreSQL does. */
export const UNPRIVILEGED: { readonly uid: number; readonly gid: number } | null =
  process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : null;

/** A server that goes with its test. */
export interface ServerProgram {
  /** Ends it, as `kill -9` does. */
  kill(): Promise<void>;
}

/**
 * Waits for its standard input to end, which it does also when the test's process is killed: no server is left behind.
 */
const GUARD = `
  "$@" & server=$!
  cat > /dev/null
  kill -KILL $server 2> /dev/null
  wait $server
`;

/** Starts a program that runs until it is killed. Its files belong to a user without rights. */
export function startServer(command: readonly string[], folder: string, path: string): ServerProgram {
  const guard: ChildProcess = spawn('/bin/sh', ['-c', GUARD, 'guard', ...command], {
    ...UNPRIVILEGED,
    cwd: folder,
    env: { PATH: path, LC_ALL: 'C', TZ: 'UTC' },
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  const ended = once(guard, 'exit');
  return {
    async kill() {
      guard.stdin?.end();
      await ended;
    },
  };
}
