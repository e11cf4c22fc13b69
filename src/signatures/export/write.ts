import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { OpenedSignature } from './collect.js';
import type { Delivery } from './cover-page.js';
import { createFolder, writeFileIn } from './folder.js';
import { coverDocument, letterDocument, wholeDocument } from './letter-page.js';
import { type Finding, findingRows, reviewCsv } from './review.js';
import { type About, evidenceJson, namedRows, namesCsv } from './tables.js';

/** The content of an export folder. */
export interface Export extends About {
  /** All signatures of the export, also those under words that are lost. */
  readonly signatures: readonly OpenedSignature[];
  readonly delivery: Delivery;
  /** Whether the cover and each letter are files of their own. */
  readonly separate: boolean;
  /** What a person should look at; null if it was not asked for. */
  readonly review: readonly Finding[] | null;
}

/**
 * Writes the letters, `signatures.csv`, `signatures.json`, `texts/` and, if it was asked for, `review.csv` into a new
 * folder: all of it or nothing.
 * @throws FolderTaken, and errors of the file system
 */
export async function writeExport(
  folder: string,
  { signatures, delivery, separate, review, ...about }: Export,
): Promise<void> {
  const { wordings } = delivery;
  await createFolder(folder, async (draft) => {
    if (separate) {
      await writeFileIn(draft, 'cover.html', coverDocument(delivery));
      for (const wording of wordings) {
        await writeFileIn(draft, `letter.${wording.code}.html`, letterDocument(delivery, wording));
      }
    } else await writeFileIn(draft, 'letter.html', wholeDocument(delivery));
    const printed = wordings.flatMap((wording) => wording.signatures);
    await writeFileIn(draft, 'signatures.csv', namedRows(printed), namesCsv());
    await writeFileIn(draft, 'signatures.json', evidenceJson(about, signatures));
    if (review !== null) await writeFileIn(draft, 'review.csv', findingRows(review), reviewCsv());
    await mkdir(join(draft, 'texts'), { mode: 0o700 });
    for (const { file, words } of about.texts) await writeFileIn(draft, file, [words]);
  });
}
