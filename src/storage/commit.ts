import type { Day } from '../day.js';
import { commitStatement } from './commit-statement.js';
import type { Query } from './database.js';
import { gather } from './gather.js';
import { storable } from './storable.js';

/** A data key as it is stored: wrapped to the operator's offline identities. */
export interface DataKeyRow {
  readonly id: string;
  readonly wrapped: string;
  /** The day on which it was made: erasing goes by its age. */
  readonly day: Day;
}

/** A signature's row: what the database counts by stands beside the value. */
export interface SignatureRow {
  readonly key: string;
  readonly value: string;
  readonly receiptKey: string;
  /** What its name is sealed under: stored along with it, where the database does not have it. */
  readonly dataKey: DataKeyRow;
  readonly channel: string;
  readonly locale: string;
  /** '' for those who came without a code. */
  readonly source: string;
  readonly age: string;
  readonly day: Day;
}

/** The row of somebody who asked for updates. */
export interface ContactRow {
  /** That of the signature, which it goes with. */
  readonly key: string;
  readonly value: string;
  readonly channel: string;
}

/** One person's turn: the conversation, and with it what happens to a signature and to the contact that hangs on it. */
export interface Commit {
  readonly conversation: {
    readonly key: string;
    readonly value: string;
    /** Saved only over the revision before, or with 1 only where there is none. */
    readonly revision: number;
    /** The day of the turn. */
    readonly day: Day;
  };
  readonly signature:
    | { readonly kind: 'none' }
    /** Only where there is none under this key. */
    | { readonly kind: 'add'; readonly row: SignatureRow }
    | { readonly kind: 'remove'; readonly key: string }
    | { readonly kind: 'remove-by-receipt'; readonly receiptKey: string };
  readonly contact:
    | { readonly kind: 'none' }
    /** Only where the signature stands: where it is gone by now, the turn is stale. */
    | { readonly kind: 'add'; readonly row: ContactRow }
    | { readonly kind: 'remove'; readonly key: string };
}

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
