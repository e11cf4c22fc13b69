import { CONTENT_DIR } from '../../src/paths.js';
import { loadPetition } from '../../src/petition/load.js';
import type { Petition } from '../../src/petition/petition.js';

/** The made-up petition that shows a bot with several: English and Arabic, one page of story. */
export function examplePetition(): Petition {
  return loadPetition({
    contentDir: CONTENT_DIR,
    petition: 'example',
    organiser: {
      name: 'The Friends of the Well',
      contact: 'friends@example.org',
      privacyUrl: 'https://example.org/privacy',
    },
  });
}
