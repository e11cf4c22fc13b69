import type { Commit, SignatureRow } from './commit.js';

export interface Statement {
  readonly sql: string;
  readonly parameters: readonly unknown[];
}

/**
 * The one statement that saves many people's turns; its rows are the keys of those that were stale.
 *
 * It has only the parts that these turns need: each costs the server time, also with nothing to do. Rows are taken in
 * the order of their keys, so that two processes never wait for each other in a circle. INSERT … ON CONFLICT waits
 * for whoever has the row and then looks again, so the revision is compared with what is really there.
 * @param s the schema
 * @param commits at most one for each conversation
 * @param today the day by which a conversation is there or gone, `YYYY-MM-DD` in UTC
 * @param days how many days a conversation stays without a turn
 */
export function commitStatement(
  s: string,
  commits: readonly Commit[],
  today: string,
  days: number,
): Statement {
  const parameters: unknown[] = [];
  const bind = (value: unknown) => `$${parameters.push(value)}`;
  const column = (texts: readonly string[]) => `${bind(texts)}::text[]`;

  const conversations = commits.map(({ conversation }) => conversation);
  const keys = column(conversations.map(({ key }) => key));
  const values = column(conversations.map(({ value }) => value));
  const revisions = column(conversations.map(({ revision }) => String(revision)));
  const turnDays = column(conversations.map(({ day }) => day));
  const saved = `
    saved AS (
      INSERT INTO ${s}.conversations AS c (key, value, revision, expires)
      SELECT key, value, revision::integer, day::date + 1 + ${bind(days)}::integer
      FROM unnest(${keys}, ${values}, ${revisions}, ${turnDays}) AS turn (key, value, revision, day)
      WHERE revision = '1' OR EXISTS (SELECT FROM ${s}.conversations e WHERE e.key = turn.key)
      ORDER BY key
      ON CONFLICT (key) DO UPDATE
      SET value = excluded.value, revision = excluded.revision, expires = excluded.expires
      WHERE c.revision = excluded.revision - 1 OR (excluded.revision = 1 AND c.expires <= ${bind(today)}::date)
      RETURNING c.key
    )`;
  const parts = [saved, ...additions(s, commits, column), ...removals(s, commits, column)];
  const sql = `WITH ${parts.join(',')}
    SELECT key FROM unnest(${keys}) AS turn (key) WHERE key NOT IN (SELECT key FROM saved)`;
  return { sql, parameters };
}

/**
 * Of a turn's change: whether its conversation was saved. The statement is planned once for any number of people;
 * "IS TRUE" keeps the planner, which then can't know that number, from comparing everybody with everybody.
 */
const SAVED = '(owner IN (SELECT key FROM saved)) IS TRUE';

/** Takes a column of strings as a parameter and gives its name in the statement. */
type Column = (texts: readonly string[]) => string;

function additions(s: string, commits: readonly Commit[], column: Column): string[] {
  const owners: string[] = [];
  const rows: SignatureRow[] = [];
  for (const { conversation, signature } of commits) {
    if (signature.kind !== 'add') continue;
    owners.push(conversation.key);
    rows.push(signature.row);
  }
  if (rows.length === 0) return [];
  const columns = [owners, ...COLUMNS.map((name) => rows.map((row) => row[name]))];
  return [
    `added AS (
      INSERT INTO ${s}.signatures (key, value, receipt_key, data_key, channel, locale, source, age, day, status)
      SELECT key, value, receipt_key, data_key, channel, locale, source, age, day::date, 'counted'
      FROM unnest(${columns.map(column).join(', ')})
        AS signed (owner, key, value, receipt_key, data_key, channel, locale, source, age, day)
      WHERE ${SAVED}
      ORDER BY key
      ON CONFLICT (key) DO NOTHING
    )`,
  ];
}

const COLUMNS = [
  'key',
  'value',
  'receiptKey',
  'dataKey',
  'channel',
  'locale',
  'source',
  'age',
  'day',
] as const satisfies (keyof SignatureRow)[];

function removals(s: string, commits: readonly Commit[], column: Column): string[] {
  const own: [owner: string, key: string][] = [];
  const byReceipt: [owner: string, receiptKey: string][] = [];
  for (const { conversation, signature } of commits) {
    if (signature.kind === 'remove') own.push([conversation.key, signature.key]);
    if (signature.kind === 'remove-by-receipt') byReceipt.push([conversation.key, signature.receiptKey]);
  }
  const columns = (pairs: readonly [string, string][]) =>
    `unnest(${column(pairs.map(([owner]) => owner))}, ${column(pairs.map(([, key]) => key))})`;
  const keys = [
    ...(own.length === 0 ? [] : [`SELECT key FROM ${columns(own)} AS own (owner, key) WHERE ${SAVED}`]),
    ...(byReceipt.length === 0
      ? []
      : [
          `SELECT key FROM ${columns(byReceipt)} AS known (owner, receipt_key)
           JOIN ${s}.signatures USING (receipt_key) WHERE ${SAVED}`,
        ]),
  ];
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
