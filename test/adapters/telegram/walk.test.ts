import { describe, expect, test } from 'vitest';
import { receiptOf } from '../../channel/contract.js';
import { buttonsOf } from '../../fakes/telegram/people.js';
import { PRESSES_TO_NAME } from '../../support/walk.js';
import { sample } from '../../transcripts/sample.js';
import { hasSigned, standFor, until, walk, walkToName } from './support.js';

describe.each(['polling', 'webhook'] as const)('signing on Telegram by %s', (mode) => {
  const stand = standFor();

  test('takes nine updates, and no more requests than they need', async () => {
    const { telegram } = stand;
    const bot = await stand.start({ mode });
    await until(() => telegram.world.profile.shortDescriptions.size === 3);
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
    const { telegram } = stand;
    await stand.start({ mode });
    const person = telegram.person();
    await person.answerTo(() => person.says('/start'));
    for (let press = 0; press <= PRESSES_TO_NAME.sample; press += 1) {
      let answered: Promise<unknown> = Promise.resolve();
      await person.answerTo(() => {
        ({ answered } = person.presses(0));
      });
      await answered;
    }
    expect(person.received).toHaveLength(1);
    expect(person.last.edits).toBe(PRESSES_TO_NAME.sample + 1);
  });

  test('lets people share with one tap after they have signed: the bot does not learn who does', async () => {
    const { telegram } = stand;
    await stand.start({ mode });
    const person = telegram.person();
    await walk(person);
    const [share] = buttonsOf(person.last);
    expect(share?.callback_data).toBeUndefined();
    const opened = new URL(share?.url ?? '');
    expect(opened.origin + opened.pathname).toBe('https://t.me/share/url');
    expect(opened.searchParams.get('url')).toBe('https://t.me/petition_test_bot?start=share');
    expect(opened.searchParams.get('text')).toBe((await sample()).texts('en').share);
  });

  test('copies the receipt with one tap, on the thanks and below what is kept about the person', async () => {
    const { telegram } = stand;
    const bot = await stand.start({ mode });
    const person = telegram.person();
    await walk(person);
    const receipt = await receiptOf(bot, 'telegram', String(person.id));
    const copied = () => buttonsOf(person.last).flatMap(({ copy_text }) => copy_text?.text ?? []);
    expect(copied()).toEqual([receipt]);
    await person.answerTo(() => person.says('/mydata'));
    expect(copied()).toEqual([receipt]);
  });

  test('answers a written name with a new message below it', async () => {
    const { telegram } = stand;
    await stand.start({ mode });
    const person = telegram.person();
    await walkToName(person);
    await person.answerTo(() => person.presses('Write a name'));
    await person.answerTo(() => person.says('Amal Bennani'));
    expect(person.messages.map(({ fromBot }) => fromBot)).toEqual([false, true, true, false, true]);
    await person.answerTo(() => person.presses('Sign as'));
    expect(person.last.text).toContain('Thank you');
  });

  test('can begin with the link on the campaign page, which says where people come from', async () => {
    const bot = await stand.start({ mode });
    expect(bot.adapter.invitation('en')?.url).toBe('https://t.me/petition_test_bot?start=page');
    expect(bot.adapter.conversationLink?.('poster')).toBe('https://t.me/petition_test_bot?start=poster');
    expect(bot.adapter.conversationLink?.(null)).toBe('https://t.me/petition_test_bot?start=page');
  });

  test('speaks the language of the person’s Telegram, from right to left where it is written so', async () => {
    const { telegram } = stand;
    await stand.start({ mode });
    const person = telegram.person({ language: 'ar' });
    const screen = await person.answerTo(() => person.says('/start'));
    for (const line of screen.text.split('\n').filter((line) => line !== '')) expect(line).toMatch(/^\u200F/);
    expect(buttonsOf(screen)[0]?.text).toMatch(/\p{Script=Arabic}/u);
  });
});
