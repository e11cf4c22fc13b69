import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { LocaleTexts } from '../../petition/petition.js';
import type { OpenedSignature } from './collect.js';
import { appear, writeFileIn } from './folder.js';
import { letterPage } from './letter-page.js';
import { type About, evidenceJson, namedRows, namesCsv } from './tables.js';

/** The content of an export folder. */
export interface Export extends About {
  readonly signatures: readonly OpenedSignature[];
  /** The texts in the letter's language. */
  readonly letter: LocaleTexts;
}

/**
 * Writes `letter.html`, `signatures.csv`, `signatures.json` and `texts/` into a new folder: all of it or
 * nothing.
 * @throws FolderTaken, and errors of the file system
 */
export async function writeExport(folder: string, { signatures, letter, ...about }: Export): Promise<void> {
  await appear(folder, async (draft) => {
    await writeFileIn(draft, 'letter.html', letterPage({ texts: letter, signatures, day: about.day }));
    await writeFileIn(draft, 'signatures.csv', namedRows(signatures), namesCsv());
    await writeFileIn(draft, 'signatures.json', evidenceJson(about, signatures));
    await mkdir(join(draft, 'texts'), { mode: 0o700 });
    for (const { file, words } of about.texts) await writeFileIn(draft, file, [words]);
  });
}
