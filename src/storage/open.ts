import type { Database } from './database.js';
import { openEmbedded } from './embedded.js';
import { openServer } from './server.js';

/**
 * Opens the configured database: a PostgreSQL server if there is an address, otherwise the embedded one.
 * @throws FolderInUse if another process has the embedded one
 */
export async function openDatabase(
  place: { readonly databaseUrl: string | null; readonly dataDir: string },
  onConnectionLost?: (code: string) => void,
): Promise<Database> {
  if (place.databaseUrl === null) return openEmbedded(place.dataDir);
  return openServer(place.databaseUrl, onConnectionLost === undefined ? {} : { onConnectionLost });
}
