import { z } from 'zod';
import type { Day } from '../day.js';
import { DAY_MS, dayOf } from '../day.js';
import type { Database } from '../storage/database.js';
import { gather } from '../storage/gather.js';
import { gatheredReads } from '../storage/reads.js';
import { Table } from '../storage/table.js';
import type { Person } from './person.js';
import { BOT, pseudonyms } from './pseudonym.js';
import { rowCipher } from './row-cipher.js';

/** The schema of what belongs to the bot and to no petition. A petition's schema begins with `petition_`. */
const BOT_SCHEMA = 'petitions_bot';

/** A choice is kept for as long as a conversation. */
const KEPT_MS = 30 * DAY_MS;

/** The most rows that one statement writes or reads. */
const MAX_ROWS = 1_000;

const choiceSchema = z.strictObject({ petition: z.string(), locale: z.string() });

/** The petition that a person's next text message is for, and the language in which they read it. */
export type Choice = z.infer<typeof choiceSchema>;

/**
 * Which petition each person has chosen last. A row is encrypted, and its key is a pseudonym for this purpose alone. So
 * a dump of the database doesn't tell whose row it is, or which petition it names.
 */
export interface Choices {
  /** Makes the table, if there is none. Every other method does this first. */
  ready(): Promise<void>;
  /** Null if the person has chosen none, or if the row can't be read. Concurrent reads share a statement. */
  read(person: Person): Promise<Choice | null>;
  /** Concurrent writes share a statement. */
  write(person: Person, choice: Choice): Promise<void>;
  erase(person: Person): Promise<void>;
  /** Deletes the expired rows; returns how many. */
  deleteExpired(): Promise<number>;
}

/**
 * Opens the choices. It sends no query yet: the database may still be away. All methods reject with StoreUnavailable.
 */
export function openChoices(database: Database, pepper: Buffer, now: () => Date): Choices {
  const { query } = database;
  const name = `${BOT_SCHEMA}.choices`;
  const today = (): Day => dayOf(now());
  const ids = pseudonyms(pepper, BOT);
  const cipher = rowCipher(pepper, BOT, 'choice');
  const keyOf = (person: Person) => ids.of('choice', person);
  const read = gatheredReads(query, {
    choices: (keys, bind) =>
      `SELECT key, value FROM ${name} WHERE key = ANY (${bind(keys)}::text[]) AND expires > ${bind(today())}::date`,
  });
  const table = new Table({
    query,
    schema: BOT_SCHEMA,
    table: 'choices',
    expiring: true,
    read: (key) => read('choices', key),
    today,
  });
  const write = gather<{ readonly key: string; readonly value: string }, null>(async (entries) => {
    await table.setMany(entries.map((entry) => ({ ...entry, ttl: KEPT_MS })));
    return entries.map(() => null);
  }, MAX_ROWS);
  let preparation: Promise<void> | null = null;

  function ready(): Promise<void> {
    preparation ??= prepare(database).catch((error: unknown) => {
      preparation = null;
      throw error;
    });
    return preparation;
  }

  return {
    ready,
    async read(person) {
      await ready();
      const key = keyOf(person);
      const value = await table.get(key);
      const plain = value === undefined ? null : cipher.decrypt(key, value);
      // Another version of the program may have written it.
      return plain === null ? null : (choiceSchema.safeParse(JSON.parse(plain)).data ?? null);
    },
    async write(person, choice) {
      await ready();
      const key = keyOf(person);
      await write({ key, value: cipher.encrypt(key, JSON.stringify(choice)) });
    },
    async erase(person) {
      await ready();
      await table.delete(keyOf(person));
    },
    async deleteExpired() {
      await ready();
      const deleted = await query(`DELETE FROM ${name} WHERE expires <= $1::date RETURNING key`, [today()]);
      return deleted.length;
    },
  };
}

/** The class and number of the advisory lock under which the table is made ("choi" in ASCII). */
const LOCK = [0x63686f69, 0] as const;

/** Makes the schema and the table; several processes may start at once. */
async function prepare(database: Database): Promise<void> {
  await database.transaction(async (query) => {
    await query('SELECT pg_advisory_xact_lock($1::integer, $2::integer)', LOCK);
    // Look first: a role that may use the table but not make one would be refused for trying.
    const [found] = await query<{ made: boolean }>('SELECT to_regclass($1) IS NOT NULL AS made', [
      `${BOT_SCHEMA}.choices`,
    ]);
    if (found?.made === true) return;
    await query(`CREATE SCHEMA IF NOT EXISTS ${BOT_SCHEMA}`);
    await query(`CREATE TABLE ${BOT_SCHEMA}.choices (
      key text COLLATE "C" PRIMARY KEY,
      value text NOT NULL,
      revision integer NOT NULL,
      -- The day on which the row is no longer there.
      expires date NOT NULL
    ) WITH (fillfactor = 80)`);
  });
}
