import { describe, expect, test } from 'vitest';
import { examplePetition } from '../../support/example.js';
import { standFor, until, walk, walkToName } from './support.js';

describe.each(['polling', 'webhook'] as const)('inline mode on Telegram by %s', (mode) => {
  const stand = standFor({ inline: true });

  test('offers the card in any chat, with the total and a link that names nobody', async () => {
    const { telegram } = stand;
    await stand.start({ mode, inline: true });
    await walk(telegram.person());
    const [one, other] = [telegram.person(), telegram.person({ language: 'ar' })];
    const [card, ...others] = await one.asksInline('free').offered;
    expect(others).toEqual([]);
    expect(card?.text).toContain('101');
    expect(card?.text).toContain('Nobody here sees what you do there.');
    const [arabic] = await other.asksInline().offered;
    expect(arabic?.title).not.toBe(card?.title);
    const links = [card, arabic].map((offered) => offered?.keyboard.flat().map(({ url }) => url));
    expect(links).toEqual(Array.from({ length: 2 }, () => ['https://t.me/petition_test_bot?start=share']));
  });

  test('offers one card for each petition, and each link names its own', async () => {
    const { telegram } = stand;
    await stand.start({ mode, inline: true, others: [examplePetition()] });
    const offered = await telegram.person().asksInline().offered;
    expect(offered.map(({ id, keyboard }) => [id, keyboard.flat()[0]?.url])).toEqual([
      ['sample', 'https://t.me/petition_test_bot?start=sample-share'],
      ['example', 'https://t.me/petition_test_bot?start=example-share'],
    ]);
  });

  test('does not take the card for words of a person who posts it in the private chat', async () => {
    const { telegram } = stand;
    await stand.start({ mode, inline: true });
    const person = telegram.person();
    await walkToName(person);
    await person.answerTo(() => person.presses('Write a name'));
    const via_bot = { id: 1234567890, is_bot: true, first_name: 'Petition' };
    const answer = await person.answerTo(() => person.sends({ text: 'Free them', via_bot }));
    expect(answer.text).not.toContain('Free them');
  });

  test('is off by default: the bot does not ask for it, and ignores what comes all the same', async () => {
    const { telegram } = stand;
    const bot = await stand.start({ mode });
    await until(() => telegram.world.updates.allowed !== null);
    expect(telegram.world.updates.allowed).toEqual(['message', 'callback_query']);
    const { update } = telegram.person().asksInline();
    telegram.deliver(update);
    await until(() => bot.log.some((line) => line.includes('inline_query')));
    expect(telegram.calls.some(({ method }) => method === 'answerInlineQuery')).toBe(false);
  });
});
