import type { Evidence, UpdatesEvidence } from '../petition/evidence.js';
import type { Commit } from '../storage/commit.js';
import type { ContactCipher } from './contact-cipher.js';
import { contactRow } from './contacts.js';
import type { DataKeys } from './data-keys.js';
import type { Person } from './person.js';
import { parseReceipt } from './receipt.js';
import { fingerprintOf, type Records } from './record.js';

/** What can happen to a person's signature, and to what hangs on it, in one commit. */
export type LedgerChange =
  | { readonly kind: 'none' }
  | {
      readonly kind: 'sign';
      /** Null: signs without a name. At most 400 bytes of UTF-8. */
      readonly name: string | null;
      /** The button that chose so: sealed with the name. */
      readonly button: string;
      readonly locale: string;
      readonly source: string | null;
      readonly accountAge: string;
      readonly evidence: Evidence;
    }
  | { readonly kind: 'withdraw' }
  | { readonly kind: 'withdraw-by-receipt'; readonly receipt: string }
  /** Keeps a way to reach the person, who has signed. */
  | { readonly kind: 'subscribe'; readonly locale: string; readonly evidence: UpdatesEvidence }
  | { readonly kind: 'unsubscribe' };

/** What a reading's commit needs and nobody else gets to see. */
export interface Behind {
  readonly person: Person;
  readonly conversationKey: string;
  readonly signatureKey: string;
  /** The random part of a signature that is made over this reading, and its receipt. */
  readonly nonce: string;
  readonly receipt: string;
}

/** What rows are made with. */
interface Making {
  readonly petition: string;
  readonly dataKeys: DataKeys;
  readonly records: Records;
  readonly contacts: ContactCipher;
  /** The stored form of a receipt. */
  receiptKeyOf(receipt: string): string;
}

/** A commit's rows beside the conversation. */
type Rows = Pick<Commit, 'signature' | 'contact'>;

const NONE = { kind: 'none' } as const;

/** Says what a change means for the rows. @throws RangeError for what is no receipt */
export function rowsOf({ petition, dataKeys, records, contacts, receiptKeyOf }: Making) {
  async function signing(
    change: Extract<LedgerChange, { readonly kind: 'sign' }>,
    { person: { channel }, signatureKey, nonce, receipt }: Behind,
    day: string,
  ): Promise<Commit['signature']> {
    const { locale, evidence, name, button } = change;
    const said = { day, locale, channel, evidence };
    const place = { petition, signature: signatureKey, nonce, fingerprint: fingerprintOf(said) };
    const { sealed, dataKey } = await dataKeys.seal({ name, button }, place);
    const row = {
      key: signatureKey,
      value: records.write({ version: 2, nonce, ...said, sealed }),
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

  return async (change: LedgerChange, behind: Behind, day: string): Promise<Rows> => {
    const { person, signatureKey: key } = behind;
    switch (change.kind) {
      case 'none':
        return { signature: NONE, contact: NONE };
      case 'sign':
        return { signature: await signing(change, behind, day), contact: NONE };
      // The contact goes with its signature.
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
