import type { Finished } from '../../support/finished.js';
import { freePort } from '../../support/free-port.js';
import { answering, portOf, through } from './ports.js';
import { serverFolder, writeFor } from './server-folder.js';
import { startServer } from './server-program.js';
import { PATH } from './tools.js';

export type PoolMode = 'session' | 'transaction' | 'statement';

export interface PoolerOptions {
  readonly mode: PoolMode;
  /** What the pooler says to a server connection that a client has done with. Its own default: DISCARD ALL. */
  readonly resetQuery?: string;
  /** Fewer server connections than clients, so that clients share them. */
  readonly size?: number;
}

/**
 * Starts PgBouncer in front of a PostgreSQL that listens on a port.
 * @param url any database of that server
 * @returns gives the address of a database of that server, through the pooler
 */
export async function startPooler(
  url: string,
  options: PoolerOptions,
  finished: Finished,
): Promise<(url: string) => string> {
  const port = await freePort();
  const folder = serverFolder('pgbouncer', finished);
  const settings = {
    listen_addr: '127.0.0.1',
    listen_port: port,
    unix_socket_dir: '',
    auth_type: 'trust',
    auth_file: writeFor(folder, 'users.txt', '"postgres" ""\n'),
    pool_mode: options.mode,
    default_pool_size: options.size ?? 20,
    max_client_conn: 500,
    ...(options.resetQuery === undefined ? {} : { server_reset_query: options.resetQuery }),
  };
  const lines = Object.entries(settings).map(([name, value]) => `${name} = ${value}`);
  const ini = writeFor(
    folder,
    'pgbouncer.ini',
    `[databases]\n* = host=127.0.0.1 port=${portOf(url)}\n[pgbouncer]\n${lines.join('\n')}\n`,
  );
  const server = startServer(['pgbouncer', '--quiet', ini], folder, PATH);
  finished(() => server.kill());
  await answering(through(url, port));
  return (database) => through(database, port);
}
