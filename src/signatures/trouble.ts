import { StoreUnavailable, sqlstate } from '../storage/database.js';

/** Undefined table, invalid schema name: the ledger's own tables are gone. */
const GONE = ['42P01', '3F000'];

/** What keeps a signature from being recorded: `schema-missing`, what StoreUnavailable says, or the SQLSTATE. */
export function troubleOf(error: unknown): string | null {
  const code = error instanceof StoreUnavailable ? error.code : sqlstate(error);
  return code !== null && GONE.includes(code) ? 'schema-missing' : code;
}

/** Does the work; null where that went well, else the trouble: `unknown` for an error of our own. */
export async function troubleIn(work: () => Promise<void>): Promise<string | null> {
  try {
    await work();
    return null;
  } catch (error) {
    return troubleOf(error) ?? 'unknown';
  }
}
