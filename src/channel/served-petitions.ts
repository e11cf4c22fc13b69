import type { TotalsLog } from '../log-of-totals/totals-log.js';
import type { Locale } from '../petition/formats.js';
import { negotiate } from '../petition/negotiate.js';
import type { LocaleTexts, Petition } from '../petition/petition.js';
import type { Memory } from '../signatures/memory.js';
import type { PublicTotal } from '../signatures/public-total.js';
import type { SourceCodes } from '../signatures/source-codes.js';
import type { StaffDesk } from '../staff/desk.js';
import type { PublicStatus } from './public-status.js';

/** One petition of the bot, with what adapters need to know of it. */
export interface ServedPetition {
  readonly petition: Petition;
  readonly total: PublicTotal;
  /** Whether people can sign: cards, profiles and pages follow it. */
  readonly status: PublicStatus;
  readonly sources: SourceCodes;
  /** The public log of the total, where there is one. */
  readonly totalsLog?: Pick<TotalsLog, 'published'> | null;
  /** Where a platform finds the petition's picture: a public https address. Null without one. */
  readonly pictureUrl?: string | null;
  /** The number of counted signatures from one source; rejects if the database can't be read. */
  countFrom(source: string): Promise<number>;
  /** What adapters remember about this petition alone, over restarts. */
  readonly memory: Memory;
  /** The staff desk, for platforms that can tell who is staff. */
  readonly staff: StaffDesk;
}

/**
 * The petitions of the bot; nearly every bot has one. `locales`, `texts` and `negotiate` are for sentences of the bot's
 * own: their words are the interface's, in every language that a petition has.
 */
export interface ServedPetitions<Served extends { readonly petition: Petition } = ServedPetition>
  extends Pick<Petition, 'locales' | 'texts' | 'negotiate'> {
  readonly all: readonly [Served, ...Served[]];
  /** True if people have to choose. */
  readonly several: boolean;
  /** Null if the bot has no petition of this name. */
  named(id: string): Served | null;
  /** A petition's texts in this locale; in its default locale if it does not have this one. */
  textsOf(served: Pick<Served, 'petition'>, locale: Locale): LocaleTexts;
}

/** @param served in the configuration's order */
export function servedPetitions<Served extends { readonly petition: Petition }>(
  served: readonly [Served, ...Served[]],
): ServedPetitions<Served> {
  const [{ petition: first }] = served;
  const [main] = first.locales;
  const others = new Set(served.flatMap(({ petition }) => petition.locales));
  others.delete(main);
  const locales = [main, ...others] as const;
  const textsOf = ({ petition }: Pick<Served, 'petition'>, locale: Locale) =>
    petition.texts(petition.locales.includes(locale) ? locale : petition.locales[0]);
  return {
    all: served,
    several: served.length > 1,
    named: (id) => served.find(({ petition }) => petition.id === id) ?? null,
    locales,
    negotiate: (tags) => negotiate(tags, locales),
    textsOf,
    texts(locale) {
      const speaker = served.find(({ petition }) => petition.locales.includes(locale)) ?? served[0];
      return textsOf(speaker, locale);
    },
  };
}
