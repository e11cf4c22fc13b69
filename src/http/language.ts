import type { Request } from 'express';
import type { Locale } from '../petition/formats.js';
import type { Petition } from '../petition/petition.js';

/** The language of the answer: from the address (`?lang=ar`), else the browser's best match. */
export function languageOf(request: Request, petition: Pick<Petition, 'locales' | 'negotiate'>): Locale {
  const asked = request.query.lang;
  const named = petition.locales.find((locale) => locale === asked);
  return named ?? petition.negotiate(request.acceptsLanguages().filter((tag) => tag !== '*'));
}
