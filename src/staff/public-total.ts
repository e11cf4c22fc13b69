import { type Offset, offsetsNow, totalShown } from '../petition/offsets.js';
import type { DeskContext } from './context.js';

/** The counts elsewhere as they stand. */
export async function currentOffsets({
  ledger,
  petition,
}: Pick<DeskContext, 'ledger' | 'petition'>): Promise<readonly Offset[]> {
  return offsetsNow(petition.settings, await ledger.offsets());
}

/** The total that the public sees. */
export async function totalNow(desk: Pick<DeskContext, 'ledger' | 'petition'>): Promise<number> {
  const [offsets, collected] = await Promise.all([currentOffsets(desk), desk.ledger.counted()]);
  return totalShown(offsets, collected);
}
