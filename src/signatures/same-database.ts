import { type Database, StoreUnavailable, sqlstate } from '../storage/database.js';
import { DATABASE_ID, ensureDatabaseId, RESTORED, readDatabaseId } from '../storage/database-id.js';
import type { DatabaseMarker } from '../storage/database-marker.js';
import type { Store } from '../storage/store.js';

/** Makes sure that the ledger stays on the database on which it started. */
export interface SameDatabase {
  /** Compares the database with the one that was last used; before anything is created. @throws AnotherDatabase */
  compare(): Promise<void>;
  /** Gives the database an id if it has none, and records it as the last one used. */
  begin(): Promise<void>;
  /**
   * Checks the id. This costs no statement of its own, because it joins the batch of other reads.
   * @returns the id of the database's last restore
   * @throws StoreUnavailable (`other-database`) if the address now leads to another database
   */
  check(): Promise<string | undefined>;
  /** Records that this database has had at least this many signatures. */
  mark(signatures: number): Promise<void>;
}

export function createSameDatabase(
  { query }: Database,
  schema: string,
  { settings, counted }: Pick<Store, 'settings' | 'counted'>,
  marker: DatabaseMarker | undefined,
): SameDatabase {
  let id: string | null = null;
  const mark = async (signatures: number) => {
    if (id !== null) await marker?.keep(id, signatures);
  };
  return {
    async compare() {
      if (marker === undefined) return;
      let found: string | null;
      try {
        found = await readDatabaseId(query, schema);
      } catch (error) {
        // Permission denied: the migration will fail for the same reason and explain it.
        if (sqlstate(error) === '42501') return;
        throw error;
      }
      await marker.compare(found);
    },
    async begin() {
      id = await ensureDatabaseId(query, schema);
      await mark(await counted());
    },
    async check() {
      const [there, restored] = await Promise.all([settings.get(DATABASE_ID), settings.get(RESTORED)]);
      if (there !== id) throw new StoreUnavailable('other-database');
      return restored;
    },
    mark,
  };
}
