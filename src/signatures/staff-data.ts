import type { Database } from '../storage/database.js';
import {
  type Figures,
  type FiguresWanted,
  type HourFlow,
  readFigures,
  readHours,
  readSourceHours,
} from './figures.js';
import type { Person } from './person.js';
import type { Pseudonyms } from './pseudonym.js';
import { openQuarantines, type Quarantines } from './quarantines.js';
import { reviseSetting } from './shared-setting.js';
import { readSignedFlows, readSourcesSince, type SignedFlow } from './wave-flows.js';

/** What the staff desk needs from the store. Every method rejects with StoreUnavailable. */
export interface StaffData {
  /** All numbers are from one snapshot. */
  figures(wanted: FiguresWanted): Promise<Figures>;
  /** The highest number of signatures in an hour, by source; see `readSourceHours`. */
  sourceHours(): Promise<readonly { readonly source: string; readonly signed: number }[]>;
  /** All movements by the hour since an instant, in order; see `readHours`. */
  hours(since: Date): Promise<readonly HourFlow[]>;
  /** The new signatures of each source since an instant. */
  sourcesSince(since: Date): Promise<readonly { readonly source: string; readonly signed: number }[]>;
  /** The new signatures by value since a day, in some hours of each day; see `readSignedFlows`. */
  signedFlows(since: Date, hours: readonly number[]): Promise<readonly SignedFlow[]>;
  readonly quarantines: Quarantines;
  /** The form in which we may store a member of staff: a keyed hash, 43 characters. */
  keyed(member: Person): string;
  /** The current note; null if there is none. */
  recall(name: string): Promise<unknown>;
  /**
   * Changes a note that several processes share. Changes run one at a time, so only one process can be the
   * first to write something down.
   * @param decide gets the stored note (null for none); returns the new one and a result for the caller
   */
  revise<T>(
    name: string,
    decide: (kept: unknown) => { readonly keep: unknown; readonly result: T },
  ): Promise<T>;
}

export function openStaffData(options: {
  readonly database: Database;
  readonly schema: string;
  readonly ids: Pseudonyms;
  readonly now: () => Date;
  readonly ready: () => Promise<void>;
}): StaffData {
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
    async hours(since) {
      await ready();
      return readHours(database.query, schema, since);
    },
    async sourcesSince(since) {
      await ready();
      return readSourcesSince(database.query, schema, since);
    },
    async signedFlows(since, hours) {
      await ready();
      return readSignedFlows(database.query, schema, since, hours);
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
      return reviseSetting(database, schema, `staff:${name}`, (kept) => {
        const { keep, result } = decide(JSON.parse(kept ?? 'null'));
        return { keep: JSON.stringify(keep), result };
      });
    },
  };
}
