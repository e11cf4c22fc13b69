import type { Request } from 'express';
import type { Locale } from '../petition/formats.js';
import type { Petition } from '../petition/petition.js';

/** The language of the answer: from the address (`?lang=ar`), else the browser's best match. */
export function languageOf(request: Request, petition: Pick<Petition, 'locales' | 'negotiate'>): Locale {
  return (
    languageAsked(request, petition) ??
    petition.negotiate(request.acceptsLanguages().filter((tag) => tag !== '*'))
  );
}

/** The language that the address names (`?lang=ar`); null if it names none that we have. */
export function languageAsked({ query }: Request, { locales }: Pick<Petition, 'locales'>): Locale | null {
  return locales.find((locale) => locale === query.lang) ?? null;
}
