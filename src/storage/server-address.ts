import { createSecureContext } from 'node:tls';
import type pg from 'pg';
import { parseIntoClientConfig } from 'pg-connection-string';

/** What a server must allow so that we use it: libpq's target_session_attrs, as far as a program that writes has use for it. */
const TARGETS = ['any', 'read-write', 'primary'] as const;
export type Target = (typeof TARGETS)[number];

/** The servers behind one `DATABASE_URL`: a primary and the standbys that can take its place. */
export interface ServerAddress {
  /** How to connect to each, in the order in which they are tried. */
  readonly servers: readonly pg.ClientConfig[];
  readonly target: Target;
}

type Parsed =
  | { readonly ok: true; readonly value: ServerAddress }
  | { readonly ok: false; readonly message: string };

/** Names no part of the address: each may hold the password. */
class Mistake extends Error {}

const GIVE = 'give a PostgreSQL address: postgresql://user:password@host:5432/database';

const ENCODING =
  'in the user name and the password write @ as %40, : as %3A, / as %2F, ? as %3F, # as %23 and % as %25';

/** The user name and password end at the last @ before the path, since the driver has always allowed an @ in them. */
const SHAPE =
  /^postgres(?:ql)?:\/\/(?=.)(?:(?<user>[^/?]*)@)?(?<hosts>[^/?@]*)(?:\/(?<database>[^?]*))?(?:\?(?<query>.*))?$/;

/** Parameters of the address that the driver may see; others could change how we use it. */
const PASSED_ON = [
  ...['user', 'password', 'database', 'ssl', 'sslnegotiation', 'options', 'application_name'],
  ...['client_encoding', 'statement_timeout', 'lock_timeout', 'idle_in_transaction_session_timeout'],
];

/** Other modes than these check the server's certificate in full, unless uselibpqcompat says that libpq's rules hold. */
const LOOSE_MODES = ['disable', 'no-verify'];
const STRICT_MODES = ['allow', 'prefer', 'require', 'verify-ca', 'verify-full'];

/**
 * Reads a `DATABASE_URL` as libpq does, several hosts among it: `postgresql://user:password@a,b:5433/database`
 * (https://www.postgresql.org/docs/current/libpq-connect.html#LIBPQ-CONNSTRING-URIS). Reads the files of certificates
 * that it names, and asks no server.
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
    throw new Mistake(`an @ stands behind the host, so a character before it is not encoded: ${ENCODING}`);
  }
  const parameters = new URLSearchParams(query);
  const places = readPlaces(hosts, parameters.get('host'), parameters.get('port'));
  // Of several servers only one takes writes; libpq's own default would also settle on a standby.
  const target = readTarget(
    parameters.get('target_session_attrs') ?? (places.length > 1 ? 'read-write' : 'any'),
  );
  for (const name of ['host', 'port', 'target_session_attrs']) parameters.delete(name);
  normaliseTls(parameters);
  // The host is ours to say; this one only completes the address.
  const common = readByDriver(
    `postgresql://${user === undefined ? '' : `${encoded(user)}@`}localhost/${encoded(database)}?${parameters}`,
    parameters,
  );
  return { servers: places.map((place) => ({ ...common, ...place })), target };
}

/** A % that encodes nothing stands for itself, as the driver has it, which then reads the parameters wrongly. */
function encoded(text: string): string {
  return text.replaceAll(/%(?![0-9a-f]{2})/gi, '%25').replaceAll(' ', '%20');
}

function readTarget(text: string): Target {
  const target = TARGETS.find((name) => name === text);
  if (target !== undefined) return target;
  throw new Mistake(`target_session_attrs must be ${TARGETS.join(', ')}: signatures have to be written`);
}

type Place = Pick<pg.ClientConfig, 'host' | 'port'>;

/** Hosts and ports stand before the path, or as lists in the parameters `host` and `port`, which win. */
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
    // A host or port that is left out is the driver's default.
    return { ...(host === '' ? {} : { host }), ...(port ? { port: readPort(port) } : {}) };
  });
}

function readPort(text: string): number {
  const port = Number(text);
  if (/^\d+$/.test(text) && port >= 1 && port <= 65_535) return port;
  throw new Mistake(`what follows the colon of a host must be its port, from 1 to 65535; ${ENCODING}`);
}

/**
 * The driver checks certificates in full in every mode but two, and warns that a later version will not. So we ask for
 * what it does now.
 */
function normaliseTls(parameters: URLSearchParams): void {
  const mode = parameters.get('sslmode');
  if (mode !== null && ![...LOOSE_MODES, ...STRICT_MODES].includes(mode)) {
    throw new Mistake(`sslmode must be one of ${[...LOOSE_MODES, ...STRICT_MODES].join(', ')}`);
  }
  const asLibpq = parameters.get('uselibpqcompat') === 'true';
  if (mode !== null && STRICT_MODES.includes(mode) && !asLibpq) parameters.set('sslmode', 'verify-full');
  // Node.js trusts the usual authorities by default.
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
