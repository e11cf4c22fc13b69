import { StoreUnavailable, sqlstate, UnsuitableDatabase } from './database.js';

/**
 * SQLSTATEs, or their first characters, that mean: the server can't work at the moment
 * (https://www.postgresql.org/docs/current/errcodes-appendix.html).
 */
const UNAVAILABLE = [
  '08', // the connection failed
  '28', // the server refuses our login
  '3D', // the database does not exist (yet)
  '3F000', // the schema does not exist
  '42P01', // a table does not exist: our migrations made it, so this must be another database
  '53', // out of connections, memory or disk
  '57', // shut down, or a statement took too long
  '58', // an error of the machine
  '25006', // read-only: a standby, or a primary that was just demoted
  '55P03', // we did not get a lock in time
];

/** The driver's messages that have no code, and the code that we give them. */
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
 * Sorts the driver's errors: StoreUnavailable if waiting can help, otherwise the error itself. Then the error is about
 * the statement (a constraint, or our own bug).
 */
export function sorted(error: unknown): unknown {
  if (!(error instanceof Error) || error instanceof UnsuitableDatabase) return error;
  const state = sqlstate(error);
  const unavailable =
    state === null
      ? // Without a SQLSTATE the server gave no answer: it is the driver or the network, unless it is our own bug.
        !(error instanceof TypeError || error instanceof RangeError)
      : UNAVAILABLE.some((prefix) => state.startsWith(prefix));
  return unavailable ? new StoreUnavailable(codeOf(error), { cause: error }) : error;
}

/** The same for an attempt to connect. Here a missing privilege (CONNECT) is one of the server's refusals. */
export function sortedAtConnecting(error: unknown): unknown {
  return sqlstate(error) === '42501' ? new StoreUnavailable('42501', { cause: error }) : sorted(error);
}
