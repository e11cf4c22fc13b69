import type { Database } from '../storage/database.js';
import { matching } from '../storage/selection.js';
import { flowIn } from '../storage/tally-flow.js';

/**
 * The dimensions of the tally. `all` has the one value ''; `source` has '' for signatures without a source.
 */
export const DIMENSIONS = ['all', 'channel', 'locale', 'source', 'age', 'status'] as const;
export type Dimension = (typeof DIMENSIONS)[number];

/**
 * The counted signatures by value, for each dimension. Only `status` also has signatures that are set aside.
 */
export type Breakdown = Readonly<Record<Dimension, Readonly<Record<string, number>>>>;

/** A place where the tally, a key or a quarantine differs from the signatures. The triggers prevent that. */
export type Drift =
  /**
   * The tally's current number differs from the rows. Or its flow differs: signed plus released, minus left
   * and set aside.
   */
  | {
      readonly kind: 'standing' | 'flow';
      readonly dimension: Dimension;
      readonly value: string;
      readonly tally: number;
      readonly rows: number;
    }
  /** Rows whose name is sealed under a missing key. */
  | { readonly kind: 'data-key'; readonly key: string; readonly rows: number }
  /** Rows held by a quarantine that has been released, or not held by a hold on their source. */
  | { readonly kind: 'quarantine'; readonly number: number; readonly rows: number };

/** It reads every signature: ten million take some seconds. */
const RECONCILE_MS = 600_000;

/** All current numbers, in one statement and so from one snapshot. */
export async function readBreakdown({ query }: Database, schema: string): Promise<Breakdown> {
  const rows = await query<{ dimension: Dimension; value: string; count: string }>(
    `SELECT dimension, value, count::text AS count FROM ${schema}.tally
     WHERE movement = 'standing' AND count <> 0 ORDER BY dimension, value`,
  );
  return breakdownOf(rows);
}

/** Makes a breakdown from rows of the tally. */
export function breakdownOf(
  rows: readonly { readonly dimension: Dimension; readonly value: string; readonly count: string }[],
): Breakdown {
  const of = (dimension: Dimension) =>
    Object.fromEntries(
      rows.filter((row) => row.dimension === dimension).map(({ value, count }) => [value, Number(count)]),
    );
  return {
    all: { '': of('all')[''] ?? 0 },
    channel: of('channel'),
    locale: of('locale'),
    source: of('source'),
    age: of('age'),
    status: of('status'),
  };
}

interface DriftRow extends Record<string, unknown> {
  readonly kind: Drift['kind'];
  readonly dimension: Dimension;
  readonly value: string;
  readonly tally: string;
  readonly rows: string;
}

/** Counts the rows and compares them with the tally, in one statement and so from one snapshot. */
export async function findDrift(database: Database, schema: string): Promise<Drift[]> {
  const rows = await database.transaction(
    (query) =>
      query<DriftRow>(
        `WITH grouped AS (
           SELECT channel, locale, source, age, day, status, data_key, set_aside_by, count(*) AS n
           FROM ${schema}.signatures GROUP BY channel, locale, source, age, day, status, data_key, set_aside_by
         ), counted AS (
           SELECT d.dimension, d.value, sum(n) AS n
           FROM grouped
           CROSS JOIN LATERAL (VALUES
             ('all', ''), ('channel', channel), ('locale', locale), ('source', source), ('age', age)
           ) d (dimension, value)
           WHERE status = 'counted'
           GROUP BY d.dimension, d.value
         ), by_status AS (
           SELECT 'status' AS dimension, status AS value, sum(n) AS n FROM grouped GROUP BY status
         ), compared AS (
           SELECT 'standing' AS kind, dimension, value, coalesce(t.count, 0) AS tally, coalesce(c.n, 0) AS rows
           FROM (SELECT * FROM counted UNION ALL SELECT * FROM by_status) c
           FULL JOIN (SELECT * FROM ${schema}.tally WHERE movement = 'standing') t USING (dimension, value)
           UNION ALL
           SELECT 'flow', dimension, value, coalesce(f.n, 0), coalesce(c.n, 0)
           FROM counted c FULL JOIN (${flowIn(schema)}) f USING (dimension, value)
           UNION ALL
           SELECT 'data-key', '', data_key, 0, sum(n) FROM grouped
           -- '' stands where the name was erased: it needs no key.
           WHERE data_key <> '' AND NOT EXISTS (SELECT FROM ${schema}.data_keys k WHERE k.id = data_key)
           GROUP BY data_key
           UNION ALL
           SELECT 'quarantine', '', number::text, 0, sum(n)
           FROM grouped CROSS JOIN LATERAL unnest(set_aside_by) held (number)
           WHERE NOT EXISTS (
             SELECT FROM ${schema}.quarantines q WHERE q.number = held.number AND q.released_on IS NULL
           )
           GROUP BY number
           UNION ALL
           SELECT 'quarantine', '', q.number::text, 0, sum(n)
           FROM grouped g JOIN ${schema}.quarantines q ON ${matching('g', 'q')}
           WHERE q.hold AND q.released_on IS NULL AND q.number <> ALL (set_aside_by)
           GROUP BY q.number
         )
         SELECT kind, dimension, value, tally::text AS tally, rows::text AS rows
         FROM compared WHERE tally <> rows ORDER BY kind, dimension, value`,
      ),
    { timeoutMs: RECONCILE_MS },
  );
  return rows.map(driftOf);
}

function driftOf({ kind, dimension, value, tally, rows }: DriftRow): Drift {
  if (kind === 'data-key') return { kind, key: value, rows: Number(rows) };
  if (kind === 'quarantine') return { kind, number: Number(value), rows: Number(rows) };
  return { kind, dimension, value, tally: Number(tally), rows: Number(rows) };
}
