import { randomBytes } from 'node:crypto';
import { access, constants, rename, rm, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Command } from 'commander';
import { CommandError } from '../explain.js';
import { readTables } from '../storage/backup/dump.js';
import { type RowCounts, writeBackupFile } from '../storage/backup/file.js';
import type { Query } from '../storage/database.js';
import { syncFolder } from '../storage/sync-folder.js';
import type { CommandContext } from './context.js';
import { hasBegun, placeFor, withDatabase } from './open.js';
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
        'IDENTITY_PEPPER and the age identity elsewhere, since without the pepper no backup can be used.',
    )
    .argument('<file>', 'where to write it')
    .option('--force', 'write over a file that is there')
    .option('--preview', "the preview's signatures, also where a platform is configured")
    .addHelpText(
      'after',
      '\nExamples:\n' +
        '  npm run petition -- backup /var/backups/petition/today.gz\n' +
        '  npm run petition -- backup --force latest.gz\n',
    )
    .action((file: string, options: BackupOptions) => backup(context, file, options));
}

async function backup(context: CommandContext, file: string, options: BackupOptions): Promise<void> {
  const { io } = context;
  if (!options.force && (await exists(file))) {
    throw new CommandError(`${file} is there already: name another file, or add --force to write over it`);
  }
  await access(dirname(file), constants.W_OK);
  const place = placeFor(context, options.preview);
  const { configuration, petition, preview, schema } = place;
  if (!hasBegun(configuration)) throw nothingIn(schema);
  const rows = await withDatabase(place, async (database) => {
    const header = {
      petition,
      preview,
      migration: await migrationOf(database.query, schema),
      madeAt: io.now().toISOString(),
    };
    return appear(file, (draft) => writeBackupFile(draft, header, readTables(database, schema)));
  });
  io.write(
    `${file} holds ${said(rows)}.\n` +
      "Not in it: IDENTITY_PEPPER, without which it can't be used, and the age identity, without which its names\n" +
      "can't be read. Keep both elsewhere.\n",
  );
}

/** What a backup or a restore has gone through, for the operator. */
export function said(rows: RowCounts): string {
  const all = Object.values(rows).reduce((sum, count) => sum + count, 0);
  const signatures = plural(rows.signatures ?? 0, 'signature', 'signatures');
  const conversations = plural(rows.conversations ?? 0, 'conversation', 'conversations');
  return `${signatures} and ${conversations} (${plural(all, 'row', 'rows')} in all)`;
}

/** The last migration that a schema has been through; refuses where there is no such schema. */
async function migrationOf(query: Query, schema: string): Promise<number> {
  const [found] = await query<{ there: boolean }>('SELECT to_regclass($1) IS NOT NULL AS there', [
    `${schema}.migrations`,
  ]);
  if (found?.there === true) {
    const [row] = await query<{ version: number }>(
      `SELECT max(version) AS version FROM ${schema}.migrations`,
    );
    if (row !== undefined) return row.version;
  }
  throw nothingIn(schema);
}

function nothingIn(schema: string): CommandError {
  return new CommandError(`there is nothing to back up: the database has no schema ${schema}`);
}

async function exists(file: string): Promise<boolean> {
  return stat(file).then(
    () => true,
    (error: unknown) => {
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return false;
      throw error;
    },
  );
}

/** Makes a file under another name and moves it to its place when it is complete. */
async function appear<T>(file: string, make: (draft: string) => Promise<T>): Promise<T> {
  const draft = `${file}.partial-${randomBytes(4).toString('hex')}`;
  try {
    const result = await make(draft);
    await rename(draft, file);
    await syncFolder(dirname(file));
    return result;
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}
