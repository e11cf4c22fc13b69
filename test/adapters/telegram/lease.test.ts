import { describe, expect, test } from 'vitest';
import type { Lease, Leases } from '../../../src/storage/leases.js';
import { schemaName } from '../../../src/storage/schema-name.js';
import { FAST, standFor, until } from './support.js';

const BRIEF = { patience: { firstMs: 100, longestMs: 400 }, retryMs: 50 };

/** The leases that a process took, in their order. */
function watched(taken: Lease[]): (leases: Leases) => Leases {
  return (leases) => ({
    async take(job) {
      const lease = await leases.take(job);
      if (lease !== null) taken.push(lease);
      return lease;
    },
  });
}

describe('the lease of polling', () => {
  const stand = standFor();

  test('lost between saving and answering: the person has the answer once it is held again', async () => {
    const { telegram } = stand;
    const taken: Lease[] = [];
    let goOn: () => void = () => undefined;
    const held = new Promise<void>((resolve) => {
      goOn = resolve;
    });
    let saved = false;
    const bot = await stand.start({
      pace: BRIEF,
      leases: watched(taken),
      before: (conductor) => ({
        handle: (who, event, reply) =>
          conductor.handle(who, event, async (messages, outcome) => {
            saved = true;
            await held;
            return reply(messages, outcome);
          }),
      }),
    });
    const person = telegram.person();
    person.says('/start');
    await until(() => saved);
    const schema = schemaName('sample', false);
    await bot.database.query(
      `UPDATE ${schema}.leases SET holder = 'another', until = clock_timestamp() + interval '6 seconds'`,
    );
    await until(() => taken[0]?.isHeld() === false);
    goOn();
    await person.until(() => person.received.length === 1, 'for the first screen');
    expect(taken).toHaveLength(2);
  });

  test('is given back at a stop only when the queued answers are sent', async () => {
    const { telegram } = stand;
    const bot = await stand.start({
      pace: { ...BRIEF, rates: { ...FAST, chat: [{ calls: 1, ms: 500 }] } },
    });
    const person = telegram.person();
    const texts = ['/start', '/total', '/privacy', '/help', '/total', '/privacy', '/help'];
    for (const text of texts) person.says(text);
    // All are saved, and most answers wait for the chat's turn.
    await until(() => telegram.world.updates.pending.length === 0);
    expect(person.received.length).toBeLessThan(texts.length);
    await bot.stop();
    expect(person.received).toHaveLength(texts.length);
  });
});
