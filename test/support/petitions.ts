import { join } from 'node:path';
import { CONTENT_DIR, PROJECT_ROOT } from '../../src/paths.js';
import { loadPetition } from '../../src/petition/load.js';
import type { Organiser, Petition } from '../../src/petition/petition.js';

/** The petitions as they stand in the project, with their content folders. `sample` exists only in tests. */
const FOLDERS = {
  zefzafi: CONTENT_DIR,
  example: CONTENT_DIR,
  sample: join(PROJECT_ROOT, 'test/fixtures/content'),
} as const;

const loaded = new Map<string, Petition>();

/** Who runs the made-up petitions. */
export const FRIENDS: Organiser = {
  name: 'The Friends of the Well',
  contact: 'friends@example.org',
  privacyUrl: 'https://example.org/privacy',
};

/** A petition, loaded once for all the files that a worker runs. It is frozen: no test can change it for another. */
export function petitionNamed(name: keyof typeof FOLDERS, organiser: Organiser | null = null): Petition {
  const key = JSON.stringify([name, organiser]);
  const known = loaded.get(key);
  if (known !== undefined) return known;
  const petition = loadPetition({ contentDir: FOLDERS[name], petition: name, organiser });
  for (const locale of petition.locales) freeze(petition.texts(locale));
  freeze(petition);
  loaded.set(key, petition);
  return petition;
}

function freeze(value: unknown): void {
  // The bytes of a picture can't be frozen.
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return;
  Object.freeze(value);
  for (const part of Object.values(value)) freeze(part);
}
