import type { Query } from '../storage/database.js';
import { timestampOf } from '../storage/timestamp.js';

/**
 * The dimensions in which we watch for waves. The tally has platforms and sources by the hour, languages and account
 * ages by the day.
 */
export const WATCHED = { channel: 'hour', source: 'hour', locale: 'day', age: 'day' } as const;
export type Watched = keyof typeof WATCHED;

/** The new signatures with one value, in the hour or the day (UTC) that began at `since`. */
export interface SignedFlow {
  readonly dimension: Watched | 'all';
  readonly value: string;
  readonly since: Date;
  readonly signed: number;
}

/**
 * Reads the new signatures by platform and source, in some hours of each day, and by language, account age and in all,
 * of each day. Periods without signatures are left out.
 * @param since the beginning of a day (UTC)
 * @param hours the hours of the day (UTC), 0 to 23
 */
export async function readSignedFlows(
  query: Query,
  schema: string,
  since: Date,
  hours: readonly number[],
): Promise<readonly SignedFlow[]> {
  const rows = await query<{
    dimension: SignedFlow['dimension'];
    value: string;
    since: string;
    count: string;
  }>(
    `SELECT dimension, value, to_char(since, 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS since, count::text AS count
     FROM ${schema}.tally
     WHERE movement = 'signed' AND since >= $1::timestamp AND (
       dimension IN ('all', 'locale', 'age')
       OR dimension IN ('channel', 'source') AND extract(hour FROM since) IN (${hours.map(Math.trunc).join(', ')})
     )`,
    [timestampOf(since)],
  );
  return rows.map(({ dimension, value, since: at, count }) => ({
    dimension,
    value,
    since: new Date(at),
    signed: Number(count),
  }));
}

/** The new signatures of each source since an instant. */
export async function readSourcesSince(
  query: Query,
  schema: string,
  since: Date,
): Promise<readonly { readonly source: string; readonly signed: number }[]> {
  const rows = await query<{ value: string; count: string }>(
    `SELECT value, sum(count)::text AS count FROM ${schema}.tally
     WHERE dimension = 'source' AND movement = 'signed' AND since >= $1::timestamp
     GROUP BY value ORDER BY value`,
    [timestampOf(since)],
  );
  return rows.map(({ value, count }) => ({ source: value, signed: Number(count) }));
}
