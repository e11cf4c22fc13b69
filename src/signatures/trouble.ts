import { StoreUnavailable, sqlstate } from '../storage/database.js';

/** Undefined table, invalid schema name: the ledger's tables are gone. */
const GONE = ['42P01', '3F000'];

/** Why a signature can't be recorded: `schema-missing`, the code of StoreUnavailable, or the SQLSTATE. */
export function troubleOf(error: unknown): string | null {
  const code = error instanceof StoreUnavailable ? error.code : sqlstate(error);
  return code !== null && GONE.includes(code) ? 'schema-missing' : code;
}

/** Does the work. Returns null if it succeeds, otherwise the trouble: `unknown` for our own bug. */
export async function troubleIn(work: () => Promise<void>): Promise<string | null> {
  try {
    await work();
    return null;
  } catch (error) {
    return troubleOf(error) ?? 'unknown';
  }
}
