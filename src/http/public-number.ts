import { nextGoal, type Petition, totalShown } from '../petition/petition.js';
import type { PublishedCount } from '../signatures/public-total.js';

/** The body of `GET /api/total` and of each event. */
export interface PublicNumber {
  readonly petition: string;
  /** The number that we show: offset plus counted signatures. */
  readonly total: number;
  readonly signatures: number;
  readonly offset: number;
  /** The next goal, or the last one if all are reached. */
  readonly goal: number;
  /** When the signatures were read, ISO 8601. */
  readonly asOf: string;
}

export function publicNumber(petition: Petition, { counted, asOf }: PublishedCount): PublicNumber {
  const total = totalShown(petition.settings, counted);
  return {
    petition: petition.id,
    total,
    signatures: counted,
    offset: petition.settings.offset.count,
    goal: nextGoal(petition.settings, total),
    asOf: asOf.toISOString(),
  };
}
