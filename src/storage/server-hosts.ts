import type pg from 'pg';
import { StoreUnavailable, sqlstate, UnsuitableDatabase } from './database.js';
import type { ServerAddress, Target } from './server-address.js';

/** The servers of one address. All connections are made to one of them until it fails; then to the next. */
export interface Hosts {
  /** A connection to the server in use or, where that one fails, to the first one that does not. */
  connect(): Promise<pg.PoolClient>;
  /** Takes note of why a connection broke: the next one may be made to another server. */
  broke(client: pg.PoolClient, error: StoreUnavailable): void;
  /** Takes nothing new and resolves when all connections are closed. */
  end(): Promise<void>;
}

/**
 * SQLSTATEs, or their beginnings, by which a server sends us to another one. A server that refuses our password or has
 * no such database is the right one: the others are not asked, as libpq does.
 */
const ELSEWHERE = [
  '08', // the connection
  '25006', // read-only
  '57P', // shut down, or not started yet
];

/** What the driver says when all connections that we allow ourselves are busy: no server's fault. */
const POOL_FULL = 'timeout exceeded when trying to connect';

/** @param open makes the connections to one server */
export function openHosts(
  { servers, target }: ServerAddress,
  open: (server: pg.ClientConfig) => pg.Pool,
): Hosts {
  const pools = servers.map(open);
  const origins = new WeakMap<pg.PoolClient, pg.Pool>();
  let current = 0;

  function inUse(): pg.Pool {
    const pool = pools[current];
    if (pool === undefined) throw new Error('an address has at least one server');
    return pool;
  }

  /** Several connections can find the same server gone: only the first one moves us on. */
  function leave(pool: pg.Pool | undefined): void {
    if (pools[current] === pool) current = (current + 1) % pools.length;
  }

  return {
    async connect() {
      for (let left = pools.length; ; left -= 1) {
        const pool = inUse();
        try {
          const client = await pool.connect();
          origins.set(client, pool);
          return client;
        } catch (error) {
          if (!pointsElsewhere(error)) throw error;
          // Also after the last one: so each round begins with the same server and ends with the same reason.
          leave(pool);
          if (left === 1) throw error;
        }
      }
    },
    broke(client, error) {
      // Where a standby would do as well, we would leave the primary for it after one slow statement.
      if (target !== 'any' && pointsElsewhere(error)) leave(origins.get(client));
    },
    async end() {
      await Promise.all(pools.map((pool) => pool.end()));
    },
  };
}

function pointsElsewhere(error: unknown): boolean {
  if (error instanceof Error && error.message === POOL_FULL) return false;
  if (error instanceof UnsuitableDatabase) return false;
  const state = sqlstate(error);
  // Without a SQLSTATE no answer came: the network, the driver's patience, or TLS.
  return state === null || ELSEWHERE.some((prefix) => state.startsWith(prefix));
}

/**
 * Refuses a server that target_session_attrs does not allow, with the server's own code for a write to it.
 * @throws StoreUnavailable
 */
export async function refuseUnfit(client: pg.ClientBase, target: Target): Promise<void> {
  if (target === 'any') return;
  const { rows } = await client.query<{ standby: boolean; readonly: boolean }>(
    "SELECT pg_is_in_recovery() AS standby, current_setting('transaction_read_only') = 'on' AS readonly",
  );
  const [state] = rows;
  if (state?.standby !== false || (target === 'read-write' && state.readonly))
    throw new StoreUnavailable('25006');
}
