import type { Query } from '../storage/database.js';
import { type Breakdown, breakdownOf, type Dimension } from './tally.js';

/** How a signature can change the count. */
export const MOVEMENTS = ['signed', 'left', 'set-aside', 'released'] as const;
export type Movement = (typeof MOVEMENTS)[number];

/** The movements in one period. */
export type Moved = Readonly<Record<Movement, number>>;

/** The movements on one channel, in the hour or day that began at `since`. */
export interface ChannelFlow {
  readonly since: Date;
  readonly channel: string;
  readonly moved: Moved;
}

/** All numbers are from one snapshot, so they add up even while people sign. */
export interface Figures {
  readonly standing: Breakdown;
  /** New signatures since `since`, by value. */
  readonly signed: Readonly<Record<Exclude<Dimension, 'status'>, Readonly<Record<string, number>>>>;
  /** The movements on each channel, in order of time. Periods without movements are left out. */
  readonly flows: readonly ChannelFlow[];
}

export interface FiguresWanted {
  /**
   * The beginning of a day (UTC), since the tally keeps languages and ages by the day; null for the whole
   * petition.
   */
  readonly since: Date | null;
  /** The length of a flow's period. */
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

/** Reads the tally in one statement, so from one snapshot. */
export async function readFigures(
  query: Query,
  schema: string,
  { since, grain }: FiguresWanted,
): Promise<Figures> {
  // "2026-01-01 00:00:00": the tally stores UTC without a zone.
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
     -- By the time, not by its text: PostgreSQL writes out one time a group, not one a row.
     GROUP BY dimension, value, movement, date_trunc('${grain}', since)
     ORDER BY 1, 2, 5, 3`,
    [from],
  );
  const part = (name: Row['part']) => rows.filter((row) => row.part === name);
  const { status: _none, ...signed } = breakdownOf(part('signed'));
  return { standing: breakdownOf(part('standing')), signed, flows: flowsOf(part('flow')) };
}

/**
 * The highest number of signatures in an hour, by source: in this hour, in the hour before, or in the last
 * sixty minutes. The last is an estimate: this hour, plus the share of the hour before that lies within the
 * last sixty minutes. It assumes that signatures spread evenly over an hour, since the tally has nothing
 * finer.
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

/** No movements. */
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
