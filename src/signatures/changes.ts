import type { Day } from '../day.js';
import type { Change } from '../petition/change.js';
import type { Commit } from '../storage/rows.js';
import { contactRow } from './contacts.js';
import type { DataKeys } from './data-keys.js';
import type { Person } from './person.js';
import { parseReceipt } from './receipt.js';
import { fingerprintOf, type Records } from './record.js';
import type { RowCipher } from './row-cipher.js';

/** The private part of a reading, which its commit needs. */
export interface Behind {
  readonly person: Person;
  readonly conversationKey: string;
  readonly signatureKey: string;
  /** The nonce and the receipt of a signature made over this reading. */
  readonly nonce: string;
  readonly receipt: string;
}

/** The tools for making rows. */
interface Making {
  readonly petition: string;
  readonly dataKeys: DataKeys;
  readonly records: Records;
  readonly contacts: RowCipher;
  /** The stored form of a receipt. */
  receiptKeyOf(receipt: string): string;
}

/** The rows of a commit besides the conversation's. */
type Rows = Pick<Commit, 'signature' | 'contact'>;

const NONE = { kind: 'none' } as const;

/** Makes a change's rows. @throws RangeError if the receipt is not one */
export function rowsOf({ petition, dataKeys, records, contacts, receiptKeyOf }: Making) {
  async function signing(
    change: Extract<Change, { readonly kind: 'sign' }>,
    { person: { channel }, signatureKey, nonce, receipt }: Behind,
    day: Day,
  ): Promise<Commit['signature']> {
    const { locale, evidence, name, button } = change;
    const said = { day, locale, channel, evidence };
    const place = { petition, signature: signatureKey, nonce, fingerprint: fingerprintOf(said) };
    const { sealed, dataKey } = await dataKeys.seal({ name, button }, place);
    const row = {
      key: signatureKey,
      value: records.write({ version: 3, nonce, ...said, sealed }),
      receiptKey: receiptKeyOf(receipt),
      dataKey,
      channel,
      locale,
      source: change.source ?? '',
      age: change.accountAge,
      day,
    };
    return { kind: 'add', row };
  }

  return async (change: Change, behind: Behind, day: Day): Promise<Rows> => {
    const { person, signatureKey: key } = behind;
    switch (change.kind) {
      case 'none':
        return { signature: NONE, contact: NONE };
      case 'sign':
        return { signature: await signing(change, behind, day), contact: NONE };
      // The database deletes the contact together with the signature.
      case 'withdraw':
        return { signature: { kind: 'remove', key }, contact: NONE };
      case 'withdraw-by-receipt': {
        const written = parseReceipt(change.receipt);
        if (written === null) throw new RangeError('not a receipt');
        return {
          signature: { kind: 'remove-by-receipt', receiptKey: receiptKeyOf(written) },
          contact: NONE,
        };
      }
      case 'subscribe': {
        const { locale, evidence } = change;
        const row = contactRow(contacts, key, { person, locale, evidence });
        return { signature: NONE, contact: { kind: 'add', row } };
      }
      case 'unsubscribe':
        return { signature: NONE, contact: { kind: 'remove', key } };
    }
  };
}
