import type { Campaign } from '../../src/campaign.js';
import type { Conversation } from '../../src/conversation/conversation.js';
import { type Day, dayOf } from '../../src/day.js';
import type { Reading } from '../../src/signatures/ledger.js';
import { person, signing } from '../support/people.js';
import { TURNS, walk } from './walk.js';

/** People whose conversation is stored, about to sign. */
export interface Signers {
  /** One of them signs. Resolves when that is acknowledged; false: everybody has signed. */
  sign(): Promise<boolean>;
}

/** Has so many people walk up to the last question. */
export async function readySigners({ conductor, ledger }: Campaign, count: number): Promise<Signers> {
  const today = dayOf(new Date());
  await walk(conductor, 'sample', TURNS - 1);
  const { conversation } = await ledger.read(person('sample'));
  if (conversation === null) throw new Error('the walk left no conversation');
  const last = conversation;
  const readings = await storeConversations(ledger, count, last, today);
  return {
    async sign() {
      const reading = readings.pop();
      if (reading === undefined) return false;
      const outcome = await ledger.commit(reading, { ...last, revision: 2 }, signing(), today);
      if (outcome !== 'saved') throw new Error(`a signature was ${outcome}`);
      return true;
    },
  };
}

async function storeConversations(
  ledger: Campaign['ledger'],
  count: number,
  conversation: Conversation,
  today: Day,
): Promise<Reading<Conversation>[]> {
  const first = { ...conversation, revision: 1 };
  const stored: Reading<Conversation>[] = [];
  while (stored.length < count) {
    const people = Array.from({ length: Math.min(1_000, count - stored.length) }, (_, index) =>
      person(stored.length + index),
    );
    const readings = await Promise.all(people.map((who) => ledger.read(who)));
    await Promise.all(readings.map((reading) => ledger.commit(reading, first, { kind: 'none' }, today)));
    stored.push(...(await Promise.all(people.map((who) => ledger.read(who)))));
  }
  return stored;
}
