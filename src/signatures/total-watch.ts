import type { Logger } from 'pino';
import type { Query } from '../storage/database.js';
import { RESTORED } from '../storage/database-id.js';

/** The total at one moment, and what else changes it. */
interface Standing {
  readonly counted: number;
  /** All that ever left or was set aside. */
  readonly left: number;
  /** The database's mark of its last restore. */
  readonly restored: string | null;
}

/**
 * Looks at the total again and again, and logs where it has fallen by more than withdrawals and quarantines explain.
 * What is counted now and what ever left only grow together: every signature that was counted once is in one of them.
 * @returns what is to be called for each look
 * @throws StoreUnavailable
 */
export function createTotalWatch(query: Query, schema: string, log: Logger): () => Promise<void> {
  let before: Standing | null = null;

  return async function look() {
    const now = await read(query, schema);
    if (before !== null && before.restored === now.restored) {
      const lost = before.counted + before.left - now.counted - now.left;
      if (lost > 0) {
        log.error(
          { schema, before: before.counted, now: now.counted, lost },
          'the total has changed by more than signatures and withdrawals explain: the database has fallen back to ' +
            'an earlier state, or somebody has changed it by hand',
        );
      }
    }
    before = now;
  };
}

async function read(query: Query, schema: string): Promise<Standing> {
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
