import { join } from 'node:path';
import { loadPetition } from '../../src/petition/load.js';
import type { Petition } from '../../src/petition/petition.js';

/** Loaded once for all the files that a worker runs: nothing changes it. */
let loaded: Petition | null = null;

/** The petition that transcripts are about: small, in English and Arabic, with a story of three pages. */
export async function sample(): Promise<Petition> {
  loaded ??= loadPetition({
    contentDir: join(import.meta.dirname, '../fixtures/content'),
    petition: 'sample',
    organiser: {
      name: 'The Friends of the Well',
      contact: 'friends@example.org',
      privacyUrl: 'https://example.org/privacy',
    },
  });
  return loaded;
}
