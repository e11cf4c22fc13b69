import { z } from 'zod';
import { daySchema } from '../../day.js';
import { type BackupHeader, readBackupFile, UnusableBackup } from '../../storage/backup/file.js';
import { ORGANISER_SETTING, parseOrganiser } from '../organiser.js';
import { type SignatureSource, type StoredText, storedSignatureSchema } from './source.js';

const keySchema = z.object({ id: z.string(), wrapped: z.string() });
const textSchema = z
  .object({
    name: z.string(),
    locale: z.string(),
    version: z.string(),
    words: z.string(),
    first_shown: daySchema,
  })
  .transform(({ first_shown: firstShown, ...text }) => ({ ...text, firstShown }));
const settingSchema = z.object({ key: z.string(), value: z.string() });

/**
 * Signatures from a backup, without a database. It reads the file twice: first to check it and get the keys,
 * texts and settings, then for the signatures.
 * @throws UnusableBackup, and errors of the file system
 */
export async function openBackupSource(path: string): Promise<SignatureSource> {
  let header: BackupHeader | undefined;
  const keptLines: Record<string, string[]> = { data_keys: [], settings: [], texts: [] };
  await readBackupFile(path, {
    header: (found) => {
      header = found;
    },
    rows: (table, lines) => {
      keptLines[table]?.push(...lines);
    },
  });
  if (header === undefined) throw new UnusableBackup('the file is empty');
  const rows = <Row>(table: string, schema: z.ZodType<Row>): readonly Row[] =>
    (keptLines[table] ?? []).map((line) => parseRow(schema, line));
  const keys = new Map(rows('data_keys', keySchema).map(({ id, wrapped }) => [id, wrapped]));
  const texts: readonly StoredText[] = rows('texts', textSchema);
  const organiser = rows('settings', settingSchema).find(({ key }) => key === ORGANISER_SETTING);
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
    stillThere: async (rows) => new Set(rows.map(({ receiptKey }) => receiptKey)),
    texts: async () => texts,
    organiser: async () => parseOrganiser(organiser?.value),
  };
}

function parseRow<Row>(schema: z.ZodType<Row>, line: string): Row {
  const row = schema.safeParse(JSON.parse(line));
  if (!row.success) throw new UnusableBackup('the backup holds a row that this version can not read');
  return row.data;
}
