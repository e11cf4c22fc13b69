import type { Status } from '../petition/status.js';
import type { PublishedPetition } from './page.js';

/** What can be told of a petition now. */
export interface Current {
  readonly status: Status;
  /** Null if it can't be read. */
  readonly total: number | null;
}

/** Never rejects. */
export async function currentOf({
  total,
  status,
}: Pick<PublishedPetition, 'total' | 'status'>): Promise<Current> {
  const [read, known] = await Promise.all([
    total.read().then(
      (published) => published.total,
      () => null,
    ),
    status.orLastKnown(),
  ]);
  return { status: known, total: read };
}
