import { createSecureContext } from 'node:tls';
import type pg from 'pg';
import { parseIntoClientConfig } from 'pg-connection-string';

/** What a server must allow before we use it: the values of libpq's target_session_attrs that allow writing. */
const TARGETS = ['any', 'read-write', 'primary'] as const;
export type Target = (typeof TARGETS)[number];

/** The servers of one `DATABASE_URL`: a primary and the standbys that can replace it. */
export interface ServerAddress {
  /** How to connect to each; we try them in this order. */
  readonly servers: readonly pg.ClientConfig[];
  readonly target: Target;
}

type Parsed =
  | { readonly ok: true; readonly value: ServerAddress }
  | { readonly ok: false; readonly message: string };

/** A mistake in the address. Its message quotes no part of the address, because any part may hold the password. */
class Mistake extends Error {}

const GIVE = 'give a PostgreSQL address: postgresql://user:password@host:5432/database';

const ENCODING =
  'in the user name and the password write @ as %40, : as %3A, / as %2F, ? as %3F, # as %23 and % as %25';

/** The user name and password end at the last @ before the path, because the driver has always allowed an @ in them. */
const SHAPE =
  /^postgres(?:ql)?:\/\/(?=.)(?:(?<user>[^/?]*)@)?(?<hosts>[^/?@]*)(?:\/(?<database>[^?]*))?(?:\?(?<query>.*))?$/;

/** Parameters of the address that we pass to the driver; others could change how we use it. */
const PASSED_ON = [
  ...['user', 'password', 'database', 'ssl', 'sslnegotiation', 'options', 'application_name'],
  ...['client_encoding', 'statement_timeout', 'lock_timeout', 'idle_in_transaction_session_timeout'],
];

/** The strict modes check the server's certificate in full, unless uselibpqcompat asks for libpq's rules. */
const LOOSE_MODES = ['disable', 'no-verify'];
const STRICT_MODES = ['allow', 'prefer', 'require', 'verify-ca', 'verify-full'];

/**
 * Parses a `DATABASE_URL` like libpq, with one or several hosts: `postgresql://user:password@a,b:5433/database`
 * (https://www.postgresql.org/docs/current/libpq-connect.html#LIBPQ-CONNSTRING-URIS). It reads the certificate files
 * that the address names, and contacts no server.
 */
export function parseServerAddress(address: string): Parsed {
  try {
    return { ok: true, value: read(address) };
  } catch (error) {
    if (error instanceof Mistake) return { ok: false, message: error.message };
    return { ok: false, message: `${GIVE}; ${ENCODING}` };
  }
}

function read(address: string): ServerAddress {
  if (address.includes('#')) throw new Mistake(`a # ends the address: ${ENCODING}`);
  const groups = SHAPE.exec(address)?.groups;
  if (groups === undefined) throw new Mistake(GIVE);
  const { user, hosts = '', database = '', query = '' } = groups;
  if (user === undefined && database.includes('@')) {
    throw new Mistake(`an @ follows the host, so a character before it is not encoded: ${ENCODING}`);
  }
  const parameters = new URLSearchParams(query);
  const places = readPlaces(hosts, parameters.get('host'), parameters.get('port'));
  // Of several servers only one takes writes; libpq's own default would also settle on a standby.
  const target = readTarget(
    parameters.get('target_session_attrs') ?? (places.length > 1 ? 'read-write' : 'any'),
  );
  for (const name of ['host', 'port', 'target_session_attrs']) parameters.delete(name);
  normaliseTls(parameters);
  // We set the hosts ourselves; `localhost` only completes the address.
  const common = readByDriver(
    `postgresql://${user === undefined ? '' : `${encoded(user)}@`}localhost/${encoded(database)}?${parameters}`,
    parameters,
  );
  return { servers: places.map((place) => ({ ...common, ...place })), target };
}

/** Encodes a literal % as %25. The driver allows a literal %, but then misreads the parameters. */
function encoded(text: string): string {
  return text.replaceAll(/%(?![0-9a-f]{2})/gi, '%25').replaceAll(' ', '%20');
}

function readTarget(text: string): Target {
  const target = TARGETS.find((name) => name === text);
  if (target !== undefined) return target;
  throw new Mistake(`target_session_attrs must be ${TARGETS.join(', ')}: signatures have to be written`);
}

type Place = Pick<pg.ClientConfig, 'host' | 'port'>;

/** Reads the hosts and ports before the path. The parameters `host` and `port` can replace them. */
function readPlaces(authority: string, hostList: string | null, portList: string | null): Place[] {
  const written = authority.split(',').map((part) => {
    const { host = '', port = '' } = /^(?<host>\[[^\]]*\]|[^:]*)(?::(?<port>.*))?$/.exec(part)?.groups ?? {};
    return { host: decodeURIComponent(host.replace(/^\[(.*)\]$/, '$1')), port };
  });
  const hosts = hostList?.split(',') ?? written.map(({ host }) => host);
  const ports = portList?.split(',') ?? written.map(({ port }) => port);
  if (ports.length !== 1 && ports.length !== hosts.length) {
    throw new Mistake('give one port for all hosts, or one for each');
  }
  return hosts.map((host, index) => {
    const port = ports.length === 1 ? ports[0] : ports[index];
    // If the host or the port is missing, the driver's default applies.
    return { ...(host === '' ? {} : { host }), ...(port ? { port: readPort(port) } : {}) };
  });
}

function readPort(text: string): number {
  const port = Number(text);
  if (/^\d+$/.test(text) && port >= 1 && port <= 65_535) return port;
  throw new Mistake(`what follows the colon of a host must be its port, from 1 to 65535; ${ENCODING}`);
}

/**
 * The driver checks certificates in full in every mode but two, and warns that a later version will not. So we name
 * today's behaviour explicitly.
 */
function normaliseTls(parameters: URLSearchParams): void {
  const mode = parameters.get('sslmode');
  if (mode !== null && ![...LOOSE_MODES, ...STRICT_MODES].includes(mode)) {
    throw new Mistake(`sslmode must be one of ${[...LOOSE_MODES, ...STRICT_MODES].join(', ')}`);
  }
  const asLibpq = parameters.get('uselibpqcompat') === 'true';
  if (mode !== null && STRICT_MODES.includes(mode) && !asLibpq) parameters.set('sslmode', 'verify-full');
  // Node.js already trusts the usual authorities.
  if (parameters.get('sslrootcert') === 'system') parameters.delete('sslrootcert');
}

function readByDriver(url: string, parameters: URLSearchParams): pg.ClientConfig {
  const config = parseTelling(url, parameters);
  if (typeof config.ssl === 'object') refuseUnreadable(config.ssl);
  return Object.fromEntries(Object.entries(config).filter(([name]) => PASSED_ON.includes(name)));
}

function parseTelling(url: string, parameters: URLSearchParams): pg.ClientConfig {
  try {
    return parseIntoClientConfig(url);
  } catch (error) {
    if (!(error instanceof Error) || !('path' in error)) throw error;
    const [name] = [...parameters].find(([, value]) => value === error.path) ?? ['sslrootcert'];
    throw new Mistake(`${name} names a file that is not there or that this user may not read: ${error.path}`);
  }
}

function refuseUnreadable(tls: Parameters<typeof createSecureContext>[0]): void {
  try {
    createSecureContext(tls);
  } catch {
    throw new Mistake('sslrootcert, sslcert and sslkey must be files in PEM form that belong together');
  }
}
