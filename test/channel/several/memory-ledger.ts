import { type Conversation, conversationSchema } from '../../../src/conversation/conversation.js';
import type { Day } from '../../../src/day.js';
import type { Change } from '../../../src/petition/change.js';
import type { OwnSignature, OwnUpdates } from '../../../src/petition/evidence.js';
import { NEW_CAMPAIGN } from '../../../src/petition/petition.js';
import type { Ledger, Reading } from '../../../src/signatures/ledger.js';
import { type Person, personKey } from '../../../src/signatures/person.js';
import { pseudonyms, tagOf } from '../../../src/signatures/pseudonym.js';
import { parseReceipt, receiptFrom } from '../../../src/signatures/receipt.js';
import { StoreUnavailable } from '../../../src/storage/database.js';

/** What is kept of one person, the conversation as it would be written out. */
export interface KeptRow {
  readonly conversation: string | null;
  readonly signature: OwnSignature | null;
  readonly updates: OwnUpdates | null;
  readonly name: string | null;
}

/** One petition's rows in memory: as much of a ledger as a conductor and the switchboard ask. */
export interface MemoryLedger extends Pick<Ledger<Conversation>, 'read' | 'commit' | 'keptText' | 'counted'> {
  /** All rows, by the person's key. */
  rows(): Readonly<Record<string, KeptRow>>;
  /** How often a person's rows were read. */
  reads(): number;
  /** As if the database could not be reached, or took no writes. */
  goAway(away: boolean | 'for writes'): void;
}

const NOTHING: KeptRow = { conversation: null, signature: null, updates: null, name: null };

/** Receipts depend on the turn alone: the same events give the same ones in another ledger. */
export function memoryLedger(petition: string, pepper: Buffer): MemoryLedger {
  const ids = pseudonyms(pepper, petition);
  const rows = new Map<string, KeptRow>();
  const behind = new WeakMap<Reading<Conversation>, Person>();
  let isAway: boolean | 'for writes' = false;
  let reads = 0;

  const rowOf = (person: Person) => rows.get(personKey(person)) ?? NOTHING;
  const conversationIn = ({ conversation }: KeptRow) =>
    conversation === null ? null : conversationSchema.parse(JSON.parse(conversation));
  const holder = (typed: string) => {
    const receipt = parseReceipt(typed);
    return [...rows].find(([, { signature }]) => receipt !== null && signature?.receipt === receipt);
  };

  async function answer(): Promise<void> {
    if (isAway === true) throw new StoreUnavailable('ECONNREFUSED');
  }

  return {
    async read(person, receipt) {
      await answer();
      reads += 1;
      const row = rowOf(person);
      const conversation = conversationIn(row);
      const reading = {
        conversation,
        signature: row.signature,
        updates: row.updates,
        campaign: NEW_CAMPAIGN,
        tag: tagOf(ids, person),
        nextReceipt: receiptFrom(ids.of('receipt', person, String(conversation?.revision ?? 0))),
        receiptFound: receipt === undefined ? null : holder(receipt) !== undefined,
        lost: false,
      };
      behind.set(reading, person);
      return reading;
    },
    async commit(reading, conversation, change, day) {
      await answer();
      if (isAway === 'for writes') throw new StoreUnavailable('25006');
      const person = behind.get(reading);
      if (person === undefined) throw new RangeError('a commit needs a reading of this ledger');
      const row = rowOf(person);
      if ((conversationIn(row)?.revision ?? 0) !== conversation.revision - 1) return 'stale';
      const standing = afterChange(row, change, reading.nextReceipt, day);
      rows.set(personKey(person), { ...standing, conversation: JSON.stringify(conversation) });
      if (change.kind !== 'withdraw-by-receipt') return 'saved';
      const [key, other] = holder(change.receipt) ?? [];
      if (key !== undefined && other !== undefined) rows.set(key, withdrawn(other));
      return 'saved';
    },
    async keptText() {
      await answer();
      return null;
    },
    async counted() {
      await answer();
      return [...rows.values()].filter(({ signature }) => signature !== null).length;
    },
    reads: () => reads,
    rows: () => Object.fromEntries(rows),
    goAway(away) {
      isAway = away;
    },
  };
}

const withdrawn = (row: KeptRow): KeptRow => ({ ...NOTHING, conversation: row.conversation });

function afterChange(row: KeptRow, change: Change, receipt: string, day: Day): KeptRow {
  switch (change.kind) {
    case 'sign': {
      if (row.signature !== null) throw new RangeError('a person who has signed can not sign again');
      const { locale, evidence, name } = change;
      return {
        ...row,
        signature: { day, locale, evidence, status: 'counted', sealed: true, receipt },
        name,
      };
    }
    case 'correct':
      return { ...row, name: change.name };
    case 'withdraw':
      return withdrawn(row);
    case 'subscribe':
      return { ...row, updates: { evidence: change.evidence } };
    case 'unsubscribe':
      return { ...row, updates: null };
    case 'withdraw-by-receipt':
    case 'none':
      return row;
  }
}
