import type { Day } from '../day.js';
import { boundIn, isEmpty, reachable } from './commit-bound.js';
import { contacts } from './commit-contacts.js';
import type { Commit, DataKeyRow, SignatureRow } from './rows.js';
import { matching } from './selection.js';
import { type Bind, SAVED, texts } from './statement-parts.js';

export interface Statement {
  readonly sql: string;
  readonly parameters: readonly unknown[];
}

/**
 * Builds one statement that saves many people's turns. It returns the conversation keys of the stale turns.
 *
 * It has only the parts that these turns need: even an empty part costs the server time. It locks rows in the order
 * of their keys, so that two processes can't deadlock.
 * @param s the schema
 * @param commits at most one for each conversation
 * @param today decides which conversations have expired
 * @param days how many days a conversation is kept after its last turn
 */
export function commitStatement(s: string, commits: readonly Commit[], today: Day, days: number): Statement {
  const parameters: unknown[] = [];
  const bind: Bind = (value) => `$${parameters.push(value)}`;
  const beginning = commits.filter(({ conversation }) => conversation.revision === 1);
  const continuing = commits.filter(({ conversation }) => conversation.revision !== 1);
  const keptFor = `${bind(days)}::integer`;
  const bound = boundIn(commits);
  const may = (key: string) => (isEmpty(bound) ? '' : `${key} NOT IN (SELECT owner FROM unreachable)`);
  const parts = [
    ...reachable(s, bound, commits, bind),
    ...(beginning.length === 0 ? [] : [begun(s, beginning, bind, keptFor, `${bind(today)}::date`, may)]),
    ...(continuing.length === 0 ? [] : [continued(s, continuing, bind, keptFor, may)]),
  ];
  const saved = [
    ...(beginning.length === 0 ? [] : ['SELECT key FROM begun']),
    ...(continuing.length === 0 ? [] : ['SELECT key FROM continued']),
  ];
  parts.push(
    `saved AS (${saved.join(' UNION ALL ')})`,
    ...dataKeys(s, commits, bind),
    ...additions(s, commits, bind),
    ...removals(s, commits, bind),
    ...renamings(s, commits, bind),
    ...contacts(s, commits, bind),
  );
  const keys = texts(bind, commits, ({ conversation }) => conversation.key);
  const sql = `WITH ${parts.join(', ')}
    SELECT key FROM unnest(${keys}) AS turn (key) WHERE key NOT IN (SELECT key FROM saved)`;
  return { sql, parameters };
}

/** The condition that the signature which a turn needs is there, given the column with the conversation's key; '' for none. */
type May = (key: string) => string;

/** First turns: saved only if the person has no conversation, or an expired one. */
function begun(
  s: string,
  commits: readonly Commit[],
  bind: Bind,
  keptFor: string,
  today: string,
  may: May,
): string {
  const columns = [
    texts(bind, commits, ({ conversation }) => conversation.key),
    texts(bind, commits, ({ conversation }) => conversation.value),
    texts(bind, commits, ({ conversation }) => conversation.day),
  ];
  return `
    begun AS (
      INSERT INTO ${s}.conversations AS c (key, value, revision, expires)
      SELECT key, value, 1, day::date + 1 + ${keptFor} FROM unnest(${columns.join(', ')}) AS turn (key, value, day)
      ${may('key') && `WHERE ${may('key')}`}
      ORDER BY key
      ON CONFLICT (key) DO UPDATE
      SET value = excluded.value, revision = excluded.revision, expires = excluded.expires
      WHERE c.expires <= ${today}
      RETURNING key
    )`;
}

/** Later turns: saved only if the row still has the revision before this one. */
function continued(s: string, commits: readonly Commit[], bind: Bind, keptFor: string, may: May): string {
  const columns = [
    texts(bind, commits, ({ conversation }) => conversation.key),
    texts(bind, commits, ({ conversation }) => conversation.value),
    texts(bind, commits, ({ conversation }) => String(conversation.revision)),
    texts(bind, commits, ({ conversation }) => conversation.day),
  ];
  return `
    continued AS (
      UPDATE ${s}.conversations c
      SET value = turn.value, revision = turn.revision::integer, expires = turn.day::date + 1 + ${keptFor}
      FROM (
        SELECT * FROM unnest(${columns.join(', ')}) AS turn (key, value, revision, day) ORDER BY key
      ) turn
      WHERE c.key = turn.key AND c.revision = turn.revision::integer - 1
        ${may('c.key') && `AND ${may('c.key')}`}
      RETURNING c.key
    )`;
}

