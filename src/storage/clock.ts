import type { Database } from './database.js';

/**
 * By how many seconds this machine's clock is ahead of the database's; negative where it is behind. The embedded
 * database has this machine's clock: 0.
 * @throws StoreUnavailable
 */
export async function secondsAhead({ kind, query }: Database, now: () => Date): Promise<number> {
  if (kind === 'embedded') return 0;
  const before = now().getTime();
  const [row] = await query<{ seconds: number }>(
    'SELECT extract(epoch FROM clock_timestamp())::float8 AS seconds',
  );
  if (row === undefined) throw new RangeError('the database did not say its time');
  // The server looked at its clock at some moment in between.
  return Math.round((before + now().getTime()) / 2_000 - row.seconds);
}
