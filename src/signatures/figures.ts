import type { Day } from '../day.js';
import type { Query } from '../storage/database.js';
import { momentOf, timestampOf } from '../storage/timestamp.js';
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
  /** The movements on each channel since `since`, in order of time. Periods without movements are left out. */
  readonly flows: readonly ChannelFlow[];
  /** The same before `since`, as far back as was asked for. */
  readonly earlier: readonly ChannelFlow[];
}

export interface FiguresWanted {
  /**
   * The beginning of a day (UTC), since the tally keeps languages and ages by the day; null for the whole
   * petition.
   */
  readonly since: Date | null;
  /** The beginning of the earlier movements; by default there are none. */
  readonly earlierSince?: Date;
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
  { since, earlierSince, grain }: FiguresWanted,
): Promise<Figures> {
  const from = since === null ? '-infinity' : timestampOf(since);
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
     WHERE dimension = 'channel' AND movement <> 'standing' AND since >= $2::timestamp
     -- By the time, not by its text: PostgreSQL writes out one time a group, not one a row.
     GROUP BY dimension, value, movement, date_trunc('${grain}', since)
     ORDER BY 1, 2, 5, 3`,
    [from, earlierSince === undefined ? from : timestampOf(earlierSince)],
  );
  const part = (name: Row['part']) => rows.filter((row) => row.part === name);
  const { status: _none, ...signed } = breakdownOf(part('signed'));
  const flows = flowsOf(part('flow'));
  const isEarlier = (flow: ChannelFlow) => since !== null && flow.since < since;
  return {
    standing: breakdownOf(part('standing')),
    signed,
    flows: flows.filter((flow) => !isEarlier(flow)),
    earlier: flows.filter(isEarlier),
  };
}

/** How many signed and withdrew in an hour. */
export interface HourFlow {
  readonly since: Date;
  readonly signed: number;
  readonly left: number;
}

/** All movements by the hour since an instant, in order. Hours without movements are left out. */
export async function readHours(query: Query, schema: string, since: Date): Promise<readonly HourFlow[]> {
  const rows = await query<{ hour: string; signed: string; left: string }>(
    `SELECT date_trunc('hour', since)::text AS hour,
       coalesce(sum(count) FILTER (WHERE movement = 'signed'), 0)::text AS signed,
       coalesce(sum(count) FILTER (WHERE movement = 'left'), 0)::text AS left
     FROM ${schema}.tally
     WHERE dimension = 'channel' AND movement IN ('signed', 'left') AND since >= $1::timestamp
     GROUP BY 1 ORDER BY 1`,
    [timestampOf(since)],
  );
  return rows.map(({ hour, signed, left }) => ({
    since: momentOf(hour),
    signed: Number(signed),
    left: Number(left),
  }));
}

/** How the number of counted signatures grew over some whole days. */
export interface Growth {
  /** How many counted before these days. */
  readonly before: number;
  /**
   * How many signed in these days, less the ones that left or were set aside. Below 0 if more left than signed. Null if
   * staff released a few on one of these days: the difference to the public total's own growth would tell how many.
   */
  readonly gained: number | null;
}

/** Fewer signatures that staff released on one day are told to nobody else, as in the public log. */
const MIN_RELEASE = 10;

/**
 * Reads the growth over whole days (UTC), from a few rows of the tally. Signatures that staff released are not in
 * `gained`, since people made them earlier.
 * @param until the first day after them
 */
export async function readGrowth(query: Query, schema: string, from: Day, until: Day): Promise<Growth> {
  const [row] = await query<{ before: string; gained: string; few: boolean }>(
    `SELECT
       EXISTS (
         SELECT FROM ${schema}.tally
         WHERE dimension = 'all' AND movement = 'released' AND since >= $1::date AND since < $2::date
         GROUP BY since::date HAVING sum(count) BETWEEN 1 AND ${MIN_RELEASE - 1}
       ) AS few,
       coalesce(sum(CASE WHEN movement IN ('signed', 'released') THEN count ELSE -count END)
         FILTER (WHERE since < $1::date), 0)::text AS before,
       coalesce(sum(CASE WHEN movement = 'signed' THEN count ELSE -count END)
         FILTER (WHERE since >= $1::date AND since < $2::date AND movement <> 'released'), 0)::text AS gained
     FROM ${schema}.tally WHERE dimension = 'all' AND movement <> 'standing'`,
    [from, until],
  );
  return { before: Number(row?.before ?? 0), gained: row?.few ? null : Number(row?.gained ?? 0) };
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
    [timestampOf(now)],
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
      since: momentOf(since ?? ''),
      channel: value,
      moved: STILL,
    };
    flows.set(key, { ...flow, moved: { ...flow.moved, [movement]: Number(count) } });
  }
  return [...flows.values()];
}
