import type { Day } from '../day.js';
import type { Change } from '../petition/change.js';
import type { Commit, RenamedRow } from '../storage/rows.js';
import { contactRow } from './contacts.js';
import type { DataKeys } from './data-keys.js';
import type { Person } from './person.js';
import { parseReceipt } from './receipt.js';
import { fingerprintOf, type Records, type RecordV3, type SignatureRecord } from './record.js';
import type { RowCipher } from './row-cipher.js';
import type { NameChoice } from './sealing.js';

/** The private part of a reading, which the commit over it needs. */
export interface CommitBasis {
  readonly person: Person;
  readonly conversationKey: string;
  readonly signatureKey: string;
  /** The nonce and the receipt of a signature made over this reading. */
  readonly nonce: string;
  readonly receipt: string;
  /** The parts of the signature that stay when its name changes; null if there is no signature, or it can't be read. */
  readonly standing: Pick<SignatureRecord, 'nonce' | 'day' | 'locale'> | null;
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
  /** A record with its choice of a name sealed. */
  async function named(
    key: string,
    said: Omit<RecordV3, 'version' | 'sealed'>,
    choice: NameChoice,
  ): Promise<RenamedRow> {
    const place = { petition, signature: key, nonce: said.nonce, fingerprint: fingerprintOf(said) };
    const { sealed, dataKey } = await dataKeys.seal(choice, place);
    return { key, value: records.write({ version: 3, ...said, sealed }), dataKey };
  }

  async function signing(
    change: Extract<Change, { readonly kind: 'sign' }>,
    { person: { channel }, signatureKey, nonce, receipt }: CommitBasis,
    day: Day,
  ): Promise<Commit['signature']> {
    const { locale, evidence, name, button } = change;
    const said = { nonce, day, locale, channel, evidence };
    const row = {
      ...(await named(signatureKey, said, { name, button })),
      receiptKey: receiptKeyOf(receipt),
      channel,
      locale,
      source: change.source ?? '',
      age: change.accountAge,
      day,
    };
    return { kind: 'add', row };
  }

  return async (change: Change, basis: CommitBasis, day: Day): Promise<Rows> => {
    const { person, signatureKey: key } = basis;
    switch (change.kind) {
      case 'none':
        return { signature: NONE, contact: NONE };
      case 'sign':
        return { signature: await signing(change, basis, day), contact: NONE };
      case 'correct': {
        const { name, button, evidence } = change;
        const { person, standing } = basis;
        if (standing === null) throw new RangeError('a name needs a signature that can be read');
        const said = { ...standing, channel: person.channel, evidence };
        const row = await named(key, said, { name, button });
        return { signature: { kind: 'rename', row }, contact: NONE };
      }
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
