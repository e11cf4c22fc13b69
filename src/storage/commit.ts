import { commitStatement } from './commit-statement.js';
import type { Query } from './database.js';
import { gather } from './gather.js';
import { storable } from './storable.js';

/** A data key as it is stored: wrapped for the operator's offline identities. */
export interface DataKeyRow {
  readonly id: string;
  readonly wrapped: string;
  /** The day on which it was made, `YYYY-MM-DD` in UTC: erasing goes by its age. */
  readonly day: string;
}

/** A signature's row: the columns that the tally counts by, and the value. */
export interface SignatureRow {
  readonly key: string;
  readonly value: string;
  readonly receiptKey: string;
  /** The key that seals the name: stored with the signature if the database does not have it. */
  readonly dataKey: DataKeyRow;
  readonly channel: string;
  readonly locale: string;
  /** '' for a person who came without a source code. */
  readonly source: string;
  readonly age: string;
  /** `YYYY-MM-DD` in UTC. */
  readonly day: string;
}

/** The row of a person who asked for updates. */
export interface ContactRow {
  /** The key of the signature that it belongs to. */
  readonly key: string;
  readonly value: string;
  readonly channel: string;
}

/** One person's turn: the new conversation, and its changes to a signature and to that signature's contact. */
export interface Commit {
  readonly conversation: {
    readonly key: string;
    readonly value: string;
    /** Saved only if the stored revision is one less; 1 is saved only if there is no conversation. */
    readonly revision: number;
    /** The day of the turn, `YYYY-MM-DD` in UTC. */
    readonly day: string;
  };
  readonly signature:
    | { readonly kind: 'none' }
    /** Only if there is none with this key. */
    | { readonly kind: 'add'; readonly row: SignatureRow }
    | { readonly kind: 'remove'; readonly key: string }
    | { readonly kind: 'remove-by-receipt'; readonly receiptKey: string };
  readonly contact:
    | { readonly kind: 'none' }
    /** Only while the signature exists: if it is gone, the turn is stale. */
    | { readonly kind: 'add'; readonly row: ContactRow }
    | { readonly kind: 'remove'; readonly key: string };
}

/** `stale`: the rows are no longer as they were read; nothing was changed. */
export type Committed = 'saved' | 'stale';

/** Larger statements save no time per turn, and each person waits for the whole statement. */
const MAX_TURNS = 512;

/**
 * Saves many people's turns in one statement. Each turn is saved whole or not at all.
 * @param today the day by which a conversation is there or gone, `YYYY-MM-DD` in UTC
 * @param days how many days a conversation is kept after its last turn; rounded up, so that no row tells a time of day
 */
export function gatheredCommits(
  query: Query,
  schema: string,
  today: () => string,
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
  } else if (signature.kind === 'none') {
    storable([key, day], [value]);
  } else {
    storable([key, day, signature.kind === 'remove' ? signature.key : signature.receiptKey], [value]);
  }
}
