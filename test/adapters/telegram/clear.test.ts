import { describe, expect, test } from 'vitest';
import { hasSigned, standFor, walk, walkToName } from './support.js';

describe('clearing the chat', () => {
  const stand = standFor();

  test('lets whoever has signed clear the chat, with nothing left in it, and keeps the signature', async () => {
    const { telegram } = stand;
    const bot = await stand.start();
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

  test('works also where the messages were seen by a process that is gone', async () => {
    const { telegram } = stand;
    const first = await stand.start();
    const person = telegram.person();
    const neighbour = telegram.person();
    await walkToName(person);
    await neighbour.answerTo(() => neighbour.says('/start'));
    await person.answerTo(() => person.presses('Write a name'));
    await person.answerTo(() => person.says('Amal Bennani'));
    await first.stop();
    await stand.start();
    await person.answerTo(() => person.presses('Sign as'));
    expect((await person.presses('Clear this chat').answered).text).toContain('deleted');
    expect(person.messages).toEqual([]);
    expect(neighbour.messages).toHaveLength(2);
  });

  test('is offered again with what is held about oneself, and when it is over', async () => {
    const { telegram } = stand;
    await stand.start();
    const person = telegram.person();
    await person.answerTo(() => person.says('/mydata'));
    expect(person.last.keyboard.flat().some(({ text }) => text === 'Clear this chat')).toBe(false);
    await walk(person);
    for (const command of ['/mydata', '/cancel']) {
      await person.answerTo(() => person.says(command));
      expect(person.last.keyboard.flat().at(-1)?.text).toBe('Clear this chat');
    }
  });

  test('deletes what Telegram still lets it, and does not claim the rest', async () => {
    const { telegram } = stand;
    await stand.start();
    const person = telegram.person();
    await walk(person);
    telegram.clock.pass({ hours: 49 });
    await person.answerTo(() => person.says('/mydata'));
    const { text } = await person.presses('Clear this chat').answered;
    expect(text).toContain('could not be deleted');
    expect(person.messages.map(({ text }) => text.slice(0, 9))).toEqual(['/start', 'Thank you']);
  });

  test('says so where Telegram refuses it', async () => {
    const { telegram } = stand;
    const bot = await stand.start();
    const person = telegram.person();
    await walk(person);
    telegram.faults.plan(
      'deleteMessages',
      { kind: 'error', status: 400, description: "Bad Request: message can't be deleted" },
      { times: 9 },
    );
    const { text, alert } = await person.presses('Clear this chat').answered;
    expect(text).toContain('could not be deleted');
    expect(alert).toBe(true);
    expect(await hasSigned(bot, person.id)).toBe(true);
  });
});
