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
 * PostgreSQL in this process (PGlite), its files in `<dataDir>/pglite`. One process only: rejects with FolderInUse
 * while another has the folder. Does not fsync: it survives the death of the process, not a power cut. Once its folder
 * was deleted or replaced, everything rejects with StoreUnavailable (`folder-gone`).
 */
export async function openEmbedded(dataDir: string): Promise<Database> {
  const lock = await lockFolder(dataDir);
  try {
    // Loaded only where it is used: it is large, and a deployment with a server has no use for it.
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

/** Makes the files beside their place and moves them there whole: half of a cluster would never open again. */
async function makeCluster(dataDir: string, initialise: (folder: string) => Promise<PGlite>): Promise<void> {
  const names = await readdir(dataDir);
  const halfMade = names.filter((name) => name.startsWith(HALF_MADE));
  await Promise.all(halfMade.map((name) => rm(join(dataDir, name), { recursive: true })));
  if (names.includes(FOLDER)) return;
  const folder = join(dataDir, `${HALF_MADE}${process.pid}`);
  // PGlite makes its files readable for everybody: the folder keeps others out.
  await mkdir(folder, { mode: 0o700 });
  await (await initialise(folder)).close();
  await rename(folder, join(dataDir, FOLDER));
}

/** A full disk, or PostgreSQL itself broken off: as when a server is away. What else went wrong stays what it is. */
function asTrouble(error: unknown): unknown {
  const brokenOff = error instanceof Error && (error.name === 'RuntimeError' || 'errno' in error);
  if (brokenOff) return new StoreUnavailable('broken', { cause: error });
  return sqlstate(error) === null ? error : sorted(error);
}

function over(pglite: PGlite, folder: FolderWatch, release: () => Promise<void>): Database {
  const underWay = new Set<Promise<unknown>>();
  let closing: Promise<void> | null = null;

  /** What is written to a folder that is gone is gone at the restart: looked at before the work, and after it. */
  async function onFolder<T>(work: () => Promise<T>): Promise<T> {
    const insist = async () => {
      if (!(await folder.isThere())) throw new StoreUnavailable('folder-gone');
    };
    await insist();
    const result = await work().catch(async (error: unknown) => {
      await insist();
      throw error;
    });
    await insist();
    return result;
  }

  /** Lets `close` wait for what is under way. */
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
        // In a folder that is another's by now, its last writes would do damage.
        if (await folder.isThere()) await pglite.close();
        await release();
      })();
      return closing;
    },
  };
}
