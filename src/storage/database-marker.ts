import { randomBytes } from 'node:crypto';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { OperatorError } from '../operator-error.js';

/** The file beside the bot that says which database it last used. Mode 0600. */
export const MARKER_FILE = 'last-database.json';

const knownSchema = z.strictObject({
  id: z.string(),
  /** The most signatures that the bot has known there, to within one in a hundred. */
  highest: z.number().int().nonnegative(),
});
const markerSchema = z.strictObject({ version: z.literal(1), schemas: z.record(z.string(), knownSchema) });

/** Written again after so much growth: a few hundred times up to a million signatures, not a million times. */
const GROWTH = 0.01;

/** The database that was last used for a schema. */
export type KnownDatabase = z.infer<typeof knownSchema>;

/** Here is another database than the one that this bot last used. */
export class AnotherDatabase extends OperatorError {
  override readonly name = 'AnotherDatabase';
  constructor(schema: string, found: string | null, highest: number, file: string) {
    const here = found === null ? `has no ${schema} that this bot knows` : `holds another ${schema}`;
    super(
      `the database ${here}: the one that this bot last used had ${highest} signatures or more, and nobody of those ` +
        'would be known here. Look at DATABASE_URL (or, where it is not set, at DATA_DIR), or restore the backup ' +
        'first. Where another database is meant, start once with --accept-new-database ' +
        `(npm start -- --accept-new-database). What was last used stands in ${file}. Nothing was changed.`,
    );
  }
}

/** What one schema's ledger needs of the marker. */
export interface DatabaseMarker {
  /**
   * Compares, before anything is made, the database that is there with the one that was last used.
   * @param found its id; null where it has none
   * @throws AnotherDatabase where the last one had signatures
   */
  compare(found: string | null): Promise<void>;
  /** Writes down which database is used, and how many signatures it has where those are the most by far. */
  keep(id: string, signatures: number): Promise<void>;
}

/** Reads what is known of a schema's last database; null for nothing, or a file that can't be read. */
export async function readMarker(dataDir: string, schema: string): Promise<KnownDatabase | null> {
  return (await schemasIn(join(dataDir, MARKER_FILE)))[schema] ?? null;
}

/**
 * The marker's file in `DATA_DIR`, and what each schema's ledger needs of it.
 * @param options.accept use whatever database is there
 * @param options.onUnwritable told once where the file can't be written: the bot goes on without it
 */
export function databaseMarkers(options: {
  readonly dataDir: string;
  readonly accept: boolean;
  readonly onUnwritable: (error: unknown) => void;
}): (schema: string) => DatabaseMarker {
  const { dataDir, accept, onUnwritable } = options;
  const file = join(dataDir, MARKER_FILE);
  let writable = true;
  /** Writes come one after the other: each keeps what the file says of the other schemas. */
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
