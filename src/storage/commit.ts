import type { Query } from './database.js';
import { gather } from './gather.js';
import { storable } from './storable.js';

/** A signature's row: what the database counts by stands beside the value. */
export interface SignatureRow {
  readonly key: string;
  readonly value: string;
  readonly receiptKey: string;
  readonly dataKey: string;
  readonly channel: string;
  readonly locale: string;
  /** '' for those who came without a code. */
  readonly source: string;
  readonly age: string;
  /** `YYYY-MM-DD` in UTC. */
  readonly day: string;
}

/** One person's turn: the conversation, and with it what happens to a signature. */
export interface Commit {
  readonly conversation: {
    readonly key: string;
    readonly value: string;
    /** Saved only over the revision before, or with 1 only where there is none. */
    readonly revision: number;
    /** The day of the turn, `YYYY-MM-DD` in UTC. */
    readonly day: string;
  };
  readonly signature:
    | { readonly kind: 'none' }
    /** Only where there is none under this key. */
    | { readonly kind: 'add'; readonly row: SignatureRow }
    | { readonly kind: 'remove'; readonly key: string }
    | { readonly kind: 'remove-by-receipt'; readonly receiptKey: string };
}

/** `stale`: what was to be changed is no longer as the revision had it; neither row has changed. */
export type Committed = 'saved' | 'stale';

/** More in one statement are no cheaper each, and a person waits for all of them. */
const LARGEST = 512;

/**
 * Saves many people's turns in one statement each time, each of them whole or not at all.
 * @param today the day by which a conversation is there or gone, `YYYY-MM-DD` in UTC
 * @param days how many days a conversation stays without a turn; rounded up, so that no row tells a time of day
 */
export function gatheredCommits(
  query: Query,
  schema: string,
  today: () => string,
  days: number,
): (commit: Commit) => Promise<Committed> {
  const conversationsOnly = statement(schema, false);
  const withSignatures = statement(schema, true);

  async function run(commits: readonly Commit[]): Promise<readonly Committed[]> {
    // A second turn of a person in one batch was made over the same revision as the first: it comes too late.
    const first = new Map<string, Commit>();
    for (const commit of commits) {
      if (!first.has(commit.conversation.key)) first.set(commit.conversation.key, commit);
    }
    const distinct = [...first.values()];
    const signing = distinct.some(({ signature }) => signature.kind !== 'none');
    const parameters = [today(), days, ...conversationColumns(distinct)];
    const rows = await (signing
      ? query<{ key: string }>(withSignatures, [...parameters, ...signatureColumns(distinct)])
      : query<{ key: string }>(conversationsOnly, parameters));
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
function check({ conversation, signature }: Commit): void {
  const { key, value, day } = conversation;
  if (signature.kind === 'add') {
    const { value: signed, ...short } = signature.row;
    storable([key, day, ...Object.values(short)], [value, signed]);
  } else if (signature.kind === 'none') {
    storable([key, day], [value]);
  } else {
    storable([key, day, signature.kind === 'remove' ? signature.key : signature.receiptKey], [value]);
  }
}

/** $3 … $6 */
function conversationColumns(commits: readonly Commit[]): string[][] {
  return [
    commits.map(({ conversation }) => conversation.key),
    commits.map(({ conversation }) => conversation.value),
    commits.map(({ conversation }) => String(conversation.revision)),
    commits.map(({ conversation }) => conversation.day),
  ];
}

/** $7 … $20; each begins with the conversation that the change belongs to. */
function signatureColumns(commits: readonly Commit[]): string[][] {
  const added: [string, SignatureRow][] = [];
  const removed: [string, string][] = [];
  const removedByReceipt: [string, string][] = [];
  for (const { conversation, signature } of commits) {
    if (signature.kind === 'add') added.push([conversation.key, signature.row]);
    if (signature.kind === 'remove') removed.push([conversation.key, signature.key]);
    if (signature.kind === 'remove-by-receipt') {
      removedByReceipt.push([conversation.key, signature.receiptKey]);
    }
  }
  return [
    added.map(([owner]) => owner),
    ...SIGNATURE_COLUMNS.map((column) => added.map(([, row]) => row[column])),
    removed.map(([owner]) => owner),
    removed.map(([, key]) => key),
    removedByReceipt.map(([owner]) => owner),
    removedByReceipt.map(([, receiptKey]) => receiptKey),
  ];
}

const SIGNATURE_COLUMNS = [
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

/**
 * The statement. It is prepared once, for any number of people: "(… IN …) IS TRUE" keeps the planner, which then can't
 * know that number, from comparing everybody with everybody.
 *
 * Rows are taken in the order of their keys, so that two processes never wait for each other in a
 * circle. INSERT … ON CONFLICT waits for whoever has the row and then looks again, so the revision is compared with
 * what is really there.
 */
function statement(s: string, signing: boolean): string {
  const saved = `
    saved AS (
      INSERT INTO ${s}.conversations AS c (key, value, revision, expires)
      SELECT key, value, revision::integer, day::date + 1 + $2::integer
      FROM unnest($3::text[], $4::text[], $5::text[], $6::text[]) AS turn (key, value, revision, day)
      WHERE revision = '1' OR EXISTS (SELECT FROM ${s}.conversations e WHERE e.key = turn.key)
      ORDER BY key
      ON CONFLICT (key) DO UPDATE
      SET value = excluded.value, revision = excluded.revision, expires = excluded.expires
      WHERE c.revision = excluded.revision - 1 OR (excluded.revision = 1 AND c.expires <= $1::date)
      RETURNING c.key
    )`;
  const stale = `
    SELECT key FROM unnest($3::text[]) AS turn (key) WHERE key NOT IN (SELECT key FROM saved)`;
  if (!signing) return `WITH ${saved} ${stale}`;
  return `
    WITH ${saved},
    added AS (
      INSERT INTO ${s}.signatures (key, value, receipt_key, data_key, channel, locale, source, age, status, day)
      SELECT key, value, receipt_key, data_key, channel, locale, source, age, 'counted', day::date
      FROM unnest($7::text[], $8::text[], $9::text[], $10::text[], $11::text[], $12::text[], $13::text[],
                  $14::text[], $15::text[], $16::text[])
        AS signed (owner, key, value, receipt_key, data_key, channel, locale, source, age, day)
      WHERE (owner IN (SELECT key FROM saved)) IS TRUE
      ORDER BY key
      ON CONFLICT (key) DO NOTHING
    ),
    leaving AS (
      SELECT key FROM ${s}.signatures
      WHERE key IN (
        SELECT key FROM unnest($17::text[], $18::text[]) AS own (owner, key)
        WHERE owner IN (SELECT key FROM saved)
        UNION ALL
        SELECT key FROM unnest($19::text[], $20::text[]) AS known (owner, receipt_key)
        JOIN ${s}.signatures USING (receipt_key)
        WHERE owner IN (SELECT key FROM saved))
      ORDER BY key
      FOR UPDATE
    ),
    removed AS (
      DELETE FROM ${s}.signatures WHERE key IN (SELECT key FROM leaving)
    )
    ${stale}`;
}
