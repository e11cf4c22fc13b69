import type { Query } from './database.js';

/** The consequence for signers, and what to do: for the log and for `check`. */
export const ASYNCHRONOUS =
  'a standby follows this server, but commits do not wait for it: a failover to it loses the last signatures, and ' +
  'brings back the last that were withdrawn. Set synchronous_standby_names (with two standbys: ANY 1 (…)), and leave ' +
  'synchronous_commit on';

/**
 * Whether standbys follow the server and commits wait for none of them. A role without pg_monitor sees that there are
 * standbys, but not their kind: then the settings decide.
 */
export async function hasOnlyAsynchronousStandbys(query: Query): Promise<boolean> {
  const [found] = await query<{ standbys: boolean; named: boolean; waits: boolean; asynchronous: boolean }>(
    `SELECT count(*) > 0 AS standbys,
            current_setting('synchronous_standby_names') <> '' AS named,
            current_setting('synchronous_commit') NOT IN ('off', 'local') AS waits,
            coalesce(bool_and(sync_state = 'async'), false) AS asynchronous
     FROM pg_stat_replication
     -- Leave out rows that are not standbys: running backups, archives of WAL, and logical replication.
     WHERE state IS DISTINCT FROM 'backup' AND application_name IS DISTINCT FROM 'pg_receivewal'
       AND NOT EXISTS (SELECT FROM pg_replication_slots s WHERE s.active_pid = pid AND s.slot_type = 'logical')`,
  );
  return found?.standbys === true && (!found.named || !found.waits || found.asynchronous);
}
