import type pg from 'pg';
import { UnsuitableDatabase } from './database.js';

/** The properties of a new connection. */
export interface Session {
  /**
   * False behind a pooler (PgBouncer, Supavisor and others): then each transaction may run on another connection of
   * the server, and the session keeps no state for us.
   */
  readonly direct: boolean;
  /** Begins a transaction with our settings, if the session can't keep them; null if it can. */
  readonly begin: string | null;
}

const OLDEST_VERSION = 15;

interface Facts {
  readonly version: string;
  readonly product: string;
  readonly encoding: string;
  readonly commit: string;
  readonly pid: number;
}

const FACTS = `
  SELECT current_setting('server_version_num') AS version, version() AS product,
         current_setting('server_encoding') AS encoding, current_setting('synchronous_commit') AS commit,
         pg_backend_pid() AS pid`;

/** Databases that speak PostgreSQL's protocol without the triggers that the tally needs; names in their version(). */
const WITHOUT_TRIGGERS = ['CockroachDB', 'Yugabyte', '-YB-', 'Aurora DSQL'];

/**
 * Checks a new connection and sets it up. We check every connection, because an address may lead to another server
 * later.
 * @throws UnsuitableDatabase
 */
export async function inspect(client: pg.ClientBase, statementTimeoutMs: number): Promise<Session> {
  const { rows } = await client.query<Facts>(FACTS);
  const [facts] = rows;
  if (facts === undefined) throw new Error('the database gave an empty answer');
  refuseUnsuitable(facts);
  const settings = settingsFor(facts, statementTimeoutMs);
  // A pooler makes up a process number, because its connections are not processes of the server.
  const direct = 'processID' in client && client.processID === facts.pid;
  if (direct) {
    await client.query(settings.map(([name, value]) => `SET ${name} = ${value}`).join('; '));
    return { direct, begin: null };
  }
  const begin = ['BEGIN', ...settings.map(([name, value]) => `SET LOCAL ${name} = ${value}`)].join('; ');
  await refuseStatementMode(client);
  return { direct, begin };
}

function refuseUnsuitable({ version, product, encoding }: Facts): void {
  const other = WITHOUT_TRIGGERS.find((name) => product.includes(name));
  if (other !== undefined) throw withoutTriggers(product.split(/[ ,]/)[0] ?? other);
  const major = Math.floor(Number(version) / 10_000);
  if (!(major >= OLDEST_VERSION)) {
    throw new UnsuitableDatabase(
      `DATABASE_URL leads to PostgreSQL ${major}: version ${OLDEST_VERSION} or later is needed`,
    );
  }
  if (encoding !== 'UTF8') {
    throw new UnsuitableDatabase(
      `DATABASE_URL leads to a database in the encoding ${encoding}: make one with ENCODING 'UTF8' TEMPLATE template0`,
    );
  }
}

/** The refusal of a database without statement triggers, which keep our tally. */
export function withoutTriggers(product: string, options?: ErrorOptions): UnsuitableDatabase {
  return new UnsuitableDatabase(
    `DATABASE_URL leads to ${product}, which has no statement triggers with transition tables: the total is kept by ` +
      'them, so use PostgreSQL itself (its replicas and managed services are fine)',
    options,
  );
}

/**
 * Plans must use indexes, because a plan stays in use while the tables grow. On a direct connection each statement is
 * planned once, for any number of people. JIT is off: our statements are too short for it to pay. If the server
 * confirms commits before they are on disk, our sessions wait for the disk.
 */
function settingsFor({ commit }: Facts, statementTimeoutMs: number): readonly (readonly [string, string])[] {
  return [
    ['statement_timeout', String(statementTimeoutMs)],
    ['plan_cache_mode', 'force_generic_plan'],
    ['enable_seqscan', 'off'],
    ['jit', 'off'],
    ...(commit === 'off' ? [['synchronous_commit', 'on'] as const] : []),
  ];
}

/** A pooler in statement mode refuses transactions, and we need them: a restore and a migration are one each. */
async function refuseStatementMode(client: pg.ClientBase): Promise<void> {
  try {
    await client.query('BEGIN');
    await client.query('ROLLBACK');
  } catch (error) {
    if (!(error instanceof Error) || !/statement pooling/i.test(error.message)) throw error;
    throw new UnsuitableDatabase(
      'DATABASE_URL leads through a pooler in statement mode, which takes no transactions: set its pool_mode to ' +
        'transaction or session, or connect directly to the server',
      { cause: error },
    );
  }
}
