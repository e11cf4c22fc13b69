import { timingSafeEqual } from 'node:crypto';
import { OperatorError } from '../operator-error.js';
import type { Store } from '../storage/store.js';
import type { Pseudonyms } from './pseudonym.js';

/** The setting that holds a value that only the right pepper gives. */
export const PEPPER_SETTING = 'pepper-check';

/** The store was begun with another pepper: with this one, everybody could sign a second time. */
export class WrongPepper extends OperatorError {
  override readonly name = 'WrongPepper';
  constructor() {
    super(
      'this database was begun with another IDENTITY_PEPPER (a preview: with another preview-pepper in DATA_DIR): ' +
        'set that one again, since with another nobody would be known and everybody could sign twice',
    );
  }
}

/**
 * Compares the pepper with the one that the store was begun with; an empty store takes this one.
 * @throws WrongPepper
 */
export async function checkPepper({ settings }: Store, pseudonyms: Pseudonyms): Promise<void> {
  const mine = pseudonyms.keyed('check');
  // Of two processes that begin an empty store at once, one is first, and the other compares.
  const stored =
    (await settings.get(PEPPER_SETTING)) ?? ((await settings.add(PEPPER_SETTING, mine)) ? mine : null);
  const theirs = stored ?? (await settings.get(PEPPER_SETTING)) ?? '';
  if (!fitsPepper(theirs, pseudonyms)) throw new WrongPepper();
}

/** Whether a setting's value was made with the pepper that these pseudonyms are made with. */
export function fitsPepper(stored: string, pseudonyms: Pseudonyms): boolean {
  const mine = pseudonyms.keyed('check');
  return stored.length === mine.length && timingSafeEqual(Buffer.from(stored), Buffer.from(mine));
}
