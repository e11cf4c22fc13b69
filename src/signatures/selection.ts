import type { Day } from '../day.js';

/** Selects the signatures that have all the facts that it names. Null stands for any value. */
export interface Selection {
  /** The platform. */
  readonly channel: string | null;
  /** The age of the account, as `AccountAge` has it. */
  readonly age: string | null;
  /** The language. */
  readonly locale: string | null;
  /** '' for signatures without a source. */
  readonly source: string | null;
  /** Both included. */
  readonly from: Day | null;
  readonly until: Day | null;
}

/** One row `wanted` with a selection from the statement's first six parameters, for `matching`. */
export const WANTED = `(
  SELECT $1::text AS channel, $2::text AS age, $3::text AS locale, $4::text AS source,
         $5::date AS from_day, $6::date AS until_day
) wanted`;

/** The parameters of `WANTED`. */
export function parametersOf({ channel, age, locale, source, from, until }: Selection) {
  return [channel, age, locale, source, from, until] as const;
}
