import { OperatorError } from '../operator-error.js';

/**
 * Runs one statement and returns its rows.
 * Parameters are strings, numbers, null, or arrays of strings (for `$1::text[]`). Cast dates and big integers in the
 * SQL, because the two drivers read them differently.
 */
export type Query = <Row extends Record<string, unknown> = Record<string, unknown>>(
  sql: string,
  parameters?: readonly unknown[],
) => Promise<Row[]>;

/** PostgreSQL, on a server or embedded in this process. */
export interface Database {
  readonly kind: 'embedded' | 'server';
  readonly query: Query;
  /**
   * Runs several statements in one transaction; rolls back when `work` throws.
   * @param options.timeoutMs how long each statement may take, if that is longer than the default
   */
  transaction<T>(work: (query: Query) => Promise<T>, options?: { readonly timeoutMs?: number }): Promise<T>;
  /** Rejects new work from now on, and resolves when the running work has ended. */
  close(): Promise<void>;
}

/**
 * The database could not be reached, or did not answer in time. A write that ends with this error may still have
 * happened: it is "not confirmed", never "not recorded".
 */
export class StoreUnavailable extends Error {
  override readonly name = 'StoreUnavailable';
  /** @param code the server's SQLSTATE, Node.js's error code, `timeout`, `closed` or `connection`. */
  constructor(
    readonly code: string,
    options?: ErrorOptions,
  ) {
    super(`the database is not available (${code})`, options);
  }
}

/** We can reach the database but never use it: wrong version or encoding. The message says what is needed. */
export class UnsuitableDatabase extends OperatorError {
  override readonly name = 'UnsuitableDatabase';
}

/** The SQLSTATE of a database error; null for any other error. */
export function sqlstate(error: unknown): string | null {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  // Node.js's own codes (EPIPE) begin with E, which no SQLSTATE does.
  return typeof code === 'string' && /^(?!E)[0-9A-Z]{5}$/.test(code) ? code : null;
}
