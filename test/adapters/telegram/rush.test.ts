import { describe, expect, test } from 'vitest';
import { RATES } from '../../../adapters/telegram/limits.js';
import { TELEGRAM_RATES } from '../../fakes/telegram/rate-limits.js';
import { openStand, until } from './support.js';

/** As fast as in earnest, with shorter waits after failures. */
const EARNEST = { rates: RATES, retryMs: 50 };

// Both wait for the limits, and so run beside each other.
describe.concurrent('a rush', () => {
  test('answers 500 people who come within a second, each once', async ({ onTestFinished }) => {
    const stand = await openStand(onTestFinished, { rates: TELEGRAM_RATES });
    const { telegram } = stand;
    await stand.start({ pace: EARNEST });
    const people = Array.from({ length: 500 }, () => telegram.person());
    for (const person of people) person.says('/start');
    // The limit itself takes 17 s; the rest is for a busy machine.
    await until(() => people.every((person) => person.received.length === 1), 50_000);
    // The limit had to be found.
    expect(telegram.limits.refused).toBeLessThanOrEqual(25);
    const order = telegram.calls
      .filter(({ method }) => method === 'sendMessage')
      .map(({ params }) => params.chat_id);
    expect(new Set(order).size).toBe(500);
    await until(() => telegram.world.updates.pending.length === 0);
  });

  test('answers everybody once also with two processes', async ({ onTestFinished }) => {
    const stand = await openStand(onTestFinished, { rates: TELEGRAM_RATES });
    const { telegram } = stand;
    const options = { mode: 'webhook', pace: EARNEST, processes: 2 } as const;
    const processes = [await stand.start(options), await stand.start(options)];
    telegram.world.webhook.balanced = processes.map(({ webhook }) => webhook);
    await until(() => telegram.world.profile.shortDescriptions.size === 3);
    const people = Array.from({ length: 100 }, () => telegram.person());
    for (const person of people) person.says('/start');
    await until(() => people.every((person) => person.received.length === 1), 20_000);
    expect(telegram.limits.refused).toBeLessThanOrEqual(25);
  });
});
