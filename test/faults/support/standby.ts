import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import type { TestPostgres } from '../../support/postgres.js';
import { sql } from './counts.js';
import type { Finished } from './finished.js';
import { answering, freePort, portOf, through, until } from './ports.js';
import { binaryOf } from './postmaster.js';
import { serverFolder, writeFor } from './server-folder.js';
import { startServer, UNPRIVILEGED } from './server-program.js';
import { TcpProxy } from './tcp-proxy.js';

/** A server that follows another, and can take its place. */
export interface Standby {
  readonly port: number;
  /** What the log of the primary comes through: a hole here, and the standby falls behind. */
  readonly replication: TcpProxy;
  /** Waits until it has everything that the primary has. */
  caughtUp(): Promise<void>;
  /** Makes it the primary; the other one must be gone. */
  promote(): Promise<void>;
}

/** What a primary needs to be followed. */
export const PRIMARY_SETTINGS = {
  wal_level: 'replica',
  max_wal_senders: '4',
  wal_keep_size: '256MB',
} as const;

/** Copies a running primary, and starts the copy as its standby, which replicates through a proxy. */
export async function startStandby(primary: TestPostgres, finished: Finished): Promise<Standby> {
  const replication = await TcpProxy.start({ port: portOf(primary.url) }, finished);
  const port = await freePort();
  const folder = serverFolder('standby', finished);
  const data = join(folder, 'data');
  await copyData(primary, data);
  const binary = await binaryOf(primary);
  const settings = {
    fsync: 'off',
    listen_addresses: '127.0.0.1',
    port: String(port),
    unix_socket_directories: folder,
    primary_conninfo: `host=127.0.0.1 port=${replication.port} user=postgres application_name=standby`,
    wal_retrieve_retry_interval: '200ms',
    ...PRIMARY_SETTINGS,
  };
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const server = startServer([binary, '-D', data, ...flags], folder, '/usr/bin:/bin');
  finished(() => server.kill());
  const url = through(primary.url, port);
  await answering(url);
  return {
    port,
    replication,
    async caughtUp() {
      const [row] = await sql(primary.url, 'SELECT pg_current_wal_lsn()::text AS lsn');
      await until('the standby has caught up', async () => {
        const [here] = await sql(url, `SELECT pg_last_wal_replay_lsn() >= '${row?.lsn}' AS all`);
        return here?.all === true;
      });
    },
    async promote() {
      await sql(url, 'SELECT pg_promote(true, 30)');
    },
  };
}

/** Copies the files of a running server, as its documentation says for a low-level base backup. */
async function copyData(primary: TestPostgres, to: string): Promise<void> {
  const client = new pg.Client({ connectionString: primary.url });
  await client.connect();
  try {
    const { rows } = await client.query<{ data_directory: string }>('SHOW data_directory');
    await client.query("SELECT pg_backup_start('standby', true)");
    // Files that vanish meanwhile are no concern: the log has what became of them.
    spawnSync('cp', ['-a', rows[0]?.data_directory ?? '', to]);
    for (const name of ['postmaster.pid', 'postmaster.opts']) rmSync(join(to, name), { force: true });
    const stopped = await client.query<{ label: string }>(
      'SELECT labelfile AS label FROM pg_backup_stop(false)',
    );
    writeFor(to, 'backup_label', stopped.rows[0]?.label ?? '');
    writeFor(to, 'standby.signal', '');
  } finally {
    await client.end();
  }
  if (UNPRIVILEGED !== null) spawnSync('chown', ['-R', `${UNPRIVILEGED.uid}:${UNPRIVILEGED.gid}`, to]);
}
