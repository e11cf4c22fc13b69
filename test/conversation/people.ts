import type { Conversation } from '../../src/conversation/conversation.js';
import { conversationSchema } from '../../src/conversation/conversation.js';
import type { Event } from '../../src/conversation/event.js';
import type { Facts } from '../../src/conversation/facts.js';
import type { Day } from '../../src/day.js';
import type { Change } from '../../src/petition/change.js';
import type { OwnSignature, OwnUpdates, Shown } from '../../src/petition/evidence.js';
import { totalShown } from '../../src/petition/offsets.js';
import {
  type CampaignState,
  NEW_CAMPAIGN,
  type Petition,
  type SignedText,
} from '../../src/petition/petition.js';
import { statusAt } from '../../src/petition/status.js';

/** What is agreed to by a press of its own. */
type Agreed = 'consent' | 'updates';

/** What the engine's tests keep of one person, in place of the store: the conversation as it would be written out. */
interface Record {
  readonly tag: string;
  conversation: string | null;
  signature: OwnSignature | null;
  updates: OwnUpdates | null;
  name: string | null;
}

/** People in memory: as much of a ledger as the engine can tell from a real one. */
export class People {
  private readonly records = new Map<string, Record>();
  private readonly words = new Map<string, string>();
  private receipts = 0;

  constructor(
    private readonly petition: Petition,
    private readonly campaign: () => CampaignState = () => NEW_CAMPAIGN,
  ) {}

  /** What the engine may know when this event comes. The conversation is read back from what was written out. */
  facts(person: string, today: Day, event: Event | null): Facts {
    this.keepWords();
    const now = new Date(`${today}T12:00:00Z`);
    const record = this.record(person);
    const receipt = event === null ? null : receiptIn(event);
    const consent = record.signature?.evidence?.texts.consent;
    const asked = record.updates?.evidence?.text;
    return {
      ...statusAt(this.petition.settings, this.campaign(), now),
      conversation: record.conversation === null ? null : this.conversation(person),
      signature: record.signature,
      formerConsent: consent ? this.formerText('consent', consent) : null,
      updates: record.updates,
      formerUpdates: asked ? this.formerText('updates', asked) : null,
      total: totalShown(this.petition.settings.offset, this.signed().length),
      now,
      today,
      erased: this.campaign().erased,
      tag: record.tag,
      receiptFound: receipt === null ? null : this.signed().some((other) => holds(other, receipt)),
      nextReceipt: `RECPT-${String(this.receipts + 1).padStart(5, '0')}`,
      preview: false,
    };
  }

  /** Writes the conversation out, and does with the signature what the turn wants done. */
  commit(person: string, today: Day, conversation: Conversation, change: Change): void {
    const record = this.record(person);
    record.conversation = JSON.stringify(conversation);
    switch (change.kind) {
      case 'none':
        return;
      case 'sign': {
        if (record.signature !== null) throw new Error(`${person} signed twice`);
        this.receipts += 1;
        const receipt = `RECPT-${String(this.receipts).padStart(5, '0')}`;
        record.signature = {
          day: today,
          locale: change.locale,
          status: 'counted',
          evidence: change.evidence,
          sealed: true,
          receipt,
        };
        record.name = change.name;
        return;
      }
      case 'correct': {
        const standing = record.signature;
        if (standing === null || standing.evidence === null)
          throw new Error(`${person} has nothing to correct`);
        record.signature = { ...standing, evidence: change.evidence };
        record.name = change.name;
        return;
      }
      case 'withdraw':
        if (record.signature === null) throw new Error(`${person} has nothing to withdraw`);
        record.signature = null;
        record.updates = null;
        record.name = null;
        return;
      case 'subscribe':
        if (record.signature === null) throw new Error(`${person} has not signed`);
        record.updates = { evidence: change.evidence };
        return;
      case 'unsubscribe':
        record.updates = null;
        return;
      case 'withdraw-by-receipt': {
        const owner = this.signed().find((other) => holds(other, change.receipt));
        if (owner === undefined) throw new Error(`nobody holds the receipt ${change.receipt}`);
        owner.signature = null;
        owner.updates = null;
        owner.name = null;
      }
    }
  }

  /** The words that somebody agreed to, where they are the petition's no more. */
  private formerText(name: Agreed, { locale, version }: Shown): string | null {
    const known = this.petition.locales.includes(locale) && this.agreeable(locale)[name];
    return known && known.version === version ? null : (this.words.get(version) ?? null);
  }

  /** Keeps the words of everything that can be agreed to now. */
  private keepWords(): void {
    for (const locale of this.petition.locales) {
      const { consent, updates } = this.agreeable(locale);
      for (const { version, source } of [consent, updates]) this.words.set(version, source);
    }
  }

  private agreeable(locale: string): { readonly [name in Agreed]: SignedText } {
    const { signed, updates } = this.petition.texts(locale);
    return { consent: signed.consent, updates };
  }

  forget(person: string): void {
    this.record(person).conversation = null;
  }

  hasSigned(person: string): boolean {
    return this.record(person).signature !== null;
  }

  nameOf(person: string): string | null {
    return this.record(person).name;
  }

  receiptOf(person: string): string | null {
    return this.record(person).signature?.receipt ?? null;
  }

  /** Throws where what was written out is not a conversation. */
  conversation(person: string): Conversation {
    return conversationSchema.parse(JSON.parse(this.record(person).conversation ?? 'null'));
  }

  private signed(): readonly Record[] {
    return [...this.records.values()].filter((record) => record.signature !== null);
  }

  private record(person: string): Record {
    const known = this.records.get(person);
    if (known !== undefined) return known;
    const tag = `tag${String(this.records.size).padStart(3, '0')}`;
    const record: Record = {
      tag,
      conversation: null,
      signature: null,
      updates: null,
      name: null,
    };
    this.records.set(person, record);
    return record;
  }
}

/** As the conductor does: whatever was written may be a receipt. */
function receiptIn({ action }: Event): string | null {
  switch (action.kind) {
    case 'command':
      return action.argument ?? null;
    case 'press':
      return null;
    case 'form':
    case 'text':
      return action.text;
  }
}

function holds({ signature }: Record, typed: string): boolean {
  const plain = (receipt: string) => receipt.toUpperCase().replace(/[^0-9A-Z]/g, '');
  const receipt = signature?.receipt ?? null;
  return receipt !== null && plain(receipt) === plain(typed);
}
