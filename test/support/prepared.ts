import { join } from 'node:path';
import type { Database } from '../../src/storage/database.js';
import { openEmbedded } from '../../src/storage/embedded.js';
import { migrate } from '../../src/storage/migrate.js';
import { openServer } from '../../src/storage/server.js';
import { copyEmbedded, newDataDir } from './embedded.js';
import { makeHoles } from './embedded-cluster.js';
import { copyDatabase, createDatabase, keepDatabase } from './postgres.js';

/* Databases with tables and no row. A worker makes one and copies it, which is much cheaper than the migrations. */

/** The schema of the campaign that most tests are about. */
const SCHEMA = 'petition_zefzafi';

let embedded: Promise<string> | null = null;
let server: Promise<string> | null = null;

/** A new temporary `DATA_DIR` whose embedded database has the campaign's tables. */
export async function preparedDataDir(): Promise<string> {
  embedded ??= prepareEmbedded();
  return copyEmbedded(join(await embedded, 'pglite'));
}

/** A new database with the campaign's tables on the run's server. It is dropped after the file. */
export async function preparedDatabase(): Promise<string> {
  server ??= prepareServer();
  return copyDatabase(await server);
}

async function prepareEmbedded(): Promise<string> {
  const dataDir = await newDataDir();
  await makeTables(await openEmbedded(dataDir));
  await makeHoles(join(dataDir, 'pglite'));
  return dataDir;
}

async function prepareServer(): Promise<string> {
  const url = await createDatabase();
  await makeTables(openServer(url));
  keepDatabase(url);
  return url;
}

async function makeTables(database: Database): Promise<void> {
  await migrate(database, SCHEMA);
  await database.close();
}
