import type { Locale } from '../petition/formats.js';

/** The source of shared links, if the content names it. */
const SHARED = 'share';

/**
 * The address that people pass on: the page in the reader's language. It is the same for everybody, so it doesn't say
 * who shares it.
 * @param page the page's address, without a query
 */
export function sharedAddress(page: string, locale: Locale, sources: readonly string[]): string {
  const query = { lang: locale, ...(sources.includes(SHARED) ? { source: SHARED } : {}) };
  return `${page}?${new URLSearchParams(query)}`;
}
