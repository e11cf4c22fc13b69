import type { Day } from '../day.js';
import type { Commit, ContactRow, DataKeyRow, SignatureRow } from './rows.js';

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
 * @param today the day by which a conversation is there or gone
 * @param days how many days a conversation is kept after its last turn
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

/** Adds a parameter and returns its placeholder, `$1`. */
type Bind = (value: unknown) => string;

/** Binds a column of strings, one for each row. */
function texts<Row>(bind: Bind, rows: readonly Row[], text: (row: Row) => string): string {
  return `${bind(rows.map(text))}::text[]`;
}

/** The condition that a turn's contact can be stored, given the column with the conversation's key; '' for none. */
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

/**
 * The condition that the conversation of a change was saved. The statement is planned once for any number of people.
 * "IS TRUE" keeps the planner from a join that compares every row with every other.
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
    // Staff can hold a source: its new signatures don't count until staff release it.
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
 * The wrapped keys that names are sealed under: nearly always one, already stored. Every statement includes them,
 * because the database may have lost them (a failover to a lagging standby, a recovery to an earlier point). A stored
 * key stays unchanged, even if it was rewrapped meanwhile. The check costs one index lookup, no write and no lock.
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

/** A new contact, and the key of its person's conversation. */
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
 * Locks the signatures that new contacts belong to, so that nobody withdraws them meanwhile. A contact without its
 * signature would break a foreign key and fail the whole statement.
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
