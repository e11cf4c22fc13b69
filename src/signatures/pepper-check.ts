import { timingSafeEqual } from 'node:crypto';
import { OperatorError } from '../operator-error.js';
import type { Store } from '../storage/store.js';
import type { Pseudonyms } from './pseudonym.js';

/** The setting whose value depends on the pepper. */
export const PEPPER_SETTING = 'pepper-check';

/** This store belongs to another pepper. With this one, everybody could sign a second time. */
export class WrongPepper extends OperatorError {
  override readonly name = 'WrongPepper';
  constructor() {
    super(
      'this database was begun with another IDENTITY_PEPPER (a preview: another preview-pepper in DATA_DIR). ' +
        'Set that one again: under a new pepper, everybody could sign twice.',
    );
  }
}

/**
 * Compares the pepper with the store's first one. An empty store takes this one.
 * @throws WrongPepper
 */
export async function checkPepper({ settings }: Store, pseudonyms: Pseudonyms): Promise<void> {
  const mine = pseudonyms.keyed('check');
  // If two processes start on an empty store, only one can add the setting; the other compares.
  const stored =
    (await settings.get(PEPPER_SETTING)) ?? ((await settings.add(PEPPER_SETTING, mine)) ? mine : null);
  const theirs = stored ?? (await settings.get(PEPPER_SETTING)) ?? '';
  if (!fitsPepper(theirs, pseudonyms)) throw new WrongPepper();
}

/** Whether a stored value was made with the pepper of these pseudonyms. */
export function fitsPepper(stored: string, pseudonyms: Pseudonyms): boolean {
  const mine = pseudonyms.keyed('check');
  return stored.length === mine.length && timingSafeEqual(Buffer.from(stored), Buffer.from(mine));
}
