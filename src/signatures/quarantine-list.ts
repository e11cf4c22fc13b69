import { daySchema } from '../day.js';
import type { Query } from '../storage/database.js';
import type { Selection } from './selection.js';

/** A stored quarantine, in force or released. */
export interface Quarantine {
  readonly number: number;
  readonly selection: Selection;
  /** True if new signatures that match the selection are set aside too. */
  readonly hold: boolean;
  readonly reason: string;
  /** Keyed hashes of the accounts of staff. */
  readonly setBy: string;
  readonly setOn: Date;
  readonly released: { readonly by: string; readonly on: Date } | null;
  /** How many signatures it holds now. */
  readonly holds: number;
}

/** All quarantines, in force or released, the newest first. */
export async function listQuarantines(query: Query, s: string): Promise<readonly Quarantine[]> {
  const rows = await query<QuarantineRow>(
    `SELECT q.number, channel, age, locale, source, from_day::text AS from_day, until_day::text AS until_day, hold,
            reason, set_by, set_on::text AS set_on, released_by, released_on::text AS released_on,
            coalesce(n, 0)::text AS holds
     FROM ${s}.quarantines q
     LEFT JOIN (
       SELECT number, sum(n) AS n
       FROM (
         SELECT set_aside_by, count(*) AS n FROM ${s}.signatures
         WHERE status = 'set-aside' GROUP BY set_aside_by
       ) grouped
       CROSS JOIN LATERAL unnest(set_aside_by) held (number)
       GROUP BY number
     ) holding ON holding.number = q.number
     ORDER BY q.number DESC`,
  );
  return rows.map(quarantineOf);
}

const bound = daySchema.nullable();

interface QuarantineRow extends Record<string, unknown> {
  readonly number: number;
  readonly channel: string | null;
  readonly age: string | null;
  readonly locale: string | null;
  readonly source: string | null;
  readonly from_day: string | null;
  readonly until_day: string | null;
  readonly hold: boolean;
  readonly reason: string;
  readonly set_by: string;
  readonly set_on: string;
  readonly released_by: string | null;
  readonly released_on: string | null;
  readonly holds: string;
}

function quarantineOf(row: QuarantineRow): Quarantine {
  const instant = (timestamp: string) => new Date(`${timestamp.replace(' ', 'T')}Z`);
  return {
    number: row.number,
    selection: {
      channel: row.channel,
      age: row.age,
      locale: row.locale,
      source: row.source,
      from: bound.parse(row.from_day),
      until: bound.parse(row.until_day),
    },
    hold: row.hold,
    reason: row.reason,
    setBy: row.set_by,
    setOn: instant(row.set_on),
    released:
      row.released_by === null || row.released_on === null
        ? null
        : { by: row.released_by, on: instant(row.released_on) },
    holds: Number(row.holds),
  };
}
