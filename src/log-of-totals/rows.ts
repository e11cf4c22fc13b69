import { z } from 'zod';
import { type Day, daySchema } from '../day.js';
import type { Query } from '../storage/database.js';
import type { Movements } from './entry.js';
import { STILL } from './small-days.js';

/** The log as it is stored, and the numbers that it must agree with, from one snapshot. */
export interface StoredLog {
  /** The lines of the entries, in their order. */
  readonly entries: readonly string[];
  /** The last signed head; null before the first. */
  readonly head: { readonly note: string; readonly size: number; readonly day: Day } | null;
  /** The last day that the entries cover; null before the first. */
  readonly covered: Day | null;
  /** How many signatures count. */
  readonly counted: number;
  /** By how much that number has changed since the days that the entries cover. */
  readonly since: number;
}

const storedSchema = z.object({
  entries: z.array(z.string()),
  head: z.object({ note: z.string(), size: z.int(), day: daySchema }).nullable(),
  covered: daySchema.nullable(),
  counted: z.int(),
  since: z.int(),
});

/** Reads everything in one statement. */
export async function readLog(query: Query, s: string): Promise<StoredLog> {
  const [row] = await query<{ log: string }>(
    `SELECT json_build_object(
       'entries', coalesce((SELECT json_agg(entry ORDER BY position) FROM ${s}.log_entries), '[]'::json),
       'head', (SELECT json_build_object('note', note, 'size', size, 'day', day) FROM ${s}.log_heads
                ORDER BY size DESC, day DESC LIMIT 1),
       'covered', (SELECT max(day) FROM ${s}.log_entries),
       'counted', coalesce((SELECT sum(count) FROM ${s}.tally
                            WHERE dimension = 'all' AND value = '' AND movement = 'standing'), 0),
       'since', coalesce((SELECT sum(CASE WHEN movement IN ('signed', 'released') THEN count ELSE -count END)
                          FROM ${s}.tally
                          WHERE dimension = 'all' AND movement <> 'standing'
                            AND since::date > coalesce((SELECT max(day) FROM ${s}.log_entries), '-infinity'::date)), 0)
     )::text AS log`,
  );
  return storedSchema.parse(JSON.parse(row?.log ?? 'null'));
}

/** What came and went in whole days that the log does not cover yet. */
export interface NewDays {
  readonly from: Day;
  /** The last day that has surely ended. */
  readonly until: Day;
  readonly moved: ReadonlyMap<Day, Movements>;
}

const FIELDS = {
  signed: 'signed',
  left: 'withdrawn',
  'set-aside': 'setAside',
  released: 'released',
} as const;

const movedSchema = z.object({
  day: daySchema,
  movement: z.enum(['signed', 'left', 'set-aside', 'released']),
  count: z.coerce.number().int().nonnegative(),
});

/**
 * A statement that began shortly before midnight is booked on that day when it ends: staff's largest changes may take
 * half an hour.
 */
const DAY_ENDS_AFTER = "interval '1 hour'";

/**
 * Reads the days since the last one that is covered, by the database's clock, which books the movements.
 * @returns null if there was no movement yet, or if no day has ended since
 */
export async function readNewDays(query: Query, s: string, covered: Day | null): Promise<NewDays | null> {
  const [span] = await query<{ from: string | null; until: string }>(
    `SELECT coalesce($1::date + 1, (SELECT min(since)::date FROM ${s}.tally
                                    WHERE dimension = 'all' AND movement <> 'standing'))::text AS "from",
            (((now() - ${DAY_ENDS_AFTER}) AT TIME ZONE 'UTC')::date - 1)::text AS until`,
    [covered],
  );
  const from = daySchema.safeParse(span?.from).data;
  const until = daySchema.safeParse(span?.until).data;
  if (from === undefined || until === undefined || from > until) return null;
  const rows = await query(
    `SELECT since::date::text AS day, movement, sum(count)::text AS count FROM ${s}.tally
     WHERE dimension = 'all' AND movement <> 'standing' AND since::date BETWEEN $1::date AND $2::date
     GROUP BY 1, 2`,
    [from, until],
  );
  const moved = new Map<Day, Movements>();
  for (const { day, movement, count } of z.array(movedSchema).parse(rows)) {
    moved.set(day, { ...(moved.get(day) ?? STILL), [FIELDS[movement]]: count });
  }
  return { from, until, moved };
}

/**
 * Keeps others from adding entries until the transaction ends. Readers don't wait.
 */
export async function lockLog(query: Query, s: string): Promise<void> {
  await query(`LOCK TABLE ${s}.log_entries IN SHARE ROW EXCLUSIVE MODE`);
}

/** An entry as it is stored. */
export interface NewEntry {
  readonly line: string;
  /** The last day that this entry and the ones before it cover. */
  readonly covered: Day;
}

/**
 * Adds entries. A position that is taken is an error, so two processes never add two different ones.
 * @param first the position of the first one
 */
export async function addEntries(
  query: Query,
  s: string,
  first: number,
  entries: readonly NewEntry[],
): Promise<void> {
  await query(
    `INSERT INTO ${s}.log_entries (position, entry, day)
     SELECT $1::integer + place - 1, line, covered::date
     FROM unnest($2::text[], $3::text[]) WITH ORDINALITY AS added (line, covered, place)`,
    [first, entries.map(({ line }) => line), entries.map(({ covered }) => covered)],
  );
}

export async function addHead(
  query: Query,
  s: string,
  { size, day, note }: { readonly size: number; readonly day: Day; readonly note: string },
): Promise<void> {
  await query(
    `INSERT INTO ${s}.log_heads (size, day, note) VALUES ($1::integer, $2::date, $3::text)
     ON CONFLICT DO NOTHING`,
    [size, day, note],
  );
}
