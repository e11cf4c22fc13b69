import type { Day } from '../day.js';
import type { Commit, ContactRow, DataKeyRow, SignatureRow } from './rows.js';

export interface Statement {
  readonly sql: string;
  readonly parameters: readonly unknown[];
}

/**
 * The one statement that saves many people's turns; its rows are the keys of those that were stale.
 *
 * It has only the parts that these turns need: each costs the server time, also with nothing to do. Rows are taken in
 * the order of their keys, so that two processes never wait for each other in a circle.
 * @param s the schema
 * @param commits at most one for each conversation
 * @param today the day by which a conversation is there or gone
 * @param days how many days a conversation stays without a turn
 */
export function commitStatement(s: string, commits: readonly Commit[], today: Day, days: number): Statement {
  const parameters: unknown[] = [];
  const bind: Bind = (value) => `$${parameters.push(value)}`;
  const beginning = commits.filter(({ conversation }) => conversation.revision === 1);
  const continuing = commits.filter(({ conversation }) => conversation.revision !== 1);
  const keptFor = `${bind(days)}::integer`;
  const joining = joiningIn(commits);
  const may = (key: string) => (joining.length === 0 ? '' : `${key} NOT IN (SELECT owner FROM unreachable)`);
  const parts = [
    ...reachable(s, joining, bind),
    ...(beginning.length === 0 ? [] : [begun(s, beginning, bind, keptFor, `${bind(today)}::date`, may)]),
    ...(continuing.length === 0 ? [] : [continued(s, continuing, bind, keptFor, may)]),
  ];
  const saved = [
    ...(beginning.length === 0 ? [] : ['SELECT key FROM begun']),
    ...(continuing.length === 0 ? [] : ['SELECT key FROM continued']),
  ];
  parts.push(
    `saved AS (${saved.join(' UNION ALL ')})`,
    ...additions(s, commits, bind),
    ...removals(s, commits, bind),
    ...contacts(s, commits, joining, bind),
  );
  const keys = texts(bind, commits, ({ conversation }) => conversation.key);
  const sql = `WITH ${parts.join(', ')}
    SELECT key FROM unnest(${keys}) AS turn (key) WHERE key NOT IN (SELECT key FROM saved)`;
  return { sql, parameters };
}

/** Takes a parameter's value and gives its name in the statement. */
type Bind = (value: unknown) => string;

/** A column of strings, one for each row. */
function texts<Row>(bind: Bind, rows: readonly Row[], text: (row: Row) => string): string {
  return `${bind(rows.map(text))}::text[]`;
}

/** The condition that a turn may be saved as far as its contact goes, on the key of its conversation; '' for none. */
type May = (key: string) => string;

/** First turns: where there is no conversation, or one whose time was up. */
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

/** Later turns: over the revision before, and over nothing else. */
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

/**
 * Of a turn's change: whether its conversation was saved. The statement is planned once for any number of people;
 * "IS TRUE" keeps the planner, which then can't know that number, from comparing everybody with everybody.
 */
const SAVED = '(owner IN (SELECT key FROM saved)) IS TRUE';

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
    dataKeys(
      s,
      added.map(({ row }) => row.dataKey),
      bind,
    ),
    // What staff have put on hold: new signatures from such a source don't count until it is released.
    `held AS (
      SELECT source, array_agg(number ORDER BY number) AS numbers
      FROM ${s}.quarantines WHERE hold AND released_on IS NULL GROUP BY source
    )`,
    `added AS (
      INSERT INTO ${s}.signatures
        (key, value, receipt_key, channel, locale, source, age, day, data_key, status, set_aside_by)
      SELECT key, value, receipt_key, channel, locale, source, age, day::date, data_key,
             CASE WHEN numbers IS NULL THEN 'counted' ELSE 'set-aside' END, coalesce(numbers, '{}')
      FROM unnest(${columns.join(', ')})
        AS signed (owner, key, value, receipt_key, channel, locale, source, age, day, data_key)
      LEFT JOIN held USING (source)
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
 * The wrapped keys that names are sealed under: nearly always one, and in the database already. Each statement brings
 * them all the same, since the database may have fallen back to a state before they were stored (a failover to a
 * standby that lagged, a recovery to an earlier moment). Where a key is there, it stays as it is, also when it was
 * wrapped to others since: looking costs one index lookup, and nothing is written or locked.
 */
function dataKeys(s: string, keys: readonly DataKeyRow[], bind: Bind): string {
  const distinct = [...new Map(keys.map((key) => [key.id, key])).values()];
  const columns = [
    texts(bind, distinct, ({ id }) => id),
    texts(bind, distinct, ({ wrapped }) => wrapped),
    texts(bind, distinct, ({ day }) => day),
  ];
  return `keys AS (
      INSERT INTO ${s}.data_keys (id, wrapped, day)
      SELECT id, wrapped, day::date FROM unnest(${columns.join(', ')}) AS sealing (id, wrapped, day)
      ORDER BY id
      ON CONFLICT (id) DO NOTHING
    )`;
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

/** A contact that is to be kept, and the conversation of its person. */
interface Joining {
  readonly owner: string;
  readonly row: ContactRow;
}

function joiningIn(commits: readonly Commit[]): readonly Joining[] {
  return commits.flatMap(({ conversation, contact }) =>
    contact.kind === 'add' ? [{ owner: conversation.key, row: contact.row }] : [],
  );
}

/**
 * The signatures that contacts are to hang on, held so that nobody takes them back meanwhile; a contact without its
 * signature would fail the whole statement.
 */
function reachable(s: string, joining: readonly Joining[], bind: Bind): string[] {
  if (joining.length === 0) return [];
  const keys = texts(bind, joining, ({ row }) => row.key);
  const owners = texts(bind, joining, ({ owner }) => owner);
  return [
    `reachable AS (
      SELECT key FROM ${s}.signatures WHERE key = ANY (${keys}) ORDER BY key FOR KEY SHARE
    )`,
    `unreachable AS (
      SELECT owner FROM unnest(${owners}, ${keys}) AS joining (owner, key)
      WHERE key NOT IN (SELECT key FROM reachable)
    )`,
  ];
}

function contacts(s: string, commits: readonly Commit[], joining: readonly Joining[], bind: Bind): string[] {
  const parts: string[] = [];
  if (joining.length > 0) {
    const columns = [
      texts(bind, joining, ({ owner }) => owner),
      texts(bind, joining, ({ row }) => row.key),
      texts(bind, joining, ({ row }) => row.value),
      texts(bind, joining, ({ row }) => row.channel),
    ];
    // Who stops and joins again gets nothing twice: all announcements so far are behind them.
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
