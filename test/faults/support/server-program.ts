import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, chownSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PATH, type Tool } from './tools.js';

/** PgBouncer refuses to run as root; then it runs as nobody, as the tests' PostgreSQL does. */
const NOBODY = 65_534;

/** A server of Debian's in a folder of its own. */
export interface ServerProgram {
  /** Kills it, as `kill -9` does. */
  kill(): Promise<void>;
  /** Ends it and removes its folder. */
  stop(): Promise<void>;
}

/**
 * Starts a program with its files in a temporary folder.
 * @param parametersIn given the folder; the program's parameters
 */
export function startServer(
  tool: Tool,
  files: Readonly<Record<string, string>>,
  parametersIn: (folder: string) => readonly string[],
): ServerProgram {
  const asRoot = process.getuid?.() === 0;
  const folder = mkdtempSync(join('/tmp', `petition-${tool}-`));
  chmodSync(folder, 0o755);
  for (const [name, content] of Object.entries(files)) {
    writeFileSync(join(folder, name), content.replaceAll('@folder@', folder), { mode: 0o644 });
  }
  if (asRoot) chownSync(folder, NOBODY, NOBODY);
  const child: ChildProcess = spawn(tool, parametersIn(folder), {
    ...(asRoot ? { uid: NOBODY, gid: NOBODY } : {}),
    cwd: folder,
    env: { PATH },
    stdio: ['ignore', 'ignore', 'ignore'],
  });
  const ended = once(child, 'exit');
  async function end(signal: NodeJS.Signals): Promise<void> {
    if (child.exitCode === null && child.signalCode === null) child.kill(signal);
    await ended;
  }
  return {
    kill: () => end('SIGKILL'),
    async stop() {
      await end('SIGKILL');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
