import { OperatorError } from '../../operator-error.js';
import type { Query } from '../database.js';

/** A process works on the tables that a restore would replace. */
class BotRunning extends OperatorError {
  override readonly name = 'BotRunning';
  constructor(jobs: readonly string[]) {
    super(
      `a bot runs on this database (it holds the jobs ${jobs.join(', ')}): stop it first. If it was killed, its jobs ` +
        'end within 10 seconds. Nothing was changed.',
    );
  }
}

/**
 * Refuses to go on while a process holds a job. The embedded database has one process, so nobody holds one there.
 * @param schemas those that one bot works on; a schema may be missing
 * @throws BotRunning
 */
export async function refuseRunning(query: Query, schemas: readonly string[]): Promise<void> {
  const tables = await query<{ name: string }>(
    `SELECT schema || '.leases' AS name FROM unnest($1::text[]) AS schema
     WHERE to_regclass(schema || '.leases') IS NOT NULL`,
    [schemas],
  );
  const jobs = new Set<string>();
  for (const { name } of tables) {
    const held = await query<{ job: string }>(
      `SELECT job FROM ${name} WHERE until > clock_timestamp() ORDER BY job`,
    );
    for (const { job } of held) jobs.add(job);
  }
  if (jobs.size > 0) throw new BotRunning([...jobs]);
}
