import type { Database, Query } from '../database.js';
import type { TableRows } from './file.js';

/** Short enough that no write waits for a page. One snapshot for the whole backup would slow down all writes. */
const PAGE = 1_000;

/** A restore makes the migrations itself, and leases belong to running processes. */
const NOT_COPIED = ['migrations', 'leases'];

/** A table and its primary key. */
type Table = { readonly name: string; readonly key: readonly string[] };

/**
 * The tables that a backup holds, in the order of the file. Quarantines come after signatures, so that a quarantine
 * that began meanwhile is in the file for the signatures that it holds. Then comes the tally, because a restore needs
 * that order. Data keys come last, so that the file has the key of every name in it.
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
 * Reads all rows of a schema, each page in its own statement, so that a backup delays nobody. The pages are from
 * different moments; a restore makes the tables agree again.
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
