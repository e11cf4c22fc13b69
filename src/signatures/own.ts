import type { OwnSignature, OwnUpdates } from '../petition/evidence.js';
import type { Store } from '../storage/store.js';
import type { CommitBasis } from './changes.js';
import { contactIn } from './contacts.js';
import type { Person } from './person.js';
import type { Records } from './record.js';
import type { RowCipher } from './row-cipher.js';

const UNREADABLE = {
  day: null,
  locale: null,
  status: null,
  evidence: null,
  sealed: null,
  receipt: null,
} as const;

/** A person's own signature, with what a commit over it needs. */
export interface OwnRow {
  readonly signature: OwnSignature | null;
  readonly standing: CommitBasis['standing'];
}

/** What is stored about a person, as that person may see it. */
export interface OwnRows {
  signature(person: Person, key: string): Promise<OwnRow>;
  /** Null if the person has no subscription. */
  updates(key: string): Promise<OwnUpdates | null>;
}

/** @param options.onUnreadable gets a signature's key, once for each signature that can't be read */
export function openOwnRows(options: {
  readonly store: Store;
  readonly records: Records;
  readonly contacts: RowCipher;
  receiptOver(person: Person, nonce: string): string;
  onUnreadable(key: string): void;
}): OwnRows {
  const { store, records, contacts } = options;
  const unreadable = new Set<string>();
  return {
    async signature(person, key) {
      const record = await records.read(key, person.channel);
      if (record === null) return { signature: null, standing: null };
      if (record === 'unreadable') {
        if (!unreadable.has(key)) options.onUnreadable(key);
        unreadable.add(key);
        return { signature: UNREADABLE, standing: null };
      }
      const { day, locale, status, evidence, nonce } = record;
      const sealed = record.sealed !== null;
      const receipt = options.receiptOver(person, nonce);
      return {
        signature: { day, locale, status, evidence, sealed, receipt },
        standing: { nonce, day, locale },
      };
    },
    async updates(key) {
      const value = await store.contact(key);
      return value === undefined ? null : { evidence: contactIn(contacts, { key, value })?.evidence ?? null };
    },
  };
}
