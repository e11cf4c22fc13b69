import type { Query } from '../storage/database.js';
import { matching } from '../storage/selection.js';
import { parametersOf, type Selection, WANTED } from './selection.js';

/**
 * Fewer signatures are never set aside, and two selections never differ by fewer: the total would tell whether one
 * person has signed. The reports merge counts below the same number.
 */
export const MIN_SELECTED = 10;

/** Why a selection is not set aside. */
export type Refusal =
  /** Fewer than `MIN_SELECTED` signatures match, or would leave the total. */
  | { readonly refused: 'few' }
  /** Fewer than `MIN_SELECTED` signatures are in one of two selections: this one, and that of a quarantine. */
  | { readonly refused: 'near'; readonly number: number };

/**
 * Says whether a selection must not be set aside. All quarantines count, also released ones. The selection of a former
 * quarantine may be repeated as it was: so staff can set aside what they released, or add a hold.
 * @param s the schema
 */
export async function refusalOf(query: Query, s: string, selection: Selection): Promise<Refusal | null> {
  const [found] = await query<{ selected: string; moving: string; repeats: boolean; near: number | null }>(
    // The facts of signatures repeat: their combinations are few, however many signatures there are.
    `WITH cells AS MATERIALIZED (
       SELECT channel, age, locale, source, day, status, count(*) AS n FROM ${s}.signatures
       GROUP BY channel, age, locale, source, day, status
     ), wanted AS (SELECT * FROM ${WANTED}), selected AS (
       SELECT coalesce(sum(n), 0) AS n, coalesce(sum(n) FILTER (WHERE status = 'counted'), 0) AS moving
       FROM cells c CROSS JOIN wanted w WHERE ${matching('c', 'w')}
     ), former AS (
       SELECT q.number,
         (q.channel, q.age, q.locale, q.source, q.from_day, q.until_day) IS NOT DISTINCT FROM
           (w.channel, w.age, w.locale, w.source, w.from_day, w.until_day) AS same,
         (SELECT coalesce(sum(n), 0) FROM cells c WHERE ${matching('c', 'q')} <> ${matching('c', 'w')}) AS differing
       FROM ${s}.quarantines q CROSS JOIN wanted w
     )
     SELECT n::text AS selected, moving::text AS moving,
            EXISTS (SELECT FROM former WHERE same) AS repeats,
            (SELECT max(number) FROM former WHERE differing < ${MIN_SELECTED}) AS near
     FROM selected`,
    parametersOf(selection),
  );
  if (found === undefined || Number(found.selected) < MIN_SELECTED) return { refused: 'few' };
  if (found.repeats) return null;
  if (found.near !== null) return { refused: 'near', number: found.near };
  // Signatures that other quarantines hold have left the total before. The rest must not be a few people either.
  return Number(found.moving) < MIN_SELECTED ? { refused: 'few' } : null;
}
