import type { ServedPetitions } from '../channel/served-petitions.js';
import type { Locale } from '../petition/formats.js';
import type { Petition } from '../petition/petition.js';

type Petitions = ServedPetitions<{ readonly petition: Petition }>;

/** The path of a petition's own page. */
export function pagePath({ several }: Pick<Petitions, 'several'>, { id }: Pick<Petition, 'id'>): string {
  return several ? `/p/${id}` : '/';
}

/**
 * What the addresses of a petition's other documents begin with. The first petition also has those of a bot with one
 * petition.
 */
export function basesOf({ all: [first] }: Petitions, { id }: Pick<Petition, 'id'>): readonly string[] {
  return [...(first.petition.id === id ? [''] : []), `/p/${id}`];
}

/** An address with what it says about its reader. */
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
