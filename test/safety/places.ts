import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Database } from '../../src/storage/database.js';

/** All tables that a schema has now, so that a new migration's tables are included. */
export async function tablesOf({ query }: Pick<Database, 'query'>, schema: string): Promise<string[]> {
  const found = await query(
    `SELECT table_name AS name FROM information_schema.tables WHERE table_schema = $1 ORDER BY 1`,
    [schema],
  );
  return found.map(({ name }) => String(name));
}

/** Every row of every table of a schema as text, one a line: what a thief of the database sees. */
export async function dumpOf(database: Pick<Database, 'query'>, schema: string): Promise<string> {
  const tables = await tablesOf(database, schema);
  const dumped = await Promise.all(
    tables.map((table) => database.query(`SELECT t::text AS row FROM ${schema}.${table} t`)),
  );
  return dumped
    .flat()
    .map(({ row }) => String(row))
    .join('\n');
}

/** The path and the bytes of every file below a folder. */
export async function* filesBelow(folder: string): AsyncGenerator<readonly [path: string, bytes: Buffer]> {
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    yield [path, await readFile(path)];
  }
}

/** The schemas of all petitions in a database: a campaign's, and its preview's. */
export async function schemasOf({ query }: Pick<Database, 'query'>): Promise<string[]> {
  const found = await query(
    `SELECT schema_name AS name FROM information_schema.schemata WHERE schema_name LIKE 'petition\\_%' ORDER BY 1`,
  );
  return found.map(({ name }) => String(name));
}
