import type { Commit, ContactRow } from './rows.js';
import { type Bind, SAVED, texts } from './statement-parts.js';

/** A new contact, and the key of its person's conversation. */
interface Joining {
  readonly owner: string;
  readonly row: ContactRow;
}

export function joiningIn(commits: readonly Commit[]): readonly Joining[] {
  return commits.flatMap(({ conversation, contact }) =>
    contact.kind === 'add' ? [{ owner: conversation.key, row: contact.row }] : [],
  );
}

/** Adds and deletes contacts. */
export function contacts(s: string, commits: readonly Commit[], bind: Bind): string[] {
  const joining = joiningIn(commits);
  const parts: string[] = [];
  if (joining.length > 0) {
    const columns = [
      texts(bind, joining, ({ owner }) => owner),
      texts(bind, joining, ({ row }) => row.key),
      texts(bind, joining, ({ row }) => row.value),
      texts(bind, joining, ({ row }) => row.channel),
    ];
    // A new contact counts as having had all announcements so far: a person who leaves and rejoins gets none twice.
    parts.push(`joined AS (
      INSERT INTO ${s}.contacts (key, value, channel, announced)
      SELECT key, value, channel, (SELECT coalesce(max(number), 0) FROM ${s}.announcements)
      FROM unnest(${columns.join(', ')}) AS joining (owner, key, value, channel)
      WHERE ${SAVED}
      ORDER BY key
      ON CONFLICT (key) DO NOTHING
    )`);
  }
  const parting = commits.flatMap(({ conversation, contact }) =>
    contact.kind === 'remove' ? [{ owner: conversation.key, key: contact.key }] : [],
  );
  if (parting.length > 0) {
    const owners = texts(bind, parting, ({ owner }) => owner);
    const keys = texts(bind, parting, ({ key }) => key);
    parts.push(`parted AS (
      DELETE FROM ${s}.contacts
      WHERE key IN (SELECT key FROM unnest(${owners}, ${keys}) AS parting (owner, key) WHERE ${SAVED})
    )`);
  }
  return parts;
}