function additions(s: string, commits: readonly Commit[], bind: Bind): string[] {
  const added: { readonly owner: string; readonly row: SignatureRow }[] = [];
  for (const { conversation, signature } of commits) {
    if (signature.kind === 'add') added.push({ owner: conversation.key, row: signature.row });
  }
  if (added.length === 0) return [];
  const columns = [
    texts(bind, added, ({ owner }) => owner),
    ...COLUMNS.map((name) => texts(bind, added, ({ row }) => row[name])),
    texts(bind, added, ({ row }) => row.dataKey.id),
  ];
  return [
    // Staff can hold new signatures of a kind: they don't count until staff release them.
    `holds AS MATERIALIZED (SELECT * FROM ${s}.quarantines WHERE hold AND released_on IS NULL)`,
    `added AS (
      INSERT INTO ${s}.signatures
        (key, value, receipt_key, channel, locale, source, age, day, data_key, status, set_aside_by)
      SELECT key, value, receipt_key, channel, locale, source, age, day::date, data_key,
             CASE WHEN numbers IS NULL THEN 'counted' ELSE 'set-aside' END, coalesce(numbers, '{}')
      FROM unnest(${columns.join(', ')})
        AS signed (owner, key, value, receipt_key, channel, locale, source, age, day, data_key)
      CROSS JOIN LATERAL (
        SELECT array_agg(number ORDER BY number) AS numbers
        FROM holds WHERE ${matching('signed', 'holds', 'signed.day::date')}
      ) held
      WHERE ${SAVED}
      ORDER BY key
    )`,
  ];
}

const COLUMNS = [
  'key',
  'value',
  'receiptKey',
  'channel',
  'locale',
  'source',
  'age',
  'day',
] as const satisfies Exclude<keyof SignatureRow, 'dataKey'>[];

/**
 * The wrapped keys that names are sealed under: nearly always one, already stored. Every statement includes them,
 * because the database may have lost them (a failover to a lagging standby, a recovery to an earlier point). A stored
 * key stays unchanged, even if it was rewrapped meanwhile. The check costs one index lookup, no write and no lock.
 */
function dataKeys(s: string, commits: readonly Commit[], bind: Bind): string[] {
  const keys = commits.flatMap(({ signature }): DataKeyRow[] =>
    signature.kind === 'add' || signature.kind === 'rename' ? [signature.row.dataKey] : [],
  );
  if (keys.length === 0) return [];
  const distinct = [...new Map(keys.map((key) => [key.id, key])).values()];
  const columns = [
    texts(bind, distinct, ({ id }) => id),
    texts(bind, distinct, ({ wrapped }) => wrapped),
    texts(bind, distinct, ({ day }) => day),
  ];
  return [
    `keys AS (
      INSERT INTO ${s}.data_keys (id, wrapped, day)
      SELECT id, wrapped, day::date FROM unnest(${columns.join(', ')}) AS sealing (id, wrapped, day)
      ORDER BY id
      ON CONFLICT (id) DO NOTHING
    )`,
  ];
}

function removals(s: string, commits: readonly Commit[], bind: Bind): string[] {
  const own: { readonly owner: string; readonly key: string }[] = [];
  const byReceipt: { readonly owner: string; readonly key: string }[] = [];
  for (const { conversation, signature } of commits) {
    const owner = conversation.key;
    if (signature.kind === 'remove') own.push({ owner, key: signature.key });
    if (signature.kind === 'remove-by-receipt') byReceipt.push({ owner, key: signature.receiptKey });
  }
  const table = (rows: typeof own) =>
    `unnest(${texts(bind, rows, ({ owner }) => owner)}, ${texts(bind, rows, ({ key }) => key)})`;
  const keys: string[] = [];
  if (own.length > 0) keys.push(`SELECT key FROM ${table(own)} AS own (owner, key) WHERE ${SAVED}`);
  if (byReceipt.length > 0) {
    keys.push(
      `SELECT key FROM ${table(byReceipt)} AS known (owner, receipt_key)
       JOIN ${s}.signatures USING (receipt_key) WHERE ${SAVED}`,
    );
  }
  if (keys.length === 0) return [];
  return [
    `leaving AS (
      SELECT key FROM ${s}.signatures WHERE key IN (${keys.join(' UNION ALL ')}) ORDER BY key FOR UPDATE
    )`,
    `removed AS (
      DELETE FROM ${s}.signatures WHERE key IN (SELECT key FROM leaving)
    )`,
  ];
}

/**
 * Gives signatures another name, with its new evidence. The columns that the tally counts by do not change, and the
 * status does not change either. A signature that another person's turn in this statement withdraws is gone: PostgreSQL
 * changes a row once a statement.
 */
function renamings(s: string, commits: readonly Commit[], bind: Bind): string[] {
  const renamed = commits.flatMap(({ conversation, signature }) =>
    signature.kind === 'rename' ? [{ owner: conversation.key, row: signature.row }] : [],
  );
  if (renamed.length === 0) return [];
  const columns = [
    texts(bind, renamed, ({ owner }) => owner),
    texts(bind, renamed, ({ row }) => row.key),
    texts(bind, renamed, ({ row }) => row.value),
    texts(bind, renamed, ({ row }) => row.dataKey.id),
  ];
  const isLeaving = commits.some(({ signature }) => signature.kind.startsWith('remove'));
  return [
    `renamed AS (
      UPDATE ${s}.signatures s SET value = renamed.value, data_key = renamed.data_key
      FROM unnest(${columns.join(', ')}) AS renamed (owner, key, value, data_key)
      WHERE s.key = renamed.key AND ${SAVED}
        ${isLeaving ? 'AND s.key NOT IN (SELECT key FROM leaving)' : ''}
    )`,
  ];
}
