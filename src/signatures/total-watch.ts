import type { Logger } from 'pino';
import type { Query } from '../storage/database.js';
import { RESTORED } from '../storage/database-id.js';

/** The total at one moment, and what can explain a change of it. */
interface Facts {
  readonly counted: number;
  /** All signatures that were ever withdrawn or set aside. */
  readonly left: number;
  /** The id of the database's last restore. */
  readonly restored: string | null;
}

/**
 * Watches the total, and logs a fall that withdrawals and quarantines don't explain. The sum of "counted now" and "ever
 * left" never falls, because every signature that was once counted is in one of the two.
 * @returns a function to call for each look
 * @throws StoreUnavailable
 */
export function createTotalWatch(query: Query, schema: string, log: Logger): () => Promise<void> {
  let before: Facts | null = null;

  return async function look() {
    const now = await read(query, schema);
    if (before !== null && before.restored === now.restored) {
      const lost = before.counted + before.left - now.counted - now.left;
      if (lost > 0) {
        log.error(
          { schema, before: before.counted, now: now.counted, lost },
          'the total has fallen by more than withdrawals explain: the database has gone back to an earlier state, ' +
            'or somebody has changed it by hand',
        );
      }
    }
    before = now;
  };
}

async function read(query: Query, schema: string): Promise<Facts> {
  const [row] = await query<{ counted: string; gone: string; restored: string | null }>(
    `SELECT coalesce(sum(count) FILTER (WHERE movement = 'standing'), 0)::text AS counted,
            coalesce(sum(count) FILTER (WHERE movement IN ('left', 'set-aside')), 0)::text AS gone,
            (SELECT value FROM ${schema}.settings WHERE key = $1) AS restored
     FROM ${schema}.tally WHERE dimension = 'all' AND value = ''`,
    [RESTORED],
  );
  return {
    counted: Number(row?.counted ?? 0),
    left: Number(row?.gone ?? 0),
    restored: row?.restored ?? null,
  };
}
