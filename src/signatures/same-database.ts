import { type Database, StoreUnavailable, sqlstate } from '../storage/database.js';
import { DATABASE_ID, ensureDatabaseId, RESTORED, readDatabaseId } from '../storage/database-id.js';
import type { DatabaseMarker } from '../storage/database-marker.js';
import type { Store } from '../storage/store.js';

/** Sees that the ledger stays on the database that it began with. */
export interface SameDatabase {
  /** Before anything is made. @throws AnotherDatabase */
  compare(): Promise<void>;
  /** Gives the database an id where it has none, and writes down that it is used. */
  begin(): Promise<void>;
  /**
   * Costs no statement: it reads along with whatever else is being read.
   * @returns the database's mark of its last restore
   * @throws StoreUnavailable (`other-database`) where the address has come to lead to another database
   */
  check(): Promise<string | undefined>;
  /** Writes down that this database has had at least so many signatures. */
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
        // Permission denied: the migration comes to the same, and has the words for it.
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
