import pg from 'pg';
import { type Database, type Query, StoreUnavailable, sqlstate, UnsuitableDatabase } from './database.js';
import { parseServerAddress } from './server-address.js';
import { codeOf, sorted, sortedAtConnecting } from './server-errors.js';
import { openHosts, refuseUnfit } from './server-hosts.js';
import { inspect, type Session } from './server-session.js';
import { textArray } from './text-array.js';

export interface ServerOptions {
  /** How many connections at most. */
  readonly connections?: number;
  readonly connectTimeoutMs?: number;
  /** How long a statement may take. */
  readonly queryTimeoutMs?: number;
  /** Called when an idle connection breaks, with the server's SQLSTATE or Node.js's error code. */
  readonly onConnectionLost?: (code: string) => void;
}

/** The batches of one process use four at most; the rest are for staff, jobs and the total. */
const CONNECTIONS = 10;

const CONNECT_TIMEOUT_MS = 5_000;
const IDLE_MS = 300_000;
const QUERY_TIMEOUT_MS = 8_000;

/** The server ends a slow statement itself. If we hear nothing, we give up this much later. */
const GRACE_MS = 2_000;

/**
 * The connection does not know a named statement, or knows another one by that name: a pooler shared or cleared its
 * connections. The server refused the statement before it ran.
 */
const NAMES_LOST = ['26000', '42P05'];

/**
 * Opens a pool of connections to PostgreSQL 15 or later. It does not connect yet: the server may still be away.
 * @param url may name several hosts; we use the primary
 * @throws UnsuitableDatabase if the address is wrong
 */
export function openServer(url: string, options: ServerOptions = {}): Database {
  const queryTimeoutMs = options.queryTimeoutMs ?? QUERY_TIMEOUT_MS;
  const sessions = new WeakMap<pg.ClientBase, Session>();
  const address = parseServerAddress(url);
  if (!address.ok) throw new UnsuitableDatabase(`DATABASE_URL: ${address.message}`);
  const { target } = address.value;
  const hosts = openHosts(address.value, (server) => {
    const pool = new pg.Pool({
      application_name: 'petition-channel',
      ...server,
      connectionTimeoutMillis: options.connectTimeoutMs ?? CONNECT_TIMEOUT_MS,
      query_timeout: queryTimeoutMs + GRACE_MS,
      keepAlive: true,
      // Long, because a new connection must plan all statements again.
      idleTimeoutMillis: IDLE_MS,
      max: options.connections ?? CONNECTIONS,
      onConnect: async (client) => {
        await refuseUnfit(client, target);
        sessions.set(client, await inspect(client, queryTimeoutMs));
      },
    });
    // Without a listener, an idle connection that breaks would end the process.
    pool.on('error', (error: Error) => options.onConnectionLost?.(codeOf(error)));
    return pool;
  });
  const names = new Map<string, string>();
  let named = true;
  let closing: Promise<void> | null = null;

  function nameOf(sql: string): string {
    const name = names.get(sql) ?? `petition_${names.size}`;
    names.set(sql, name);
    return name;
  }

  /** Runs `work` on its own connection. If it stops answering, we close it; that also rolls back. */
  async function withClient<T>(work: (client: pg.PoolClient, session: Session) => Promise<T>): Promise<T> {
    if (closing !== null) throw new StoreUnavailable('closed');
    const client = await hosts.connect().catch((error: unknown) => {
      throw sortedAtConnecting(error);
    });
    // The running statement rejects too, so this event tells us nothing new.
    const ignore = () => undefined;
    client.on('error', ignore);
    let broken: Error | undefined;
    try {
      const session = sessions.get(client);
      if (session === undefined) throw new Error('a connection that was not inspected');
      return await work(client, session);
    } catch (error) {
      if (error instanceof StoreUnavailable || namesLost(error)) broken = error;
      if (error instanceof StoreUnavailable) hosts.broke(client, error);
      throw error;
    } finally {
      client.off('error', ignore);
      client.release(broken);
    }
  }

  /** Begins, does the work and commits; rolls back when the work throws. */
  async function within<T>(
    client: pg.PoolClient,
    { begin }: Session,
    work: (query: Query) => Promise<T>,
    timeoutMs?: number,
  ): Promise<T> {
    const longer = timeoutMs === undefined ? '' : `; SET LOCAL statement_timeout = ${Math.trunc(timeoutMs)}`;
    const run: Query = async <Row extends Record<string, unknown>>(
      sql: string,
      parameters: readonly unknown[] = [],
    ) => {
      const timeout = timeoutMs === undefined ? {} : { query_timeout: timeoutMs + GRACE_MS };
      const statement = { text: sql, values: parameters.map(encode), ...timeout };
      return (await client.query<Row>(statement).catch(rethrow)).rows;
    };
    try {
      await client.query((begin ?? 'BEGIN') + longer).catch(rethrow);
      const result = await work(run);
      await run('COMMIT');
      return result;
    } catch (error) {
      if (error instanceof StoreUnavailable) throw error;
      await client.query('ROLLBACK').catch((failure: unknown) => {
        throw new StoreUnavailable(codeOf(failure), { cause: error });
      });
      throw error;
    }
  }

  const query: Query = async <Row extends Record<string, unknown>>(
    sql: string,
    parameters: readonly unknown[] = [],
  ) => {
    const once = () =>
      withClient(async (client, session) => {
        if (session.begin !== null) return within(client, session, (run) => run<Row>(sql, parameters));
        // Planning a batch takes longer than running it for one person, so each connection plans it once.
        const name = named && parameters.length > 0 ? { name: nameOf(sql) } : {};
        const statement = { ...name, text: sql, values: parameters.map(encode) };
        return (await client.query<Row>(statement).catch(rethrow)).rows;
      });
    const wasNamed = named;
    try {
      return await once();
    } catch (error) {
      if (!wasNamed || !namesLost(error)) throw error;
      named = false;
      return once();
    }
  };

  return {
    kind: 'server',
    query,
    transaction: (work, { timeoutMs } = {}) =>
      withClient((client, session) => within(client, session, work, timeoutMs)),
    close() {
      closing ??= hosts.end();
      return closing;
    },
  };
}

function namesLost(error: unknown): error is Error {
  return NAMES_LOST.includes(sqlstate(error) ?? '');
}

function rethrow(error: unknown): never {
  throw sorted(error);
}

/** Sends arrays of strings in binary form. */
function encode(parameter: unknown): unknown {
  return Array.isArray(parameter) ? textArray(parameter) : parameter;
}
