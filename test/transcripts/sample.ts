import { join } from 'node:path';
import { loadPetition } from '../../src/petition/load.js';
import type { Petition } from '../../src/petition/petition.js';

/** The petition that transcripts are about: small, in English and Arabic, with a story of three pages. */
export async function sample(): Promise<Petition> {
  return loadPetition({
    contentDir: join(import.meta.dirname, '../fixtures/content'),
    petition: 'sample',
    organiser: {
      name: 'The Friends of the Well',
      contact: 'friends@example.org',
      privacyUrl: 'https://example.org/privacy',
    },
  });
}
