import type pg from 'pg';
import { StoreUnavailable, sqlstate, UnsuitableDatabase } from './database.js';
import type { ServerAddress, Target } from './server-address.js';

/** The servers of one address. All connections go to one server until it fails; then to the next. */
export interface Hosts {
  /** Connects to the current server or, if it fails, to the first one that works. */
  connect(): Promise<pg.PoolClient>;
  /** Records why a connection broke: the next one may go to another server. */
  broke(client: pg.PoolClient, error: StoreUnavailable): void;
  /** Rejects new work from now on, and resolves when all connections are closed. */
  end(): Promise<void>;
}

/**
 * SQLSTATEs, or their first characters, after which we try another server. If a server refuses our password or has no
 * such database, we ask no other server, like libpq.
 */
const ELSEWHERE = [
  '08', // the connection failed
  '25006', // read-only
  '57P', // shut down, or not started yet
];

/** The driver's message if all connections of our pool are busy: the server is not at fault. */
const POOL_FULL = 'timeout exceeded when trying to connect';

/** @param open opens the pool of one server */
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

  /** Several connections can find the same server gone: only the first one switches servers. */
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
          // Switch after the last server too: then each round starts at the same server and ends with the same error.
          leave(pool);
          if (left === 1) throw error;
        }
      }
    },
    broke(client, error) {
      // With `any`, one slow statement would make us leave the primary for a standby.
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
  // Without a SQLSTATE the server gave no answer: the network, a timeout of the driver, or TLS.
  return state === null || ELSEWHERE.some((prefix) => state.startsWith(prefix));
}

/**
 * Refuses a server that target_session_attrs does not allow, with the SQLSTATE of a refused write.
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
