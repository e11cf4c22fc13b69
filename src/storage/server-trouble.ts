/** The driver's certificate modes are stricter than libpq's, which the operator may know from `psql`. */
const STRICT = 'sslmode=require and prefer check the certificate as well here, unlike in psql';

const CERTIFICATE = `put the certificate of its authority into a file and add sslmode=verify-full&sslrootcert=FILE to DATABASE_URL; ${STRICT}`;

const ENCODE = 'a character of it that is no letter or digit must be percent-encoded, for example @ as %40';

const UNKNOWN_AUTHORITY = `The certificate of the database is from an authority that this machine does not know: ${CERTIFICATE}`;

const TABLES_GONE =
  'The tables of the petition are gone: DATABASE_URL leads to another database, or this one was emptied';

const BROKE_OFF =
  'The connection to the database broke off: look at the log of the server, and of a pooler or proxy in between';

/**
 * What happened and what to do, for the codes of `StoreUnavailable` that an operator meets during set-up. The
 * sentences quote nothing of the address, which is secret.
 * SQLSTATEs: https://www.postgresql.org/docs/current/errcodes-appendix.html, others: Node.js's, and those of `codeOf`.
 */
const SENTENCES: Readonly<Record<string, string>> = {
  // The role and the database
  '28P01': `The database refuses the password: look at the one in DATABASE_URL; ${ENCODE}`,
  '28000':
    'The database does not let this role in: it may not exist, may not log in, or pg_hba.conf has no line for it from ' +
    'this machine (some lines ask for TLS: add sslmode=verify-full to DATABASE_URL)',
  'no-password': `The database asks for a password, and DATABASE_URL has none; ${ENCODE}`,
  '42501': 'The role may not connect to this database: grant it, with GRANT CONNECT ON DATABASE … TO …',
  '3D000':
    'The server has no database of this name: make it with createdb, or correct the name in DATABASE_URL',
  // The server
  '53300':
    'The database has no connection left: raise its max_connections, add a pooler, or end programs that keep ' +
    'connections (each process of the bot takes up to 10)',
  '53100': 'The disk of the database is full: free some space there',
  '25006':
    'The database can only be read: DATABASE_URL leads to a standby; name all servers in it, as in HOST,HOST/…, with ' +
    'target_session_attrs=read-write, or name the primary',
  '57014': 'A statement took too long: look at the load of the server',
  '55P03': 'A lock on a table was not free in time: does another program work on the database?',
  '57P01': 'The database is being shut down or restarted',
  '57P03': 'The database is starting, shutting down or recovering, and takes no connections yet',
  '08P01':
    'The pooler in front of the database refuses the connection: look at its log, and at its list of users and databases',
  // Another database, or none
  '3F000': TABLES_GONE,
  '42P01': TABLES_GONE,
  'other-database':
    'DATABASE_URL leads to another database than before: restart the bot, and it says what to do',
  'folder-gone':
    'The folder of the embedded database was deleted or replaced: put it back, and restart the bot',
  // The network
  ECONNREFUSED:
    'Nothing listens at the host and port of DATABASE_URL: is the database running, and is the port right?',
  ENOTFOUND: 'The host of DATABASE_URL is not known: check its spelling',
  EAI_AGAIN: "The host of DATABASE_URL can't be looked up: this machine's name server (DNS) does not answer",
  EHOSTUNREACH: 'The host of DATABASE_URL is unreachable: look at the network of both machines',
  ENETUNREACH: 'The host of DATABASE_URL is unreachable: look at the network of both machines',
  ENOENT:
    'The folder that DATABASE_URL names has no socket of the database: is it running, and is the folder right?',
  EACCES: 'This user may not open the socket of the database',
  ETIMEDOUT: 'The database does not answer: look for a firewall on the way, and at the load of the server',
  timeout:
    'The database did not answer in time: look for a firewall on the way, and at the load of the server',
  ECONNRESET: BROKE_OFF,
  EPIPE: BROKE_OFF,
  connection: BROKE_OFF,
  // TLS
  'no-tls':
    'The server has no TLS, and DATABASE_URL asks for it: set ssl=on in the server, or, on one machine or a network ' +
    'that nobody else can read, sslmode=disable',
  DEPTH_ZERO_SELF_SIGNED_CERT: `The certificate of the database is self-signed: ${CERTIFICATE}`,
  SELF_SIGNED_CERT_IN_CHAIN: UNKNOWN_AUTHORITY,
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: UNKNOWN_AUTHORITY,
  UNABLE_TO_GET_ISSUER_CERT: UNKNOWN_AUTHORITY,
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: UNKNOWN_AUTHORITY,
  ERR_TLS_CERT_ALTNAME_INVALID:
    'The certificate of the database is for another host name: use a name in DATABASE_URL that the certificate ' +
    `contains; ${STRICT}`,
  CERT_HAS_EXPIRED:
    "The certificate of the database has expired (or this machine's clock is wrong): renew it",
  CERT_NOT_YET_VALID: "The certificate of the database is not valid yet: look at this machine's clock",
};

/** Says why the database can't be used and what to do, from the code of a `StoreUnavailable`. */
export function describeTrouble(code: string): string {
  return (
    SENTENCES[code] ??
    "The database can't be reached or did not answer in time: is it running, and is DATABASE_URL right?"
  );
}
