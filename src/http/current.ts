import type { Status } from '../petition/status.js';
import type { PublishedCount } from '../signatures/public-total.js';
import type { PublishedPetition } from './page.js';

/** A petition's status and its numbers now. */
export interface Current {
  readonly status: Status;
  /** The total with its parts; null if it can't be read. */
  readonly published: PublishedCount | null;
  /** The number that we show; null if it can't be read. */
  readonly total: number | null;
}

/** Never rejects. */
export async function currentOf({
  total,
  status,
}: Pick<PublishedPetition, 'total' | 'status'>): Promise<Current> {
  const [published, known] = await Promise.all([total.read().catch(() => null), status.orLastKnown()]);
  return { status: known, published, total: published?.total ?? null };
}
