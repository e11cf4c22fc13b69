import type { Database, Query } from '../database.js';
import type { TableRows } from './file.js';

/** Short enough that no write waits for a page; one snapshot for the whole backup would slow down all of them. */
const PAGE = 1_000;

/** The schema's own history, which a restore makes itself, and which processes are at work. */
const NOT_COPIED = ['migrations', 'leases'];

/** A table and its primary key. */
type Table = { readonly name: string; readonly key: readonly string[] };

/**
 * The tables of a schema that a backup holds, in its order. After the signatures come the quarantines, so that one that
 * was begun meanwhile is there for the signatures that it holds; the tally, as a restore needs it; and last the data
 * keys, so that the key of every name that was read is there.
 */
export async function tablesOf(query: Query, schema: string): Promise<Table[]> {
  return query<Table>(
    `SELECT t.relname::text AS name, json_agg(a.attname ORDER BY k.place) AS key
     FROM pg_class t
     JOIN pg_index i ON i.indrelid = t.oid AND i.indisprimary
     CROSS JOIN LATERAL unnest(i.indkey::int2[]) WITH ORDINALITY k (number, place)
     JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum = k.number
     WHERE t.relnamespace = to_regnamespace($1) AND t.relkind = 'r' AND t.relname <> ALL ($2::text[])
     GROUP BY t.relname
     ORDER BY t.relname = 'data_keys', t.relname = 'tally', t.relname = 'quarantines', t.relname`,
    [schema, NOT_COPIED],
  );
}

/**
 * Reads all rows of a schema, a page at a time and each page on its own: a backup holds up nobody. So its pages are of
 * different moments: a restore makes the tables agree again.
 */
export async function* readTables(database: Database, schema: string): AsyncGenerator<TableRows> {
  for (const table of await tablesOf(database.query, schema)) {
    yield { table: table.name, pages: pagesOf(database, `${schema}.${table.name}`, table.key) };
  }
}

async function* pagesOf(
  database: Database,
  table: string,
  key: readonly string[],
): AsyncGenerator<readonly string[]> {
  const columns = key.join(', ');
  for (let last: string | undefined; ; ) {
    const after =
      last === undefined
        ? ''
        : `WHERE (${columns}) > (SELECT ${columns} FROM jsonb_populate_record(NULL::${table}, $1::jsonb))`;
    const rows = await database.query<{ row: string }>(
      `SELECT to_jsonb(t)::text AS row FROM ${table} t ${after} ORDER BY ${columns} LIMIT ${PAGE}`,
      last === undefined ? [] : [last],
    );
    yield rows.map(({ row }) => row);
    last = rows.at(-1)?.row;
    if (rows.length < PAGE) return;
  }
}
