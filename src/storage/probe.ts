import { randomBytes } from 'node:crypto';
import type { Day } from '../day.js';
import type { Committed } from './commit.js';
import { commitStatement } from './commit-statement.js';
import type { Database } from './database.js';
import type { Commit } from './rows.js';

/** How long the probe waits for a lock, and how long a statement of it may take: it never delays signers longer. */
const LOCK_MS = 1_000;
const STATEMENT_MS = 2_000;

/** Thrown to roll the transaction back. */
class RolledBack extends Error {}

/**
 * Checks whether a signature can be recorded, and records none. It saves a first turn that signs, with the statement
 * of real turns, and rolls it back with the tally's change. Then it commits a later turn of a conversation that does
 * not exist: this turn is batched with real turns and changes nothing.
 * @param commit saves a real turn
 * @throws what a real turn would throw
 */
export async function probe(
  { transaction }: Database,
  schema: string,
  commit: (commit: Commit) => Promise<Committed>,
  today: Day,
): Promise<void> {
  try {
    await transaction(async (query) => {
      // The transaction holds the tally's lock: if this process freezes here, the server ends the session.
      await query(
        `SELECT set_config('lock_timeout', $1, true), set_config('statement_timeout', $2, true),
                set_config('idle_in_transaction_session_timeout', $2, true)`,
        [String(LOCK_MS), String(STATEMENT_MS)],
      );
      const { sql, parameters } = commitStatement(schema, [signing(today)], today, 1);
      if ((await query(sql, parameters)).length > 0) throw new Error('a first turn was not saved');
      throw new RolledBack();
    });
  } catch (error) {
    if (!(error instanceof RolledBack)) throw error;
  }
  if ((await commit(withdrawing(today))) !== 'stale')
    throw new Error('a later turn without a conversation was saved');
}

/** A key that no person has: real keys are base64url, which has no colon. */
function nobody(): string {
  return `probe:${randomBytes(16).toString('hex')}`;
}

/** A first turn that signs. Only for a transaction that is rolled back. */
function signing(day: Day): Commit {
  const key = nobody();
  const dataKey = { id: key, wrapped: 'probe', day };
  const row = { key, value: '{}', receiptKey: key, dataKey, channel: 'probe', locale: 'probe' };
  return {
    conversation: { key, value: '{}', revision: 1, day },
    signature: { kind: 'add', row: { ...row, source: 'probe', age: 'probe', day } },
    contact: { kind: 'none' },
  };
}

/** A later turn of a conversation that does not exist: it changes nothing. */
function withdrawing(day: Day): Commit {
  const key = nobody();
  return {
    conversation: { key, value: '{}', revision: 2, day },
    signature: { kind: 'remove', key },
    contact: { kind: 'none' },
  };
}
