import type { Petition } from '../../src/petition/petition.js';
import { FRIENDS, petitionNamed } from '../support/petitions.js';

/** The petition that transcripts are about: small, in English and Arabic, with a story of three pages. */
export async function sample(): Promise<Petition> {
  return petitionNamed('sample', FRIENDS);
}
