import type { Query } from '../storage/database.js';
import { type Breakdown, breakdownOf, type Dimension } from './tally.js';

/** What can happen to a signature's being counted. */
export const MOVEMENTS = ['signed', 'left', 'set-aside', 'released'] as const;
export type Movement = (typeof MOVEMENTS)[number];

/** What happened in one stretch of time. */
export type Moved = Readonly<Record<Movement, number>>;

/** What happened on one channel in one hour or day, which began at `since`. */
export interface ChannelFlow {
  readonly since: Date;
  readonly channel: string;
  readonly moved: Moved;
}

/** Numbers of one moment: they add up, whoever signs meanwhile. */
export interface Figures {
  readonly standing: Breakdown;
  /** New signatures since the beginning that was asked for, by value. */
  readonly signed: Readonly<Record<Exclude<Dimension, 'status'>, Readonly<Record<string, number>>>>;
  /** What happened on each channel, in the order of time; stretches in which nothing did are left out. */
  readonly flows: readonly ChannelFlow[];
}

export interface FiguresWanted {
  /** The beginning of a day (UTC), since languages and ages are booked by the day; null: of the petition. */
  readonly since: Date | null;
  /** How finely the flows are told apart. */
  readonly grain: 'hour' | 'day';
}

interface Row extends Record<string, unknown> {
  readonly part: 'standing' | 'signed' | 'flow';
  readonly dimension: Dimension;
  readonly value: string;
  readonly movement: string;
  readonly since: string | null;
  readonly count: string;
}

/** Reads the tally in one statement, and therefore at one moment. */
export async function readFigures(
  query: Query,
  schema: string,
  { since, grain }: FiguresWanted,
): Promise<Figures> {
  // "2026-01-01 00:00:00": the tally's hours and days are UTC without saying so.
  const from = since === null ? '-infinity' : since.toISOString().slice(0, 19).replace('T', ' ');
  const rows = await query<Row>(
    `SELECT 'standing' AS part, dimension, value, movement, NULL AS since, count::text AS count
     FROM ${schema}.tally WHERE movement = 'standing' AND count <> 0
     UNION ALL
     SELECT 'signed', dimension, value, movement, NULL, sum(count)::text
     FROM ${schema}.tally WHERE movement = 'signed' AND since >= $1::timestamp
     GROUP BY dimension, value, movement
     UNION ALL
     SELECT 'flow', dimension, value, movement, date_trunc('${grain}', since)::text, sum(count)::text
     FROM ${schema}.tally
     WHERE dimension = 'channel' AND movement <> 'standing' AND since >= $1::timestamp
     GROUP BY dimension, value, movement, 5
     ORDER BY 1, 2, 5, 3`,
    [from],
  );
  const part = (name: Row['part']) => rows.filter((row) => row.part === name);
  const { status: _none, ...signed } = breakdownOf(part('signed'));
  return { standing: breakdownOf(part('standing')), signed, flows: flowsOf(part('flow')) };
}

/**
 * The most signatures an hour by source: in the hour that runs, in the one before, or across both, which is reckoned as
 * all of this hour and of the one before the share that lies within the last sixty minutes. That takes an hour's
 * signatures to be spread evenly over it, since the tally knows nothing finer.
 */
export async function readSourceHours(
  query: Query,
  schema: string,
  now: Date,
): Promise<readonly { readonly source: string; readonly signed: number }[]> {
  const rows = await query<{ value: string; count: string }>(
    `SELECT value,
       floor(greatest(running, before, running + before * (1 - extract(epoch FROM $1::timestamp - hour) / 3600)))::text
         AS count
     FROM (
       SELECT value, hour, coalesce(sum(count) FILTER (WHERE since >= hour), 0) AS running,
         coalesce(sum(count) FILTER (WHERE since < hour), 0) AS before
       FROM ${schema}.tally, date_trunc('hour', $1::timestamp) AS hour
       WHERE dimension = 'source' AND movement = 'signed' AND since >= hour - interval '1 hour'
       GROUP BY value, hour
     ) AS two
     ORDER BY value`,
    [now.toISOString().slice(0, 19).replace('T', ' ')],
  );
  return rows.map(({ value, count }) => ({ source: value, signed: Number(count) }));
}

/** Nothing happened. */
export const STILL: Moved = { signed: 0, left: 0, 'set-aside': 0, released: 0 };

function flowsOf(rows: readonly Row[]): ChannelFlow[] {
  const flows = new Map<string, ChannelFlow>();
  for (const { value, movement, since, count } of rows) {
    const key = `${since} ${value}`;
    const flow = flows.get(key) ?? {
      since: new Date(`${since?.replace(' ', 'T')}Z`),
      channel: value,
      moved: STILL,
    };
    flows.set(key, { ...flow, moved: { ...flow.moved, [movement]: Number(count) } });
  }
  return [...flows.values()];
}
