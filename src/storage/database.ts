import { OperatorError } from '../operator-error.js';

/**
 * Runs one statement and gives its rows.
 * Parameters are strings, numbers, null, or arrays of strings (for `$1::text[]`). Dates and big integers are cast
 * in the SQL, since the two databases' drivers read them differently.
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
   * @param options.timeoutMs how long each statement may take, where that is more than usual
   */
  transaction<T>(work: (query: Query) => Promise<T>, options?: { readonly timeoutMs?: number }): Promise<T>;
  /** Takes nothing new and resolves when what is under way has ended. */
  close(): Promise<void>;
}

/**
 * The database could not be reached, or did not answer in time. A write that ends like this may have been made
 * all the same: it is "not confirmed", never "not recorded".
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

/** The database can be reached and will never do: its version or its encoding. The message says what would. */
export class UnsuitableDatabase extends OperatorError {
  override readonly name = 'UnsuitableDatabase';
}

/** The SQLSTATE of a database's error, or null for any other error. */
export function sqlstate(error: unknown): string | null {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  // Node.js's own codes (EPIPE) begin with E, which no SQLSTATE does.
  return typeof code === 'string' && /^(?!E)[0-9A-Z]{5}$/.test(code) ? code : null;
}
