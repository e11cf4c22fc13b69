import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { PGlite, Results } from '@electric-sql/pglite';
import { type Database, type Query, StoreUnavailable, sqlstate } from './database.js';
import { type FolderWatch, watchFolder } from './folder-watch.js';
import { lockFolder } from './lock.js';
import { sorted } from './server-errors.js';

const FOLDER = 'pglite';
const HALF_MADE = 'pglite-new-';

/**
 * Opens PostgreSQL in this process (PGlite), with its files in `<dataDir>/pglite`. One process at a time: rejects with
 * FolderInUse while another process has the folder. It does not fsync: it survives the death of the process, but not a
 * power cut. If the folder is deleted or replaced, all work rejects with StoreUnavailable (`folder-gone`).
 */
export async function openEmbedded(dataDir: string): Promise<Database> {
  const lock = await lockFolder(dataDir);
  try {
    // Loaded only here: it is large, and a deployment with a server does not need it.
    const { PGlite } = await import('@electric-sql/pglite');
    await makeCluster(dataDir, (folder) => PGlite.create(folder));
    const folder = await watchFolder(join(dataDir, FOLDER));
    const pglite = await PGlite.create(join(dataDir, FOLDER));
    return over(pglite, folder, async () => {
      await folder.end();
      await lock.release();
    });
  } catch (error) {
    await lock.release();
    throw error;
  }
}

/** Makes the files in a temporary folder and then renames it: a half-made cluster could never be opened. */
async function makeCluster(dataDir: string, initialise: (folder: string) => Promise<PGlite>): Promise<void> {
  const names = await readdir(dataDir);
  const halfMade = names.filter((name) => name.startsWith(HALF_MADE));
  await Promise.all(halfMade.map((name) => rm(join(dataDir, name), { recursive: true })));
  if (names.includes(FOLDER)) return;
  const folder = join(dataDir, `${HALF_MADE}${process.pid}`);
  // PGlite makes its files readable for all users: the folder's mode keeps them out.
  await mkdir(folder, { mode: 0o700 });
  await (await initialise(folder)).close();
  await rename(folder, join(dataDir, FOLDER));
}

/** Maps a full disk or a crash of PGlite to StoreUnavailable, like a server that is away. Keeps other errors. */
function asTrouble(error: unknown): unknown {
  const brokenOff = error instanceof Error && (error.name === 'RuntimeError' || 'errno' in error);
  if (brokenOff) return new StoreUnavailable('broken', { cause: error });
  return sqlstate(error) === null ? error : sorted(error);
}

function over(pglite: PGlite, folder: FolderWatch, release: () => Promise<void>): Database {
  const underWay = new Set<Promise<unknown>>();
  let closing: Promise<void> | null = null;

  /** Checks the folder before and after the work: a write to a deleted folder would be lost at the restart. */
  async function onFolder<T>(work: () => Promise<T>): Promise<T> {
    const requireFolder = () => {
      if (!folder.isThere()) throw new StoreUnavailable('folder-gone');
    };
    requireFolder();
    const result = await work().catch((error: unknown) => {
      requireFolder();
      throw error;
    });
    requireFolder();
    return result;
  }

  /** Lets `close` wait for running work. */
  async function tracked<T>(work: () => Promise<T>): Promise<T> {
    if (closing !== null) throw new StoreUnavailable('closed');
    const promise = onFolder(work);
    underWay.add(promise);
    try {
      return await promise;
    } finally {
      underWay.delete(promise);
    }
  }

  /** A statement on the database itself or inside a transaction. */
  function queryOn(target: { query<Row>(sql: string, parameters: unknown[]): Promise<Results<Row>> }): Query {
    return async <Row extends Record<string, unknown>>(sql: string, parameters: readonly unknown[] = []) => {
      try {
        return (await target.query<Row>(sql, [...parameters])).rows;
      } catch (error) {
        throw asTrouble(error);
      }
    };
  }

  const query = queryOn(pglite);
  return {
    kind: 'embedded',
    query: (sql, parameters) => tracked(() => query(sql, parameters)),
    transaction: (work) => tracked(() => pglite.transaction((transaction) => work(queryOn(transaction)))),
    close() {
      closing ??= (async () => {
        await Promise.allSettled(underWay);
        // If the folder was replaced, the last writes of `close` would damage the new database.
        if (folder.isThere()) await pglite.close();
        await release();
      })();
      return closing;
    },
  };
}
