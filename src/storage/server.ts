import type { Database } from './database.js';

/** The server can be reached and will never do: its version or its encoding. Says so in words. */
export class UnsuitableDatabase extends Error {
  override readonly name = 'UnsuitableDatabase';
}

export interface ServerOptions {
  /** How many connections at most. */
  readonly connections?: number;
  readonly connectTimeoutMs?: number;
  /** How long a statement may take. */
  readonly queryTimeoutMs?: number;
  /** Told when an idle connection breaks: the server's SQLSTATE or Node.js's error code. */
  readonly onConnectionLost?: (code: string) => void;
}

/** A pool of connections to PostgreSQL 15 or later. Asks nothing yet: the server may still be away. */
export function openServer(_url: string, _options: ServerOptions = {}): Database {
  throw new Error('not written yet');
}
