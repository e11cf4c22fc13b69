import { z } from 'zod';
import { type BackupHeader, readBackupFile, UnusableBackup } from '../../storage/backup/file.js';
import type { KeptText } from '../texts.js';
import { type SignatureSource, storedSignatureSchema } from './source.js';

const keySchema = z.object({ id: z.string(), wrapped: z.string() });
const textSchema = z.object({
  name: z.string(),
  locale: z.string(),
  version: z.string(),
  words: z.string(),
});

/**
 * Signatures from a backup, without a database. It reads the file twice: first to check it and get the keys
 * and texts, then for the signatures.
 * @throws UnusableBackup, and errors of the file system
 */
export async function openBackupSource(path: string): Promise<SignatureSource> {
  let header: BackupHeader | undefined;
  const keptLines = { data_keys: [] as string[], texts: [] as string[] };
  await readBackupFile(path, {
    header: (found) => {
      header = found;
    },
    rows: (table, lines) => {
      if (table === 'data_keys' || table === 'texts') keptLines[table].push(...lines);
    },
  });
  if (header === undefined) throw new UnusableBackup('the file is empty');
  const keys = new Map(
    keptLines.data_keys.map((line) => {
      const { id, wrapped } = parseRow(keySchema, line);
      return [id, wrapped];
    }),
  );
  const texts: readonly KeptText[] = keptLines.texts.map((line) => parseRow(textSchema, line));
  const { petition, preview } = header;

  return {
    petition,
    preview,
    async read(take) {
      await readBackupFile(path, {
        rows: async (table, lines) => {
          if (table === 'signatures') await take(lines.map((line) => parseRow(storedSignatureSchema, line)));
        },
      });
    },
    wrappedKeys: async () => keys,
    // A backup does not change: it still has people who withdrew after it was made.
    standing: async (rows) => new Set(rows.map(({ receiptKey }) => receiptKey)),
    texts: async () => texts,
  };
}

function parseRow<Row>(schema: z.ZodType<Row>, line: string): Row {
  const row = schema.safeParse(JSON.parse(line));
  if (!row.success) throw new UnusableBackup('the backup holds a row that this version can not read');
  return row.data;
}
