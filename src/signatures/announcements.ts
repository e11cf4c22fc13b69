import type { Database } from '../storage/database.js';
import type { ContactCipher } from './contact-cipher.js';
import { contactIn } from './contacts.js';
import type { Person } from './person.js';

/** Read at once: short statements, so that no snapshot holds up the database's housekeeping. */
const PAGE = 200;

/** An announcement as it was begun. */
export interface Announcement {
  readonly number: number;
  /** `YYYY-MM-DD` in UTC. */
  readonly begun: string;
  readonly finished: string | null;
}

/** Somebody who is to be told. */
export interface Recipient {
  readonly key: string;
  readonly person: Person;
  /** In which they asked for updates. */
  readonly locale: string;
  /** The last announcement that they are not to get any more. */
  readonly announced: number;
}

/** Who is told what: nobody gets one announcement twice, however often its sending is cut short and taken up. */
export interface Announcements {
  /** The last that was begun; null where there is none. */
  last(): Promise<Announcement | null>;
  /** The one with this text. */
  find(digest: string): Promise<Announcement | null>;
  /** Begins one, or finds it begun. */
  begin(digest: string, today: string): Promise<Announcement>;
  /** Everybody who has not got one yet, in no order that means anything; `null` for a row that can't be read. */
  waiting(number: number): AsyncGenerator<readonly (Recipient | null)[]>;
  /** Takes it upon itself to tell somebody: false where another has, or where they have stopped the updates. */
  claim(recipient: Recipient, number: number): Promise<boolean>;
  /** Gives that back: they were certainly not told. */
  release(recipient: Recipient, number: number): Promise<void>;
  /**
   * Deletes what is kept to reach somebody who can't be reached any more and is not claimed; never what was kept anew
   * since, of somebody who stopped the updates and asked again.
   */
  forget(recipient: Recipient): Promise<void>;
  finish(number: number, today: string): Promise<void>;
}

/** @param ready resolves once the tables are there */
export function openAnnouncements(
  { query }: Database,
  schema: string,
  cipher: ContactCipher,
  ready: () => Promise<void>,
): Announcements {
  async function one(condition: string, parameters: readonly unknown[]): Promise<Announcement | null> {
    await ready();
    const [row] = await query<{ number: number; begun: string; finished: string | null }>(
      `SELECT number, begun::text AS begun, finished::text AS finished FROM ${schema}.announcements ${condition}`,
      parameters,
    );
    return row ?? null;
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
    async forget({ key, announced }) {
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
