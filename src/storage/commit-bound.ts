import { joiningIn } from './commit-contacts.js';
import type { Commit } from './rows.js';
import { type Bind, texts } from './statement-parts.js';

/** A turn that may be saved only while its signature exists, and the signature's key. */
interface Bound {
  /** The key of the person's conversation. */
  readonly owner: string;
  readonly key: string;
}

/** The turns that need a signature: for a new contact, or for another name. */
export interface BoundTurns {
  readonly joining: readonly Bound[];
  readonly renaming: readonly Bound[];
}

export function boundIn(commits: readonly Commit[]): BoundTurns {
  return {
    joining: joiningIn(commits).map(({ owner, row }) => ({ owner, key: row.key })),
    renaming: commits.flatMap(({ conversation, signature }) =>
      signature.kind === 'rename' ? [{ owner: conversation.key, key: signature.row.key }] : [],
    ),
  };
}

export function isEmpty({ joining, renaming }: BoundTurns): boolean {
  return joining.length === 0 && renaming.length === 0;
}

/**
 * Locks the signatures that these turns need, so that nobody withdraws them or erases their names meanwhile. A contact
 * without its signature would break a foreign key and fail the whole statement. `unreachable` has the conversations
 * whose signature is gone, or whose new name would come after the erasure of all names.
 *
 * A person who corrects their name may withdraw from another device at the same time. That turn locks the conversation
 * and then the signature. So a statement with new names locks its conversations first as well, in the order of their
 * keys.
 */
export function reachable(s: string, bound: BoundTurns, commits: readonly Commit[], bind: Bind): string[] {
  if (isEmpty(bound)) return [];
  const { joining, renaming } = bound;
  const keys = texts(bind, [...joining, ...renaming], ({ key }) => key);
  const missing = (turns: readonly Bound[], where: string) =>
    `SELECT owner FROM unnest(${texts(bind, turns, ({ owner }) => owner)}, ${texts(bind, turns, ({ key }) => key)})
       AS bound (owner, key)
     WHERE key NOT IN (SELECT key FROM reachable ${where})`;
  const unreachable = [
    ...(joining.length === 0 ? [] : [missing(joining, '')]),
    // Erasing the names empties this column.
    ...(renaming.length === 0 ? [] : [missing(renaming, "WHERE data_key <> ''")]),
  ];
  const missingOnes = `unreachable AS (${unreachable.join(' UNION ALL ')})`;
  if (renaming.length === 0) {
    return [
      `reachable AS (
        SELECT key FROM ${s}.signatures WHERE key = ANY (${keys}) ORDER BY key FOR KEY SHARE
      )`,
      missingOnes,
    ];
  }
  const conversations = texts(bind, commits, ({ conversation }) => conversation.key);
  return [
    `conversing AS (
      SELECT key FROM ${s}.conversations WHERE key = ANY (${conversations}) ORDER BY key FOR NO KEY UPDATE
    )`,
    // The count is only there to lock the conversations first.
    `reachable AS (
      SELECT key, data_key FROM ${s}.signatures
      WHERE key = ANY (${keys}) AND (SELECT count(*) FROM conversing) >= 0
      ORDER BY key FOR NO KEY UPDATE
    )`,
    missingOnes,
  ];
}
