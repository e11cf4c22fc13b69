import { nextGoal, type Petition } from '../petition/petition.js';
import type { PublishedCount } from '../signatures/public-total.js';

/** What `GET /api/total` answers and its events carry. */
export interface PublicNumber {
  readonly petition: string;
  /** What is shown: offset and counted signatures. */
  readonly total: number;
  readonly signatures: number;
  readonly offset: number;
  /** The next total to reach; the last one when all are reached. */
  readonly goal: number;
  /** When the signatures were read, ISO 8601. */
  readonly asOf: string;
}

export function publicNumber(petition: Petition, { counted, asOf }: PublishedCount): PublicNumber {
  const offset = petition.settings.offset.count;
  const total = offset + counted;
  return {
    petition: petition.id,
    total,
    signatures: counted,
    offset,
    goal: nextGoal(petition.settings, total),
    asOf: asOf.toISOString(),
  };
}
