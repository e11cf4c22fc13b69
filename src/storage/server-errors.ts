import { StoreUnavailable, sqlstate, UnsuitableDatabase } from './database.js';

/**
 * SQLSTATEs, or their first two characters, that say that the server can't do its work just now
 * (https://www.postgresql.org/docs/current/errcodes-appendix.html).
 */
const UNAVAILABLE = [
  '08', // the connection
  '28', // it does not let us in
  '3D', // the database is not there (yet)
  '3F000', // nor the schema
  '42P01', // nor the table: migrations have made it, so another database has taken its place
  '53', // out of connections, memory or disk
  '57', // shut down, or a statement took too long
  '58', // an error of the machine's
  '25006', // read-only: a standby, or a primary that was just demoted
  '55P03', // a lock was not to be had in time
];

/** What the driver says without a code, and the code that we give it. */
const SAYINGS: readonly (readonly [RegExp, string])[] = [
  [/timeout/i, 'timeout'],
  [/does not support SSL/i, 'no-tls'],
  [/client password must be a/i, 'no-password'],
];

/**
 * The code to log for a failed connection or statement: SQLSTATE, Node.js's code, `timeout`, `no-tls`, `no-password` or
 * `connection`.
 */
export function codeOf(error: unknown): string {
  const state = sqlstate(error);
  if (state !== null) return state;
  if (!(error instanceof Error)) return 'connection';
  if ('code' in error && typeof error.code === 'string') return error.code;
  return SAYINGS.find(([saying]) => saying.test(error.message))?.[1] ?? 'connection';
}

/**
 * Sorts what the driver throws: StoreUnavailable where waiting can help, otherwise the error itself, which is then
 * about the statement (a constraint, a mistake of ours).
 */
export function sorted(error: unknown): unknown {
  if (!(error instanceof Error) || error instanceof UnsuitableDatabase) return error;
  const state = sqlstate(error);
  const unavailable =
    state === null
      ? // Without a SQLSTATE it never came to the server: the driver or the network. Not so our own mistakes.
        !(error instanceof TypeError || error instanceof RangeError)
      : UNAVAILABLE.some((prefix) => state.startsWith(prefix));
  return unavailable ? new StoreUnavailable(codeOf(error), { cause: error }) : error;
}

/** The same for an attempt to connect, where a missing right (CONNECT) is one of the server's refusals. */
export function sortedAtConnecting(error: unknown): unknown {
  return sqlstate(error) === '42501' ? new StoreUnavailable('42501', { cause: error }) : sorted(error);
}
