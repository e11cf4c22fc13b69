import { randomBytes } from 'node:crypto';
import { inject } from 'vitest';
import { createDatabaseOn, launchPostgres, once, type TestPostgres } from './postgres-server.js';

export { once, type TestPostgres } from './postgres-server.js';

const created = new Set<string>();

/** Makes an empty database on the server of the whole run and gives its address. It is dropped after the file. */
export async function createDatabase(encoding?: string): Promise<string> {
  const name = `test_${randomBytes(8).toString('hex')}`;
  created.add(name);
  return createDatabaseOn(inject('postgres').url, name, encoding);
}

/** Drops what the tests of a file have created. */
export async function dropDatabases(): Promise<void> {
  for (const name of created) {
    await once(inject('postgres').url, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
  }
  created.clear();
}

/** Starts a server for tests that stop it, freeze it, or need settings of their own. All others use `createDatabase`. */
export function startPostgres(
  options: { readonly settings?: Readonly<Record<string, string>>; readonly tcp?: boolean } = {},
): Promise<TestPostgres> {
  return launchPostgres({
    ...options,
    // Its shared memory lies in its folder: where the test kills the server, it goes with the folder.
    settings: { dynamic_shared_memory_type: 'mmap', ...options.settings },
    parent: inject('temporaryFolder'),
    files: inject('postgres').files,
  });
}
