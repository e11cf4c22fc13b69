import type { Query } from './database.js';
import { timestampOf } from './timestamp.js';

/**
 * The sum of the tally's movements, as a SELECT of `dimension`, `value` and `n`: signatures added minus removed. It
 * equals the standing count of every value, except in the dimension `status`: its movements are not booked.
 * @param s the schema
 */
export function flowIn(s: string): string {
  return `
    SELECT dimension, value, sum(CASE WHEN movement IN ('signed', 'released') THEN count ELSE -count END) AS n
    FROM ${s}.tally WHERE movement <> 'standing' GROUP BY dimension, value`;
}

/**
 * Makes the movements agree with the standing counts: adds a correcting entry for each value that differs. Existing
 * entries stay unchanged. The caller must keep others from signing meanwhile.
 * @param moment the time of the difference; booked in its hour (channel, source) or its day, like the triggers do
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
    [timestampOf(moment)],
  );
}
