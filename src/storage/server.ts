import pg from 'pg';
import { type Database, type Query, StoreUnavailable, UnsuitableDatabase } from './database.js';
import { codeOf, sorted } from './server-errors.js';
import { serverLocks } from './server-locks.js';
import { textArray } from './text-array.js';

export interface ServerOptions {
  /** How many connections at most. */
  readonly connections?: number;
  readonly connectTimeoutMs?: number;
  /** How long a statement may take. */
  readonly queryTimeoutMs?: number;
  /** Told when an idle connection breaks: the server's SQLSTATE or Node.js's error code. */
  readonly onConnectionLost?: (code: string) => void;
}

/** The gathered work of one process keeps at most four busy; the rest is for staff, jobs and the total. */
const CONNECTIONS = 10;

/** Each lock that is held keeps a connection: one for each platform's gateway and each kind of job. */
const LOCK_CONNECTIONS = 16;

const CONNECT_TIMEOUT_MS = 5_000;
const IDLE_MS = 300_000;
const QUERY_TIMEOUT_MS = 8_000;

/** The server ends a slow statement by itself; we give up on one that says nothing only this much later. */
const GRACE_MS = 2_000;

const OLDEST_VERSION = 15;

/** A pool of connections to PostgreSQL 15 or later. Asks nothing yet: the server may still be away. */
export function openServer(url: string, options: ServerOptions = {}): Database {
  const queryTimeoutMs = options.queryTimeoutMs ?? QUERY_TIMEOUT_MS;
  const settings: pg.PoolConfig = {
    connectionString: url,
    connectionTimeoutMillis: options.connectTimeoutMs ?? CONNECT_TIMEOUT_MS,
    query_timeout: queryTimeoutMs + GRACE_MS,
    application_name: 'petition-channel',
    keepAlive: true,
    // A new connection plans its statements anew.
    idleTimeoutMillis: IDLE_MS,
    onConnect: (client) => inspect(client, queryTimeoutMs),
  };
  // Without a listener, a connection that breaks while idle would end the process.
  const onError = (error: Error) => options.onConnectionLost?.(codeOf(error));
  const pool = new pg.Pool({ ...settings, max: options.connections ?? CONNECTIONS }).on('error', onError);
  const locks = serverLocks(new pg.Pool({ ...settings, max: LOCK_CONNECTIONS }).on('error', onError));
  const names = new Map<string, string>();
  let closing: Promise<void> | null = null;

  function nameOf(sql: string): string {
    const name = names.get(sql) ?? `petition_${names.size}`;
    names.set(sql, name);
    return name;
  }

  const query: Query = async <Row extends Record<string, unknown>>(
    sql: string,
    parameters: readonly unknown[] = [],
  ) => {
    if (closing !== null) throw new StoreUnavailable('closed');
    // Planning a gathered statement takes longer than running it for one person: it is planned once a connection.
    const name = parameters.length === 0 ? {} : { name: nameOf(sql) };
    const statement = { ...name, text: sql, values: parameters.map(encode) };
    return (await pool.query<Row>(statement).catch(rethrow)).rows;
  };

  return {
    kind: 'server',
    query,
    async transaction(work, { timeoutMs } = {}) {
      if (closing !== null) throw new StoreUnavailable('closed');
      const client = await pool.connect().catch(rethrow);
      // The same as above, while the connection is ours; the statement under way rejects as well.
      const ignore = () => undefined;
      client.on('error', ignore);
      const run: Query = async <Row extends Record<string, unknown>>(
        sql: string,
        parameters: readonly unknown[] = [],
      ) => {
        const patience = timeoutMs === undefined ? {} : { query_timeout: timeoutMs + GRACE_MS };
        const statement = { text: sql, values: parameters.map(encode), ...patience };
        return (await client.query<Row>(statement).catch(rethrow)).rows;
      };
      let broken: Error | undefined;
      try {
        await run('BEGIN');
        if (timeoutMs !== undefined) {
          await run("SELECT set_config('statement_timeout', $1, true)", [String(timeoutMs)]);
        }
        const result = await work(run);
        await run('COMMIT');
        return result;
      } catch (error) {
        // A connection that no longer answers is closed, which rolls back as well.
        if (error instanceof StoreUnavailable) broken = error;
        else {
          await run('ROLLBACK').catch((failure: Error) => {
            broken = failure;
          });
        }
        throw error;
      } finally {
        client.off('error', ignore);
        client.release(broken);
      }
    },
    async tryLock(name) {
      if (closing !== null) throw new StoreUnavailable('closed');
      return locks.tryLock(name).catch(rethrow);
    },
    close() {
      closing ??= Promise.all([pool.end(), locks.close()]).then(() => undefined);
      return closing;
    },
  };
}

function rethrow(error: unknown): never {
  throw sorted(error);
}

/** Strings in arrays go in binary form. */
function encode(parameter: unknown): unknown {
  return Array.isArray(parameter) ? textArray(parameter) : parameter;
}

/**
 * Looks at every new connection (behind one address another server may stand tomorrow) and sets it up: statements are
 * planned once, for any number of people, and by index, since the plan is also used when the tables have grown. None
 * is long enough for compiling to pay.
 */
async function inspect(client: pg.ClientBase, queryTimeoutMs: number): Promise<void> {
  const { rows } = await client.query<{ version: string; encoding: string }>(
    `SELECT current_setting('server_version_num') AS version, current_setting('server_encoding') AS encoding,
            set_config('statement_timeout', $1, false),
            set_config('plan_cache_mode', 'force_generic_plan', false), set_config('enable_seqscan', 'off', false),
            set_config('jit', 'off', false)`,
    [String(queryTimeoutMs)],
  );
  const version = Math.floor(Number(rows[0]?.version) / 10_000);
  const encoding = rows[0]?.encoding ?? '';
  if (!(version >= OLDEST_VERSION)) {
    throw new UnsuitableDatabase(
      `DATABASE_URL leads to PostgreSQL ${version}: version ${OLDEST_VERSION} or later is needed`,
    );
  }
  if (encoding !== 'UTF8') {
    throw new UnsuitableDatabase(
      `DATABASE_URL leads to a database in the encoding ${encoding}: make one with ENCODING 'UTF8' TEMPLATE template0`,
    );
  }
}
