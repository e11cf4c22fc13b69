import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';
import { addressOf, creationOf, launchPostgres, type TestPostgres } from './postgres-server.js';

export { once, type TestPostgres } from './postgres-server.js';

const created = new Set<string>();

/** Makes an empty database on the server of the whole run and gives its address. It is dropped after the file. */
export function createDatabase(encoding = 'UTF8'): Promise<string> {
  return createFrom(`template0 ENCODING '${encoding}'`);
}

/**
 * Copies a database of the run's server and gives the copy's address. The copy is dropped after the file.
 * @param url nobody may be connected to it; a connection that has just ended is waited for
 */
export function copyDatabase(url: string): Promise<string> {
  return createFrom(nameIn(url));
}

/** Keeps a database after the file: tests of other files copy it. It goes with the run's server. */
export function keepDatabase(url: string): void {
  created.delete(nameIn(url));
}

/** Drops what the tests of a file have created. */
export async function dropDatabases(): Promise<void> {
  for (const name of created) await administer(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
  created.clear();
}

async function createFrom(template: string): Promise<string> {
  const name = `test_${randomBytes(8).toString('hex')}`;
  created.add(name);
  await administer(creationOf(name, template));
  return addressOf(inject('postgres').url, name);
}

function nameIn(url: string): string {
  const [, name] = /\/(\w+)(?:\?|$)/.exec(url) ?? [];
  if (name === undefined) throw new Error('the address names no database');
  return name;
}

let administrator: pg.Pool | null = null;

/** Runs a statement on the one connection that a worker keeps to the run's server. */
async function administer(sql: string): Promise<void> {
  administrator ??= new pg.Pool({
    connectionString: inject('postgres').url,
    max: 1,
    idleTimeoutMillis: 0,
    allowExitOnIdle: true,
    // The server stops at the end of the run: that is no error.
  }).on('error', () => undefined);
  await administrator.query(sql);
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
