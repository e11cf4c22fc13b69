import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { PROJECT_ROOT } from '../../src/paths.js';
import type { Petition } from '../../src/petition/petition.js';

/** A photo of 420 × 560 pixels that shows nobody. */
const PORTRAIT = readFileSync(path.join(PROJECT_ROOT, 'test/fixtures/pictures/portrait.jpg'));

/** The petition with a picture, described in each of its languages. */
export function withPicture(petition: Petition): Petition {
  return {
    ...petition,
    picture: {
      bytes: PORTRAIT,
      type: 'image/jpeg',
      width: 420,
      height: 560,
      hash: createHash('sha256').update(PORTRAIT).digest('hex'),
      credit: 'A. <Photographer>',
      licence: 'CC BY 4.0',
      alt: Object.fromEntries(petition.locales.map((locale) => [locale, `A drawing (${locale})`])),
    },
  };
}
