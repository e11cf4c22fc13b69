import { describe, expect, test } from 'vitest';
import { PRESSES_TO_NAME } from '../../support/walk.js';
import { hasSigned, SECRET, standFor, until, walkToName } from './support.js';

describe('the webhook', () => {
  const stand = standFor({ ownServer: true });
  const start = (options: Parameters<typeof stand.start>[0] = {}) =>
    stand.start({ mode: 'webhook', ...options });

  test('is set with its secret, for the updates that are handled, and for no others', async () => {
    const { telegram } = stand;
    await start();
    expect(telegram.world.webhook.settings).toMatchObject({ secret: SECRET, maxConnections: 100 });
    expect(telegram.world.updates.allowed).toEqual(['message', 'callback_query']);
  });

  test('answers a press with its acknowledgement, once it is saved and answered', async () => {
    const { telegram } = stand;
    const bot = await start();
    const person = telegram.person();
    await person.answerTo(() => person.says('/start'));
    const { answered } = person.presses(0);
    await answered;
    const acknowledgements = telegram.calls.filter(({ method }) => method === 'answerCallbackQuery');
    expect(acknowledgements).toMatchObject([{ via: 'webhook' }]);
    expect(person.last.edits).toBe(1);
    expect(telegram.world.webhook.statuses).toEqual([200, 200]);
    expect(bot.adapter.health()).toEqual({ ok: true });
  });

  test('applies an update once that is delivered four times, one after the other and at once', async () => {
    const { telegram } = stand;
    const bot = await start();
    const person = telegram.person();
    await walkToName(person);
    const { update } = person.presses(0);
    for (let copy = 0; copy < 3; copy += 1) telegram.deliver(update);
    // `/start` and the presses before, each once.
    const before = 1 + PRESSES_TO_NAME.sample;
    await until(() => telegram.world.webhook.statuses.length === before + 4);
    telegram.deliver(update);
    await until(() => telegram.world.webhook.statuses.length === before + 5);
    expect(telegram.world.webhook.statuses.every((status) => status === 200)).toBe(true);
    expect(person.last.text).toContain('Thank you');
    expect(person.last.edits).toBe(PRESSES_TO_NAME.sample + 1);
    expect(await bot.campaign.ledger.counted()).toBe(1);
  });

  test('asks for an update again that could not be saved, and tells the person once', async () => {
    const { telegram } = stand;
    const bot = await start({ server: { queryTimeoutMs: 1_000, connectTimeoutMs: 1_000 } });
    const person = telegram.person();
    await person.answerTo(() => person.says('/start'));
    await stand.postgres.stop();
    await person.answerTo(() => person.presses(0));
    expect(person.last.text).toContain('could not confirm');
    await until(() => telegram.world.webhook.statuses.filter((status) => status === 503).length >= 3);
    expect(person.received).toHaveLength(2);
    expect(new Set(telegram.world.webhook.retryAfter)).toEqual(new Set([2]));
    await stand.postgres.start();
    await until(() => telegram.world.updates.pending.length === 0);
    const { conversation } = await bot.campaign.ledger.read({
      channel: 'telegram',
      tenant: '',
      id: String(person.id),
    });
    expect(conversation?.place).toMatchObject({ step: 'story' });
    expect(person.received[0]?.edits).toBe(1);
  });

  test('is shared by two processes: whoever an update reaches, each counts once and each is answered', async () => {
    const { telegram } = stand;
    const first = await start();
    const second = await start();
    telegram.world.webhook.balanced = [first.webhook, second.webhook];
    const people = Array.from({ length: 20 }, () => telegram.person());
    await Promise.all(
      people.map(async (person) => {
        await person.answerTo(() => person.says('/start'));
        for (let press = 0; press <= PRESSES_TO_NAME.sample; press += 1) {
          const { update } = person.presses(0);
          const again = { ...update };
          telegram.deliver(again);
          await until(() => [update, again].every((one) => !telegram.world.updates.pending.includes(one)));
        }
        await person.sees('Thank you');
      }),
    );
    await until(() => telegram.world.updates.pending.length === 0);
    expect(await first.campaign.ledger.counted()).toBe(20);
    expect(await hasSigned(second, people[0]?.id ?? 0)).toBe(true);
  });

  test('takes a press and a message of one person that come at once, one after the other', async () => {
    const { telegram } = stand;
    const bot = await start();
    const person = telegram.person();
    await walkToName(person);
    await person.answerTo(() => person.presses('Write a name'));
    const name = person.received[0];
    if (name === undefined) throw new Error('no screen');
    const { answered } = person.presses('Sign without a name', name);
    person.says('Amal Bennani');
    await answered;
    await until(() => telegram.world.updates.pending.length === 0);
    const signed = await hasSigned(bot, person.id);
    expect(signed).toBe(person.received.some(({ text }) => text.includes('Thank you')));
    expect(await bot.campaign.ledger.counted()).toBe(signed ? 1 : 0);
  });

  test('takes nothing new once it stops, and finishes what it has', async () => {
    const { telegram } = stand;
    let release: () => void = () => undefined;
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    let taken = false;
    const bot = await start({
      before: (conductor) => ({
        async handle(...turn) {
          taken = true;
          await held;
          return conductor.handle(...turn);
        },
      }),
    });
    const person = telegram.person();
    person.says('/start');
    await until(() => taken);
    expect(telegram.world.webhook.statuses).toEqual([]);
    const stopped = bot.stop();
    release();
    await stopped;
    expect(person.received).toHaveLength(1);
    expect(telegram.world.webhook.statuses).toEqual([200]);
  });
});
