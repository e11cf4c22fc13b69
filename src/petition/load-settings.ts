import { basename, resolve } from 'node:path';
import type { Day } from '../day.js';
import { ContentFolder } from './content-folder.js';
import { petitionNameProblem } from './petition-name.js';
import { ContentError } from './problems.js';
import type { Settings } from './settings.js';
import { NO_SETTINGS, type ReadSettings, readSettings } from './settings-file.js';

/** The file of the settings. */
export const SETTINGS = 'petition.yaml';

/**
 * Loads only the settings of a petition. So a command that needs no texts does not wait for them, and does not stop at
 * a problem in them.
 * @param contentDir the folder that holds the petitions
 * @param id the petition's folder in it
 * @throws ContentError with every problem of the settings
 */
export function loadSettings(contentDir: string, id: string): Settings {
  const folder = new ContentFolder(contentDir);
  const settings = petitionExists(folder, id) ? settingsIn(folder, id).settings : null;
  if (settings === null || folder.problems.length > 0) throw contentError(folder, contentDir);
  return settings;
}

/** Reads a petition's settings, and reports their problems to the folder. */
export function settingsIn(folder: ContentFolder, id: string, today?: Day): ReadSettings {
  const file = `${id}/${SETTINGS}`;
  const source = folder.read(file, 'write the settings, as another petition has them');
  const read = source === null ? NO_SETTINGS : readSettings(source, today);
  folder.report(file, ...read.problems);
  return read;
}

/** Everything that was reported to a folder. */
export function contentError({ problems, unfinished }: ContentFolder, contentDir: string): ContentError {
  return new ContentError([...problems, ...unfinished], basename(resolve(contentDir)));
}

/** Whether a petition of this name exists. If not, reports why to the folder. */
export function petitionExists(folder: ContentFolder, id: string): boolean {
  const rule = petitionNameProblem(id);
  if (rule !== null) {
    folder.report('', { problem: `${JSON.stringify(id)} can't be the name of a petition`, remedy: rule });
    return false;
  }
  const names = (folder.entries('') ?? [])
    .filter(({ name, isFolder }) => isFolder && petitionNameProblem(name) === null)
    .map(({ name }) => name);
  if (names.includes(id)) return true;
  const remedy =
    names.length === 0 ? 'make a folder for it' : `choose one that is there: ${names.join(', ')}`;
  folder.report('', { problem: `there is no petition called ${JSON.stringify(id)}`, remedy });
  return false;
}
