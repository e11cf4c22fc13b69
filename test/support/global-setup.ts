import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { TestProject } from 'vitest/node';
import { PROJECT_ROOT } from '../../src/paths.js';
import { embeddedCluster } from './embedded-cluster.js';
import { launchPostgres, type ServerFiles } from './postgres-server.js';
import { makeTemporaryFolder } from './temporary-folder.js';

declare module 'vitest' {
  interface ProvidedContext {
    /** The folder of the run's temporary files. */
    readonly temporaryFolder: string;
    /** The server of the whole run. */
    readonly postgres: { readonly url: string; readonly files: ServerFiles };
    /** The folder of an embedded database that nobody has used. */
    readonly embeddedCluster: string;
  }
}

/** Makes once for the whole run what takes a test file seconds. */
export default async function setup({ provide }: TestProject): Promise<() => Promise<void>> {
  const temporary = makeTemporaryFolder();
  const [postgres, cluster] = await Promise.all([
    launchPostgres({
      parent: temporary.path,
      settings: { max_connections: '300', full_page_writes: 'off', max_wal_size: '128MB' },
    }),
    embeddedCluster(),
    build(),
  ]);
  provide('temporaryFolder', temporary.path);
  provide('postgres', { url: postgres.url, files: postgres.files });
  provide('embeddedCluster', cluster.folder);
  return async () => {
    await Promise.all([postgres.remove(), cluster.remove()]);
    temporary.remove();
  };
}

/** Builds the programs that some tests start. They start in half the time of a program that is compiled as it starts. */
async function build(): Promise<void> {
  const run = promisify(execFile);
  await Promise.all([
    run('npm', ['run', '--silent', 'build'], { cwd: PROJECT_ROOT }),
    run('npx', ['tsc', '--project', 'test/programs.tsconfig.json'], { cwd: PROJECT_ROOT }),
  ]);
}
