import type { Day } from '../day.js';
import { commitStatement } from './commit-statement.js';
import type { Query } from './database.js';
import { gather } from './gather.js';
import type { Commit } from './rows.js';
import { storable } from './storable.js';

/** `stale`: what was to be changed is no longer as the revision had it; neither row has changed. */
export type Committed = 'saved' | 'stale';

/** More in one statement are no cheaper each, and a person waits for all of them. */
const LARGEST = 512;

/**
 * Saves many people's turns in one statement each time, each of them whole or not at all.
 * @param today the day by which a conversation is there or gone
 * @param days how many days a conversation stays without a turn; rounded up, so that no row tells a time of day
 */
export function gatheredCommits(
  query: Query,
  schema: string,
  today: () => Day,
  days: number,
): (commit: Commit) => Promise<Committed> {
  async function run(commits: readonly Commit[]): Promise<readonly Committed[]> {
    // A second turn of a person in one batch was made over the same revision as the first: it comes too late.
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

  const save = gather(run, LARGEST);
  return async (commit) => {
    check(commit);
    return save(commit);
  };
}

/** Looks at all texts before they are gathered with those of others; at once, since this is done for every turn. */
function check({ conversation, signature, contact }: Commit): void {
  const { key, value, day } = conversation;
  if (contact.kind === 'add') storable([contact.row.key, contact.row.channel], [contact.row.value]);
  else if (contact.kind === 'remove') storable([contact.key], []);
  if (signature.kind === 'add') {
    const { value: signed, dataKey, ...short } = signature.row;
    storable([key, day, dataKey.id, dataKey.day, ...Object.values(short)], [value, signed, dataKey.wrapped]);
  } else if (signature.kind === 'none') {
    storable([key, day], [value]);
  } else {
    storable([key, day, signature.kind === 'remove' ? signature.key : signature.receiptKey], [value]);
  }
}
