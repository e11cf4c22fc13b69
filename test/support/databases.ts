import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, describe } from 'vitest';
import type { Database } from '../../src/storage/database.js';
import { openEmbedded } from '../../src/storage/embedded.js';
import { openServer } from '../../src/storage/server.js';
import { newDataDir } from './embedded.js';
import { createDatabase } from './postgres.js';

/** What the store's tests run on. */
const DATABASES = ['embedded', 'server'] as const;

/** Describes behaviour on each database; the database is started before the first of the tests. */
export function onEachDatabase(what: string, tests: (test: Omit<TestDatabase, 'remove'>) => void): void {
  describe.each(DATABASES)(`${what} (%s)`, (kind) => {
    let started: TestDatabase | undefined;
    const get = () => {
      if (started === undefined) throw new Error('the database is started in beforeAll');
      return started;
    };
    beforeAll(async () => {
      started = await startDatabase(kind);
    });
    afterAll(() => started?.remove());
    tests({
      get database() {
        return get().database;
      },
      another: () => get().another(),
      newSchema: () => get().newSchema(),
    });
  });
}

/** Runs SQL in which `@table` stands for a table of a schema. */
export type Rows = (sql: string) => Promise<Record<string, unknown>[]>;

export function rowsOf(test: Pick<TestDatabase, 'database'>, schema: string): Rows {
  return (sql) => test.database.query(sql.replaceAll('@', `${schema}.`));
}

export interface TestDatabase {
  readonly database: Database;
  /** The database as another process would have it; the embedded one has only this process. */
  another(): Database;
  /** An unused schema. */
  newSchema(): string;
  /** Closes everything and leaves nothing behind. */
  remove(): Promise<void>;
}

/** Starts a database for one test file. */
export async function startDatabase(kind: (typeof DATABASES)[number]): Promise<TestDatabase> {
  let schemas = 0;
  const newSchema = () => {
    schemas += 1;
    return `petition_test_${schemas}`;
  };
  if (kind === 'embedded') {
    const dataDir = await newDataDir();
    const database = await openEmbedded(dataDir);
    return {
      database,
      another: () => database,
      newSchema,
      async remove() {
        await database.close();
        await rm(dataDir, { recursive: true });
      },
    };
  }
  const url = await createDatabase();
  const opened: Database[] = [];
  const another = () => {
    const database = openServer(url);
    opened.push(database);
    return database;
  };
  return {
    database: another(),
    another,
    newSchema,
    async remove() {
      await Promise.all(opened.map((database) => database.close()));
    },
  };
}
