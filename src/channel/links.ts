import type { Petition } from '../petition/petition.js';
import type { SourceCodes } from '../signatures/source-codes.js';

/** Telegram allows 64 characters; every other platform allows more. https://core.telegram.org/bots/features#deep-linking */
const MAX_LINK_CODE = 64;

interface Linked {
  readonly petition: Pick<Petition, 'id'>;
  readonly sources: Pick<SourceCodes, 'accepts'>;
}

/**
 * The code of a link to one of several petitions: `another`, or with a source `another-poster`. If that is too long, it
 * is the source alone. The source then identifies the petition, and `linkProblems` checks that.
 */
export function linkCode(petition: string, source: string | null): string {
  if (source === null) return petition;
  const code = `${petition}-${source}`;
  return code.length > MAX_LINK_CODE ? source : code;
}

/**
 * The petition to which a link leads, and the rest of what it carries.
 * @param code as the link carries it; anybody can write one
 * @returns null if it leads to none of these petitions. `source` may be unknown: the conductor drops it then
 */
export function readLink<Served extends Linked>(
  code: string,
  all: readonly Served[],
): { readonly served: Served; readonly source: string | null } | null {
  const named = all
    .filter(({ petition: { id } }) => code === id || code.startsWith(`${id}-`))
    .map((served) => ({ served, source: code.slice(served.petition.id.length + 1) || null }))
    // The longest name first: `river-2` is the petition of this name, not the source `2` of `river`.
    .sort((one, other) => other.served.petition.id.length - one.served.petition.id.length);
  const known = named.find(({ served, source }) => source === null || served.sources.accepts(source));
  if (known !== undefined) return known;
  // A link that was made while the bot had one petition: its source identifies the petition.
  const former = all.find(({ sources }) => sources.accepts(code));
  if (former !== undefined) return { served: former, source: code };
  return named[0] ?? null;
}

/** Why these petitions can't be served together: links of one that would lead to another. */
export function linkProblems(
  all: readonly (Linked & { readonly petition: Pick<Petition, 'id' | 'settings'> })[],
): readonly string[] {
  return all.flatMap((served) => {
    const { id, settings } = served.petition;
    return [null, ...settings.sources].flatMap((source) => {
      const code = linkCode(id, source);
      const read = readLink(code, all);
      if (read?.served === served && read.source === source) return [];
      return [
        `the link code ${code} of ${id} would lead to ${read?.served.petition.id}: rename the source in ${id}/petition.yaml`,
      ];
    });
  });
}
