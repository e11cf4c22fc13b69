import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { buttonsOf, type Person } from '../../fakes/telegram/people.js';
import { NO_RATES } from '../../fakes/telegram/rate-limits.js';
import { FakeTelegram } from '../../fakes/telegram/server.js';
import { startPostgres, type TestPostgres } from '../../support/postgres.js';
import { sample } from '../../transcripts/sample.js';
import { hasSigned, type Process, startProcess, until } from './support.js';

/** From the first word to the thanks: nothing is typed, and always the first button pressed. */
async function walk(person: Person): Promise<void> {
  await person.answerTo(() => person.says('/start'));
  for (let press = 1; press < 9; press += 1) await person.answerTo(() => person.presses(0));
}

describe.each(['polling', 'webhook'] as const)('signing on Telegram by %s', (mode) => {
  let postgres: TestPostgres;
  let telegram: FakeTelegram;
  let bot: Process;

  beforeAll(async () => {
    postgres = await startPostgres();
  });
  afterAll(() => postgres.remove());

  beforeEach(async () => {
    telegram = await FakeTelegram.start();
    telegram.limits.rates = NO_RATES;
    bot = await startProcess({
      telegram,
      databaseUrl: await postgres.createDatabase(),
      petition: await sample(),
      mode,
    });
    await until(() => telegram.world.profile.shortDescriptions.size === 3 && bot.adapter.health().ok);
  });
  afterEach(async () => {
    await bot.stop();
    await telegram.stop();
  });

  test('takes nine updates, and no more requests than they need', async () => {
    const before = telegram.requests().length;
    const person = telegram.person();
    await walk(person);
    expect(person.last.text).toContain('Thank you');
    expect(await hasSigned(bot, person.id)).toBe(true);
    await until(
      () => telegram.world.webhook.settings === null || telegram.world.updates.pending.length === 0,
    );
    const requests = telegram.requests().slice(before);
    expect(requests.length).toBeLessThanOrEqual(mode === 'webhook' ? 9 : 17);
  });

  test('moves the conversation in one message, and answers every press', async () => {
    const person = telegram.person();
    await person.answerTo(() => person.says('/start'));
    for (let press = 1; press < 9; press += 1) {
      let answered: Promise<unknown> = Promise.resolve();
      await person.answerTo(() => {
        ({ answered } = person.presses(0));
      });
      await answered;
    }
    expect(person.received).toHaveLength(1);
    expect(person.last.edits).toBe(8);
  });

  test('answers a written name with a new message below it', async () => {
    const person = telegram.person();
    await person.answerTo(() => person.says('/start'));
    for (let press = 1; press < 8; press += 1) await person.answerTo(() => person.presses(0));
    await person.answerTo(() => person.presses('Write a name'));
    await person.answerTo(() => person.says('Amal Bennani'));
    expect(person.messages.map(({ fromBot }) => fromBot)).toEqual([false, true, true, false, true]);
    await person.answerTo(() => person.presses('Sign as'));
    expect(person.last.text).toContain('Thank you');
  });

  test('lets whoever has signed clear the chat, with nothing left in it, and keeps the signature', async () => {
    const person = telegram.person();
    const neighbour = telegram.person();
    await neighbour.answerTo(() => neighbour.says('/start'));
    await person.answerTo(() => person.says('/total'));
    await walk(person);
    const { answered } = person.presses('Clear this chat');
    const { text, alert } = await answered;
    expect(text).toContain('deleted');
    expect(alert).toBe(true);
    expect(person.messages).toEqual([]);
    expect(neighbour.messages).toHaveLength(2);
    expect(await hasSigned(bot, person.id)).toBe(true);
  });

  test('speaks the language of the person’s Telegram, from right to left where it is written so', async () => {
    const person = telegram.person({ language: 'ar' });
    const screen = await person.answerTo(() => person.says('/start'));
    for (const line of screen.text.split('\n').filter((line) => line !== '')) expect(line).toMatch(/^\u200F/);
    expect(buttonsOf(screen)[0]?.text).toMatch(/\p{Script=Arabic}/u);
  });
});
