import { randomBytes } from 'node:crypto';
import type { Stats } from 'node:fs';
import { access, constants, mkdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Command } from 'commander';
import { CommandError } from '../explain.js';
import { readTables } from '../storage/backup/dump.js';
import { type RowCounts, writeBackupFile } from '../storage/backup/file.js';
import type { Database, Query } from '../storage/database.js';
import { syncFolder } from '../storage/sync-folder.js';
import type { CommandContext } from './context.js';
import { hasBegun, type Place, placesFor, withDatabase } from './open.js';
import { plural } from './words.js';

interface BackupOptions {
  readonly force?: boolean;
  readonly preview?: boolean;
}

/** `petition backup FILE`: everything that the database holds of a petition, in one file. */
export function backupCommand(context: CommandContext): Command {
  return new Command('backup')
    .summary('write everything into one compressed file')
    .description(
      'Writes all tables of the petition into one compressed file that only you can read, while the bot goes on ' +
        '(on PostgreSQL; the embedded database belongs to one process, so stop the bot first). The file appears ' +
        'when it is complete and on the disk. Names in it stay sealed, and the keys are not in it: keep ' +
        'IDENTITY_PEPPER and the age identity elsewhere, since without the pepper no backup can be used. Where the ' +
        'bot has several petitions, it makes a folder with a file for each; --petition takes one alone.',
    )
    .argument('<file>', 'where to write it')
    .option('--force', 'write over a file that is there')
    .option('--preview', "the preview's signatures, also where a platform is configured")
    .addHelpText(
      'after',
      '\nExamples:\n' +
        '  npm run petition -- backup /var/backups/petition/today.gz\n' +
        '  npm run petition -- backup --force latest.gz\n' +
        '  npm run petition -- backup /var/backups/petition/2027-12-10   (where there are several petitions)\n',
    )
    .action((file: string, options: BackupOptions) => backup(context, file, options));
}

async function backup(context: CommandContext, file: string, options: BackupOptions): Promise<void> {
  const { io } = context;
  const there = await stateOf(file);
  if (!options.force && there !== null) {
    throw new CommandError(`${file} is there already: name another file, or add --force to write over it`);
  }
  await access(dirname(file), constants.W_OK);
  const places = placesFor(context, options.preview);
  const [place, ...others] = places;
  if (!hasBegun(place.configuration)) throw nothingIn(place.schema);
  const now = io.now();
  if (others.length === 0) {
    const rows = await withDatabase(place, (database) =>
      createAtomically(file, async (draft) => {
        const rows = await writePetition(draft, database, place, now);
        if (rows === null) throw nothingIn(place.schema);
        return rows;
      }),
    );
    io.write(`${file} holds ${said(rows)}.\n${NOT_IN_IT}`);
    return;
  }
  if (there !== null) {
    throw new CommandError(`${file} is there already: name a new folder, in which each petition gets a file`);
  }
  const all = await withDatabase(place, (database) =>
    createAtomically(file, (draft) => writeAll(draft, database, places, now)),
  );
  const lines = all.map(({ petition, rows }) =>
    rows === null
      ? `The database has nothing of ${petition} yet: it has no file.\n`
      : `${petition}.gz holds ${said(rows)}.\n`,
  );
  io.write(`${file} is complete.\n${lines.join('')}${NOT_IN_IT}`);
}

const NOT_IN_IT =
  "Not in it: IDENTITY_PEPPER, without which it can't be used, and the age identity, without which its names\n" +
  "can't be read. Keep both elsewhere.\n";

/** Null where the database has nothing of it yet: then there is no file. */
async function writePetition(
  file: string,
  database: Database,
  { petition, preview, schema }: Place,
  now: Date,
): Promise<RowCounts | null> {
  const migration = await migrationOf(database.query, schema);
  if (migration === null) return null;
  const header = { petition, preview, migration, madeAt: now.toISOString() };
  return writeBackupFile(file, header, readTables(database, schema));
}

interface Written {
  readonly petition: string;
  readonly rows: RowCounts | null;
}

/** Writes a file for each petition into a new folder. If one fails, it throws: a part is no backup of the bot. */
async function writeAll(
  folder: string,
  database: Database,
  places: readonly Place[],
  now: Date,
): Promise<readonly Written[]> {
  await mkdir(folder, { mode: 0o700 });
  const written: Written[] = [];
  for (const place of places) {
    const { petition } = place;
    written.push({
      petition,
      rows: await writePetition(join(folder, `${petition}.gz`), database, place, now),
    });
  }
  const [first] = places;
  if (first !== undefined && written.every(({ rows }) => rows === null)) throw nothingIn(first.schema);
  await syncFolder(folder);
  return written;
}

/** How much a backup or a restore has handled, for the operator. */
export function said(rows: RowCounts): string {
  const all = Object.values(rows).reduce((sum, count) => sum + count, 0);
  const signatures = plural(rows.signatures ?? 0, 'signature', 'signatures');
  const conversations = plural(rows.conversations ?? 0, 'conversation', 'conversations');
  return `${signatures} and ${conversations} (${plural(all, 'row', 'rows')} in all)`;
}

/** The last migration of a schema; null if there is no such schema. */
async function migrationOf(query: Query, schema: string): Promise<number | null> {
  const [found] = await query<{ there: boolean }>('SELECT to_regclass($1) IS NOT NULL AS there', [
    `${schema}.migrations`,
  ]);
  if (found?.there === true) {
    const [row] = await query<{ version: number }>(
      `SELECT max(version) AS version FROM ${schema}.migrations`,
    );
    if (row !== undefined) return row.version;
  }
  return null;
}

function nothingIn(schema: string): CommandError {
  return new CommandError(`there is nothing to back up: the database has no schema ${schema}`);
}

/** Null if nothing has this path. */
export async function stateOf(path: string): Promise<Stats | null> {
  return stat(path).catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  });
}

/** Makes a file or a folder under another name and moves it to its place when it is complete. */
async function createAtomically<T>(file: string, make: (draft: string) => Promise<T>): Promise<T> {
  const draft = `${file}.partial-${randomBytes(4).toString('hex')}`;
  try {
    const result = await make(draft);
    await rename(draft, file);
    await syncFolder(dirname(file));
    return result;
  } catch (error) {
    await rm(draft, { force: true, recursive: true });
    throw error;
  }
}
