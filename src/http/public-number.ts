import type { Petition } from '../petition/petition.js';
import { nextGoal } from '../petition/progress.js';
import type { PublishedCount } from '../signatures/public-total.js';

/** The body of `GET /api/total` and of each event. */
export interface PublicNumber {
  readonly petition: string;
  /** The number that we show: the offset plus counted signatures. */
  readonly total: number;
  readonly signatures: number;
  /** All counts elsewhere together. */
  readonly offset: number;
  /** The next goal, or the last one if all are reached. */
  readonly goal: number;
  /** When the signatures were read, ISO 8601. */
  readonly asOf: string;
}

export function publicNumber(petition: Petition, { counted, total, asOf }: PublishedCount): PublicNumber {
  return {
    petition: petition.id,
    total,
    signatures: counted,
    offset: total - counted,
    goal: nextGoal(petition.settings, total),
    asOf: asOf.toISOString(),
  };
}
