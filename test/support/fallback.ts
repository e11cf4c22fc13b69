import type { Rows } from './databases.js';

const TABLES = ['conversations', 'signatures', 'tally', 'contacts'] as const;

/**
 * Remembers the rows of a schema as a standby has them that hears nothing more, and gives what puts them back: a
 * failover to that standby.
 */
export async function standbyOf(rows: Rows): Promise<() => Promise<void>> {
  for (const table of TABLES) {
    await rows(`DROP TABLE IF EXISTS @standby_${table}`);
    await rows(`CREATE TABLE @standby_${table} AS SELECT * FROM @${table}`);
  }
  return async () => {
    // The triggers book what happens to the signatures: the tally is put back last.
    for (const table of ['contacts', 'signatures', 'conversations', 'tally']) {
      await rows(`DELETE FROM @${table}`);
    }
    for (const table of ['conversations', 'signatures', 'contacts']) {
      await rows(`INSERT INTO @${table} SELECT * FROM @standby_${table}`);
    }
    await rows('DELETE FROM @tally');
    await rows('INSERT INTO @tally SELECT * FROM @standby_tally');
  };
}
