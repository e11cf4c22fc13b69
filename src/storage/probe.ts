import { randomBytes } from 'node:crypto';
import type { Day } from '../day.js';
import type { Committed } from './commit.js';
import { commitStatement } from './commit-statement.js';
import type { Database } from './database.js';
import type { Commit } from './rows.js';

/** How long the probe waits for a lock, and how long it may take: people who sign never wait longer for it. */
const LOCK_MS = 1_000;
const STATEMENT_MS = 2_000;

/** Thrown to end the transaction: nothing of it may stay. */
class RolledBack extends Error {}

/**
 * Finds out whether a signature can be recorded, and records none. A first turn that signs is saved with the statement
 * that real turns use, the tally follows, and all of it is rolled back. Then a later turn, over a conversation that
 * isn't there, goes the way of real turns: gathered with them, and changing nothing.
 * @param commit saves a real turn
 * @throws what a real turn would be told
 */
export async function probe(
  { transaction }: Database,
  schema: string,
  commit: (commit: Commit) => Promise<Committed>,
  today: Day,
): Promise<void> {
  try {
    await transaction(async (query) => {
      // The session ends by itself where this process stops in between: it holds the tally's lock.
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
  if ((await commit(withdrawing(today))) !== 'stale') throw new Error('a turn over nothing was saved');
}

/** Belongs to nobody: real keys are base64url, which has no colon. */
function nobody(): string {
  return `probe:${randomBytes(16).toString('hex')}`;
}

/** A first turn that signs: only for a transaction that is rolled back. */
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

/** A later turn, over a conversation that isn't there: it changes nothing. */
function withdrawing(day: Day): Commit {
  const key = nobody();
  return {
    conversation: { key, value: '{}', revision: 2, day },
    signature: { kind: 'remove', key },
    contact: { kind: 'none' },
  };
}
