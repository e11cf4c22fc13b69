/** Runs one statement and gives its rows. */
export type Query = <Row extends Record<string, unknown> = Record<string, unknown>>(
  sql: string,
  parameters?: readonly unknown[],
) => Promise<Row[]>;

/** PostgreSQL, on a server or embedded in this process. */
export interface Database {
  readonly kind: 'embedded' | 'server';
  readonly query: Query;
  /** Runs several statements in one transaction; rolls back when `work` throws. */
  transaction<T>(work: (query: Query) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

/**
 * The database could not be reached, or did not answer in time. A write that ends like this may have been made
 * all the same: it is "not confirmed", never "not recorded".
 */
export class StoreUnavailable extends Error {
  override readonly name = 'StoreUnavailable';
  /** @param code the server's SQLSTATE, Node.js's error code, or `timeout`. */
  constructor(
    readonly code: string,
    options?: ErrorOptions,
  ) {
    super(`the database is not available (${code})`, options);
  }
}
