import type { ServedPetitions } from '../channel/served-petitions.js';
import type { Locale } from '../petition/formats.js';
import type { Petition } from '../petition/petition.js';

type Petitions = ServedPetitions<{ readonly petition: Petition }>;

/** The path of a petition's own page. */
export function pagePath({ several }: Pick<Petitions, 'several'>, { id }: Pick<Petition, 'id'>): string {
  return several ? `/p/${id}` : '/';
}

/**
 * The beginnings of the addresses of a petition's other documents. The first petition also has the addresses of a bot
 * with one petition.
 */
export function basesOf({ all: [first] }: Petitions, { id }: Pick<Petition, 'id'>): readonly string[] {
  return [...(first.petition.id === id ? [''] : []), `/p/${id}`];
}

/** An address that names the reader's language and source, where they are known. */
export function withQuery(
  address: string,
  { lang, source }: { readonly lang?: Locale | null; readonly source?: string | null },
): string {
  const query = new URLSearchParams({
    ...(lang === null || lang === undefined ? {} : { lang }),
    ...(source === null || source === undefined ? {} : { source }),
  }).toString();
  return query === '' ? address : `${address}?${query}`;
}
