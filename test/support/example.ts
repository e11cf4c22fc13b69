import type { Petition } from '../../src/petition/petition.js';
import { FRIENDS, petitionNamed } from './petitions.js';

/** The made-up petition that shows a bot with several: English and Arabic, one page of story. */
export function examplePetition(): Petition {
  return petitionNamed('example', FRIENDS);
}
