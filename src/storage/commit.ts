import type { Day } from '../day.js';
import { commitStatement } from './commit-statement.js';
import type { Query } from './database.js';
import { gather } from './gather.js';
import type { Commit } from './rows.js';
import { storable } from './storable.js';

/** `stale`: the rows are no longer as they were read; nothing was changed. */
export type Committed = 'saved' | 'stale';

/** Larger statements save no time per turn, and each person waits for the whole statement. */
const MAX_TURNS = 512;

/**
 * Saves many people's turns in one statement. Each turn is saved whole or not at all.
 * @param today decides which conversations have expired
 * @param days how many days a conversation is kept after its last turn; rounded up, so that no row tells a time of day
 */
export function gatheredCommits(
  query: Query,
  schema: string,
  today: () => Day,
  days: number,
): (commit: Commit) => Promise<Committed> {
  async function run(commits: readonly Commit[]): Promise<readonly Committed[]> {
    // A person's second turn in one batch was made from the same revision as the first: it is stale.
    const first = new Map<string, Commit>();
    for (const commit of commits) {
      if (!first.has(commit.conversation.key)) first.set(commit.conversation.key, commit);
    }
    const { sql, parameters } = commitStatement(schema, [...first.values()], today(), days);
    const rows = await query<{ key: string }>(sql, parameters);
    const stale = new Set(rows.map(({ key }) => key));
    return commits.map((commit) => {
      const { key } = commit.conversation;
      return stale.has(key) || first.get(key) !== commit ? 'stale' : 'saved';
    });
  }

  const save = gather(run, MAX_TURNS);
  return async (commit) => {
    check(commit);
    return save(commit);
  };
}

/** Checks all texts before they join a batch; in two calls of `storable` at most, because this runs in every turn. */
function check({ conversation, signature, contact }: Commit): void {
  const { key, value, day } = conversation;
  if (contact.kind === 'add') storable([contact.row.key, contact.row.channel], [contact.row.value]);
  else if (contact.kind === 'remove') storable([contact.key], []);
  if (signature.kind === 'add') {
    const { value: signed, dataKey, ...short } = signature.row;
    storable([key, day, dataKey.id, dataKey.day, ...Object.values(short)], [value, signed, dataKey.wrapped]);
  } else if (signature.kind === 'rename') {
    const { key: renamed, value: signed, dataKey } = signature.row;
    storable([key, day, renamed, dataKey.id, dataKey.day], [value, signed, dataKey.wrapped]);
  } else if (signature.kind === 'none') {
    storable([key, day], [value]);
  } else {
    storable([key, day, signature.kind === 'remove' ? signature.key : signature.receiptKey], [value]);
  }
}
