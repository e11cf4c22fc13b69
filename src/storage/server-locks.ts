import type pg from 'pg';
import type { HeldLock } from './database.js';

/** How often the connection of a held lock is asked whether it is still there; a hanging server is told by silence. */
const HEARTBEAT_MS = 5_000;

/** The first half of our advisory locks' numbers ("peti" in ASCII), apart from those of other programs. */
export const LOCK_CLASS = 0x70657469;

/** Session-level advisory locks, each on a connection of its own from the pool: it goes when the connection goes. */
export function serverLocks(pool: pg.Pool): {
  tryLock(name: string): Promise<HeldLock | null>;
  close(): Promise<void>;
} {
  const held = new Set<HeldLock>();

  async function tryLock(name: string): Promise<HeldLock | null> {
    const client = await pool.connect();
    const lost = new AbortController();
    const lose = () => lost.abort();
    client.on('error', lose).on('end', lose);
    const letGo = (error?: Error) => {
      client.off('error', lose).off('end', lose);
      client.release(error);
    };
    try {
      const { rows } = await client.query<{ taken: boolean }>(
        'SELECT pg_try_advisory_lock($1, hashtext($2)) AS taken',
        [LOCK_CLASS, name],
      );
      if (rows[0]?.taken !== true) {
        letGo();
        return null;
      }
    } catch (error) {
      letGo(asError(error));
      throw error;
    }
    const heartbeat = setInterval(() => {
      client.query('SELECT').catch(lose);
    }, HEARTBEAT_MS);
    const lock: HeldLock = {
      lost: lost.signal,
      async release() {
        if (!held.delete(lock)) return;
        clearInterval(heartbeat);
        // Where unlocking fails, closing the connection frees the lock.
        const unlocked = client.query('SELECT pg_advisory_unlock($1, hashtext($2))', [LOCK_CLASS, name]);
        letGo(await unlocked.then(() => undefined, asError));
      },
    };
    held.add(lock);
    return lock;
  }

  return {
    tryLock,
    async close() {
      await Promise.all([...held].map((lock) => lock.release()));
      await pool.end();
    },
  };
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error('unknown');
}
