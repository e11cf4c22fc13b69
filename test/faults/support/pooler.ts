import { answering, freePort, portOf, through } from './ports.js';
import { type ServerProgram, startServer } from './server-program.js';

export type PoolMode = 'session' | 'transaction' | 'statement';

export interface Pooler extends ServerProgram {
  /** The address of a database of the same server, through the pooler. */
  address(url: string): string;
}

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
 */
export async function startPooler(url: string, options: PoolerOptions): Promise<Pooler> {
  const port = await freePort();
  const settings = {
    listen_addr: '127.0.0.1',
    listen_port: port,
    unix_socket_dir: '',
    auth_type: 'trust',
    auth_file: '@folder@/users.txt',
    pool_mode: options.mode,
    default_pool_size: options.size ?? 20,
    // A bot that is stopped and started at once finds its place.
    max_client_conn: 500,
    ...(options.resetQuery === undefined ? {} : { server_reset_query: options.resetQuery }),
  };
  const lines = Object.entries(settings).map(([name, value]) => `${name} = ${value}`);
  const pooler = startServer(
    'pgbouncer',
    {
      'pgbouncer.ini': `[databases]\n* = host=127.0.0.1 port=${portOf(url)}\n[pgbouncer]\n${lines.join('\n')}\n`,
      'users.txt': '"postgres" ""\n',
    },
    (folder) => ['--quiet', `${folder}/pgbouncer.ini`],
  );
  const address = (database: string) => through(database, port);
  await answering(address(url));
  return { ...pooler, address };
}
