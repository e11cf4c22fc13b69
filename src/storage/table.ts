import KeyvPostgres from '@keyv/postgres';
import type { KeyvEntry } from 'keyv';
import { DAY_MS, type Day } from '../day.js';
import type { Query } from './database.js';
import { storable } from './storable.js';

export interface TableOptions {
  readonly query: Query;
  readonly schema: string;
  readonly table: string;
  /** Whether its rows have a revision and can expire. If not, this class only reads and deletes them. */
  readonly expiring: boolean;
  /** Reads one row's value, in one statement with concurrent reads. */
  readonly read: (key: string) => Promise<string | undefined>;
  readonly today: () => Day;
}

/** Rows per statement of the iterator. Short statements: a long snapshot would hold up vacuum. */
const PAGE = 500;

/**
 * Keyv's PostgreSQL adapter on our table and our database. We replace what is unsafe here. The adapter shares one pool
 * in the whole program, and a dropped connection kills it. It creates its table in its constructor. It keeps expired
 * rows. Its clear() treats `_` in a namespace as a wildcard. Its iterator ends silently while the database is away.
 *
 * Rows expire by the day, rounded up, so that no row tells the time of a person's visit.
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

  /** The adapter's constructor calls this to create its table. Ours already exists: migrations made it. */
  override async connect(): Promise<() => Promise<never[]>> {
    return async () => [];
  }

  /** Does nothing: the code that opened the database closes it. */
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

  /** @param ttl in milliseconds; without it, the row never expires */
  override async set(key: string, value: string, ttl?: number): Promise<void> {
    await this.setMany([{ key, value, ...(ttl === undefined ? {} : { ttl }) }]);
  }

  /** If entries share a key, the last one counts. The revision grows, so a commit over the old one is stale. */
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

  /** Adds a row that never expires, unless the key exists; returns whether it was added. */
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

  /** Deletes rows, expired ones too; true if at least one was not expired. */
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

  /** The condition that a row is not expired; `#day` returns its parameter. */
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
