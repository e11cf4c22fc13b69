import type { Query } from './database.js';

/**
 * What the tally's movements add up to, as a SELECT of `dimension`, `value` and `n`: what came less what went. It is
 * what stands, for every value of every dimension but `status`, whose movements are not booked.
 * @param s the schema
 */
export function flowIn(s: string): string {
  return `
    SELECT dimension, value, sum(CASE WHEN movement IN ('signed', 'released') THEN count ELSE -count END) AS n
    FROM ${s}.tally WHERE movement <> 'standing' GROUP BY dimension, value`;
}

/**
 * Makes the flow agree with what stands, by a correcting entry for each value where it does not. What was booked stays
 * as it is. For a caller that keeps others from signing meanwhile.
 * @param moment when the difference came about; signed or left in its hour (channel, source) or its day, as in the
 *   triggers
 */
export async function correctFlow(query: Query, s: string, moment: Date): Promise<void> {
  await query(
    `INSERT INTO ${s}.tally AS t (dimension, value, movement, since, count)
     SELECT dimension, value, CASE WHEN difference > 0 THEN 'signed' ELSE 'left' END,
       date_trunc(CASE WHEN dimension IN ('channel', 'source') THEN 'hour' ELSE 'day' END, $1::timestamp),
       abs(difference)
     FROM (
       SELECT dimension, value, (coalesce(standing.count, 0) - coalesce(flow.n, 0))::bigint AS difference
       FROM (SELECT * FROM ${s}.tally WHERE movement = 'standing' AND dimension <> 'status') standing
       FULL JOIN (${flowIn(s)}) flow USING (dimension, value)
     ) compared
     WHERE difference <> 0
     ON CONFLICT (dimension, value, movement, since) DO UPDATE SET count = t.count + excluded.count`,
    [moment.toISOString().slice(0, 19)],
  );
}
