import KeyvPostgres from '@keyv/postgres';
import type { KeyvEntry } from 'keyv';
import { DAY_MS, type Day } from '../day.js';
import type { Query } from './database.js';
import { storable } from './storable.js';

export interface TableOptions {
  readonly query: Query;
  readonly schema: string;
  readonly table: string;
  /** Whether its rows have a revision and can expire. A table without can only be read and deleted from here. */
  readonly expiring: boolean;
  /** Reads one row's value together with what others read at the same time. */
  readonly read: (key: string) => Promise<string | undefined>;
  readonly today: () => Day;
}

/** Rows read at once by the iterator: short statements, so that no snapshot holds up the database's housekeeping. */
const PAGE = 500;

/**
 * Keyv's PostgreSQL adapter on a table and a database of ours. What the adapter does unsafely for this job is
 * replaced: its pool is one for the whole program and dies with a dropped connection; it makes its table whenever it
 * is constructed; it keeps rows that have expired; its clear() takes `_` in a namespace for any character; its
 * iterator ends silently when the database is away.
 *
 * Expiry is by the day, rounded up: no row tells at what time its person was here.
 */
export class Table extends KeyvPostgres {
  readonly #options: TableOptions;
  readonly #name: string;

  constructor(options: TableOptions) {
    super({ schema: options.schema, table: options.table });
    this.#options = options;
    this.#name = `${options.schema}.${options.table}`;
    this.query = options.query;
  }

  /** Called by the adapter's constructor, which then wants to make its table: migrations have made ours. */
  override async connect(): Promise<() => Promise<never[]>> {
    return async () => [];
  }

  /** The database belongs to whoever opened it. */
  override async disconnect(): Promise<void> {}

  override async get(key: string): Promise<string | undefined> {
    storable([key], []);
    return this.#options.read(key);
  }

  override async getMany(keys: string[]): Promise<(string | undefined)[]> {
    return Promise.all(keys.map((key) => this.get(key)));
  }

  override async has(key: string): Promise<boolean> {
    return (await this.get(key)) !== undefined;
  }

  /** @param ttl in milliseconds; none: the row stays */
  override async set(key: string, value: string, ttl?: number): Promise<void> {
    await this.setMany([{ key, value, ...(ttl === undefined ? {} : { ttl }) }]);
  }

  /** Of several entries with one key, the last counts. A reader of the row before finds its revision gone. */
  override async setMany(entries: KeyvEntry[]): Promise<void> {
    const distinct = [...new Map(entries.map((entry) => [entry.key, entry])).values()];
    const keys = distinct.map(({ key }) => key);
    const values = distinct.map(({ value }) => String(value));
    const days = distinct.map(({ ttl }) => (ttl === undefined ? '' : String(Math.ceil(ttl / DAY_MS))));
    storable(keys, values);
    await this.query(
      `INSERT INTO ${this.#name} AS t (key, value, revision, expires)
       SELECT key, value, 1, $4::date + 1 + nullif(days, '')::integer
       FROM unnest($1::text[], $2::text[], $3::text[]) AS entry (key, value, days)
       ORDER BY key
       ON CONFLICT (key) DO UPDATE
       SET value = excluded.value, revision = t.revision + 1, expires = excluded.expires`,
      [keys, values, days, this.#options.today()],
    );
  }

  /** Adds a row that stays, unless there is one; tells whether it was added. */
  async add(key: string, value: string): Promise<boolean> {
    storable([key], [value]);
    const rows = await this.query(
      `INSERT INTO ${this.#name} (key, value, revision) VALUES ($1, $2, 1) ON CONFLICT DO NOTHING RETURNING key`,
      [key, value],
    );
    return rows.length === 1;
  }

  override async delete(key: string): Promise<boolean> {
    return this.deleteMany([key]);
  }

  /** Deletes also what has expired; true where at least one row was there for readers. */
  override async deleteMany(keys: string[]): Promise<boolean> {
    storable(keys, []);
    const rows = await this.query(
      `DELETE FROM ${this.#name} WHERE key = ANY ($1::text[]) RETURNING ${this.#live('$2')} AS live`,
      [keys, ...this.#day()],
    );
    return rows.some((row) => row.live === true);
  }

  override async clear(): Promise<void> {
    await this.query(`DELETE FROM ${this.#name} WHERE starts_with(key, $1)`, [prefixOf(this.namespace)]);
  }

  override async *iterator(namespace?: string): AsyncGenerator<string[], void, unknown> {
    for (let last = ''; ; ) {
      const rows: { key: string; value: string }[] = await this.query(
        `SELECT key, value FROM ${this.#name}
         WHERE starts_with(key, $1) AND key > $2 AND ${this.#live('$3')} ORDER BY key LIMIT ${PAGE}`,
        [prefixOf(namespace), last, ...this.#day()],
      );
      for (const { key, value } of rows) {
        yield [key, value];
        last = key;
      }
      if (rows.length < PAGE) return;
    }
  }

  /** The condition that a row is there for readers; its parameter is what `#day` gives. */
  #live(day: string): string {
    return this.#options.expiring ? `(expires IS NULL OR expires > ${day}::date)` : 'true';
  }

  #day(): string[] {
    return this.#options.expiring ? [this.#options.today()] : [];
  }
}

function prefixOf(namespace: string | undefined): string {
  return namespace === undefined || namespace === '' ? '' : `${namespace}:`;
}
