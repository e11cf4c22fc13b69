import type { Database } from '../storage/database.js';
import { type Figures, type FiguresWanted, readFigures, readSourceHours } from './figures.js';
import type { Person } from './person.js';
import type { Pseudonyms } from './pseudonym.js';
import { openQuarantines, type Quarantines } from './quarantines.js';

/** What staff's work needs of the books. Everything rejects with StoreUnavailable. */
export interface StaffBooks {
  /** Numbers of one moment. */
  figures(wanted: FiguresWanted): Promise<Figures>;
  /** The most signatures by each source in this hour or the one before. */
  sourceHours(): Promise<readonly { readonly source: string; readonly signed: number }[]>;
  readonly quarantines: Quarantines;
  /** A member of staff as it may be kept: a keyed hash, 43 characters. */
  keyed(member: Person): string;
  /** A note as it is now; null for nothing. */
  recall(name: string): Promise<unknown>;
  /**
   * Changes a note that several processes keep together: one after the other, so that of two who want to be the first
   * to write something down, one is.
   * @param decide gets what was kept (null for nothing); gives what is to be kept, and what it found out
   */
  revise<T>(
    name: string,
    decide: (kept: unknown) => { readonly keep: unknown; readonly result: T },
  ): Promise<T>;
}

export function openStaffBooks(options: {
  readonly database: Database;
  readonly schema: string;
  readonly ids: Pseudonyms;
  readonly now: () => Date;
  readonly ready: () => Promise<void>;
}): StaffBooks {
  const { database, schema, ids, now, ready } = options;
  return {
    async figures(wanted) {
      await ready();
      return readFigures(database.query, schema, wanted);
    },
    async sourceHours() {
      await ready();
      return readSourceHours(database.query, schema, now());
    },
    quarantines: openQuarantines(database, schema, now, ready),
    keyed: ({ channel, tenant, id }) => ids.keyed('staff', channel, tenant, id),
    async recall(name) {
      await ready();
      const [row] = await database.query<{ value: string }>(
        `SELECT value FROM ${schema}.settings WHERE key = $1`,
        [`staff:${name}`],
      );
      return JSON.parse(row?.value ?? 'null');
    },
    async revise(name, decide) {
      await ready();
      const key = `staff:${name}`;
      return database.transaction(async (query) => {
        await query(
          `INSERT INTO ${schema}.settings (key, value, revision) VALUES ($1, 'null', 0) ON CONFLICT DO NOTHING`,
          [key],
        );
        const [row] = await query<{ value: string }>(
          `SELECT value FROM ${schema}.settings WHERE key = $1 FOR UPDATE`,
          [key],
        );
        const { keep, result } = decide(JSON.parse(row?.value ?? 'null'));
        await query(`UPDATE ${schema}.settings SET value = $2, revision = revision + 1 WHERE key = $1`, [
          key,
          JSON.stringify(keep),
        ]);
        return result;
      });
    },
  };
}
