import { randomBytes } from 'node:crypto';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { OperatorError } from '../operator-error.js';

/** The file in `DATA_DIR` that says which database the bot last used. Mode 0600. */
export const MARKER_FILE = 'last-database.json';

const knownSchema = z.strictObject({
  id: z.string(),
  /** The most signatures that the bot has seen there, to within one per cent. */
  highest: z.number().int().nonnegative(),
});
const markerSchema = z.strictObject({ version: z.literal(1), schemas: z.record(z.string(), knownSchema) });

/** We rewrite the file after this much growth: a few hundred times up to a million signatures, not a million times. */
const GROWTH = 0.01;

/** The database that was last used for a schema. */
export type KnownDatabase = z.infer<typeof knownSchema>;

/** The database is not the one that this bot last used. */
export class AnotherDatabase extends OperatorError {
  override readonly name = 'AnotherDatabase';
  constructor(schema: string, found: string | null, highest: number, file: string) {
    const here = found === null ? `has no ${schema} that this bot knows` : `holds another ${schema}`;
    super(
      `the database ${here}: the one that this bot last used had ${highest} signatures or more, and this one knows ` +
        'none of them. Check DATABASE_URL (or DATA_DIR, if it is not set), or restore the backup first. ' +
        'If you mean to use another database, start once with --accept-new-database ' +
        `(npm start -- --accept-new-database). ${file} names the database that was last used. Nothing was changed.`,
    );
  }
}

/** What one schema's ledger needs of the marker. */
export interface DatabaseMarker {
  /**
   * Compares the database with the one that was last used. Call this before anything is created.
   * @param found the database's id; null if it has none
   * @throws AnotherDatabase if they differ and the last one had signatures
   */
  compare(found: string | null): Promise<void>;
  /** Writes down which database is used, and its number of signatures if that has grown enough. */
  keep(id: string, signatures: number): Promise<void>;
}

/** Reads the marker of a schema's last database; null if there is none, or the file can't be read. */
export async function readMarker(dataDir: string, schema: string): Promise<KnownDatabase | null> {
  return (await schemasIn(join(dataDir, MARKER_FILE)))[schema] ?? null;
}

/**
 * Opens the marker file in `DATA_DIR`; returns each schema's part of it.
 * @param options.accept use the database even if it is another one
 * @param options.onUnwritable called once if the file can't be written: the bot goes on without it
 */
export function databaseMarkers(options: {
  readonly dataDir: string;
  readonly accept: boolean;
  readonly onUnwritable: (error: unknown) => void;
}): (schema: string) => DatabaseMarker {
  const { dataDir, accept, onUnwritable } = options;
  const file = join(dataDir, MARKER_FILE);
  let writable = true;
  /** One write at a time, because each write keeps the other schemas' entries. */
  let writing = Promise.resolve();

  async function write(schema: string, known: KnownDatabase): Promise<void> {
    await mkdir(dataDir, { recursive: true, mode: 0o700 });
    const schemas = { ...(await schemasIn(file)), [schema]: known };
    const draft = `${file}.${randomBytes(6).toString('hex')}`;
    try {
      await writeFile(draft, `${JSON.stringify({ version: 1, schemas })}\n`, { mode: 0o600, flag: 'wx' });
      await rename(draft, file);
    } finally {
      await rm(draft, { force: true });
    }
  }

  async function tryToWrite(schema: string, known: KnownDatabase): Promise<void> {
    try {
      await write(schema, known);
    } catch (error) {
      if (writable) onUnwritable(error);
      writable = false;
    }
  }

  return (schema) => {
    let kept: KnownDatabase | null = null;
    return {
      async compare(found) {
        const known = await readMarker(dataDir, schema);
        if (accept || known === null || known.highest === 0 || known.id === found) return;
        throw new AnotherDatabase(schema, found, known.highest, file);
      },
      async keep(id, signatures) {
        const before = kept ?? (await readMarker(dataDir, schema));
        kept ??= before;
        if (before?.id === id && signatures < before.highest + Math.max(1, before.highest * GROWTH)) return;
        const known = { id, highest: signatures };
        kept = known;
        writing = writing.then(() => tryToWrite(schema, known));
        await writing;
      },
    };
  };
}

async function schemasIn(file: string): Promise<Readonly<Record<string, KnownDatabase>>> {
  const text = await readFile(file, 'utf8').catch(() => '');
  try {
    return markerSchema.parse(JSON.parse(text)).schemas;
  } catch {
    return {};
  }
}
