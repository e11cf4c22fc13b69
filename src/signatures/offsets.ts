import { z } from 'zod';
import { daySchema } from '../day.js';
import type { RecordedOffset } from '../petition/offsets.js';
import type { Database } from '../storage/database.js';
import type { Table } from '../storage/table.js';
import { reviseSetting } from './shared-setting.js';

/** The setting with the figures that operators recorded: one row, read with the total. */
export const OFFSETS_SETTING = 'offsets';

const recordedSchema = z.array(
  z.object({ source: z.string(), count: z.int().nonnegative(), day: daySchema, recorded: daySchema }),
);

/** The figures of counts elsewhere, in the order in which they were recorded. The last of a source stands. */
export async function readOffsets(settings: Table): Promise<readonly RecordedOffset[]> {
  return parse(await settings.get(OFFSETS_SETTING));
}

/** Adds a figure. Earlier ones stay, as a history. */
export async function recordOffset(
  database: Database,
  schema: string,
  recorded: RecordedOffset,
): Promise<void> {
  await reviseSetting(database, schema, OFFSETS_SETTING, (kept) => ({
    keep: JSON.stringify([...parse(kept), recorded]),
    result: undefined,
  }));
}

function parse(kept: string | null | undefined): readonly RecordedOffset[] {
  return recordedSchema.parse(JSON.parse(kept ?? '[]'));
}
