import { z } from 'zod';
import { type Day, daySchema } from '../day.js';
import type { Database } from '../storage/database.js';
import { contactIn } from './contacts.js';
import type { Person } from './person.js';
import type { RowCipher } from './row-cipher.js';

/** Rows per statement. Short statements keep no long snapshot, which would hold up vacuum. */
const PAGE = 200;

const announcementRow = z.object({ number: z.int(), begun: daySchema, finished: daySchema.nullable() });

/** A stored announcement. */
export interface Announcement {
  readonly number: number;
  readonly begun: Day;
  readonly finished: Day | null;
}

/** A subscriber who should get an announcement. */
export interface Recipient {
  readonly key: string;
  readonly person: Person;
  /** The language of their subscription. */
  readonly locale: string;
  /** The last announcement that is settled for them: sent, or not for them. */
  readonly announced: number;
}

/**
 * Tracks which subscriber got which announcement. Nobody gets one twice, even if sending is interrupted and
 * resumed.
 */
export interface Announcements {
  /** The last announcement; null if there is none. */
  last(): Promise<Announcement | null>;
  /** The announcement with this text; null if there is none. */
  find(digest: string): Promise<Announcement | null>;
  /** Begins an announcement, or returns the one already begun. */
  begin(digest: string, today: Day): Promise<Announcement>;
  /** All subscribers who still need it, in an arbitrary order; `null` for a row that can't be read. */
  waiting(number: number): AsyncGenerator<readonly (Recipient | null)[]>;
  /** Claims a recipient before sending: false if another process has, or if they have unsubscribed. */
  claim(recipient: Recipient, number: number): Promise<boolean>;
  /** Undoes a claim after a send that certainly failed. */
  release(recipient: Recipient, number: number): Promise<void>;
  /**
   * Deletes the contact of a person whom we can no longer reach and have not claimed. It never deletes a
   * newer contact, of a person who unsubscribed and subscribed again.
   */
  removeSubscriber(recipient: Recipient): Promise<void>;
  finish(number: number, today: Day): Promise<void>;
}

/** @param ready resolves when the tables exist */
export function openAnnouncements(
  { query }: Database,
  schema: string,
  cipher: RowCipher,
  ready: () => Promise<void>,
): Announcements {
  async function one(condition: string, parameters: readonly unknown[]): Promise<Announcement | null> {
    await ready();
    const [row] = await query(
      `SELECT number, begun::text AS begun, finished::text AS finished FROM ${schema}.announcements ${condition}`,
      parameters,
    );
    return row === undefined ? null : announcementRow.parse(row);
  }
  const find = (digest: string) => one('WHERE digest = $1', [digest]);

  return {
    last: () => one('ORDER BY number DESC LIMIT 1', []),
    find,
    async begin(digest, today) {
      await ready();
      await query(
        `INSERT INTO ${schema}.announcements (number, digest, begun)
         SELECT coalesce(max(number), 0) + 1, $1, $2::date FROM ${schema}.announcements
         ON CONFLICT (digest) DO NOTHING`,
        [digest, today],
      );
      const begun = await find(digest);
      if (begun === null) throw new RangeError('an announcement was deleted while it was begun');
      return begun;
    },
    async *waiting(number) {
      await ready();
      for (let last = ''; ; ) {
        const rows = await query<{ key: string; value: string; announced: number }>(
          `SELECT key, value, announced FROM ${schema}.contacts
           WHERE announced < $1 AND key > $2 ORDER BY key LIMIT ${PAGE}`,
          [number, last],
        );
        yield rows.map((row) => {
          const contact = contactIn(cipher, row);
          if (contact === null) return null;
          const { person, locale } = contact;
          return { key: row.key, person, locale, announced: row.announced };
        });
        last = rows.at(-1)?.key ?? last;
        if (rows.length < PAGE) return;
      }
    },
    async claim({ key, announced }, number) {
      const rows = await query(
        `UPDATE ${schema}.contacts SET announced = $3 WHERE key = $1 AND announced = $2 RETURNING key`,
        [key, announced, number],
      );
      return rows.length === 1;
    },
    async release({ key, announced }, number) {
      await query(`UPDATE ${schema}.contacts SET announced = $2 WHERE key = $1 AND announced = $3`, [
        key,
        announced,
        number,
      ]);
    },
    async removeSubscriber({ key, announced }) {
      await query(`DELETE FROM ${schema}.contacts WHERE key = $1 AND announced = $2`, [key, announced]);
    },
    async finish(number, today) {
      await query(`UPDATE ${schema}.announcements SET finished = $2::date WHERE number = $1`, [
        number,
        today,
      ]);
    },
  };
}
