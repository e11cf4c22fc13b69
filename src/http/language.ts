import type { Request } from 'express';
import type { Locale, Petition } from '../petition/petition.js';

/** The language to answer in: the one that the address names (`?lang=ar`), else the browser's best. */
export function languageOf(request: Request, petition: Petition): Locale {
  const asked = request.query.lang;
  const named = petition.locales.find((locale) => locale === asked);
  return named ?? petition.negotiate(request.acceptsLanguages().filter((tag) => tag !== '*'));
}
