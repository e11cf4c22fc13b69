import { describe, expect, test } from 'vitest';
import type { Group } from '../../fakes/telegram/people.js';
import { day } from '../../support/day.js';
import { PRESSES_TO_NAME } from '../../support/walk.js';
import { hasSigned, standFor, until } from './support.js';

const COMMANDS = [
  '/total',
  '/sign',
  '/share',
  '/sign@petition_test_bot',
  '/help@Petition_Test_Bot',
  '/nothing@petition_test_bot',
];

describe('in a group', () => {
  const stand = standFor({ ownServer: true });

  async function cardsIn(group: Group, count: number) {
    await until(() => group.received.length >= count);
    await until(() => stand.telegram.world.updates.pending.length === 0);
    expect(group.received).toHaveLength(count);
    return group.received;
  }

  test('a card with the headline, the total and the way into a private chat answers a command', async () => {
    const { telegram } = stand;
    const bot = await stand.start();
    for (const command of COMMANDS) {
      const group = telegram.group();
      group.hears(telegram.person({ firstName: 'Samira' }), command);
      const [card] = await cardsIn(group, 1);
      expect(card?.text, command).toContain('100 people');
      expect(card?.text).not.toContain('Samira');
      const url = new URL(card?.keyboard[0]?.[0]?.url ?? '');
      expect(url.origin + url.pathname).toBe('https://t.me/petition_test_bot');
      expect(bot.campaign.sources.accepts(url.searchParams.get('start') ?? '')).toBe(true);
    }
  });

  test('nothing else is answered', async () => {
    const { telegram } = stand;
    await stand.start();
    const group = telegram.group();
    const person = telegram.person();
    for (const text of [
      'Hello',
      '/start',
      '/help',
      '/withdraw',
      '/total@another_bot',
      'see /total',
      '/ total',
    ]) {
      group.hears(person, text);
    }
    group.hears(person, '/total', { from: { id: 99, is_bot: true, first_name: 'Robot' } });
    group.hears(person, '', { text: undefined, new_chat_members: [person.user] });
    group.hears(person, '', { text: undefined, photo: [], caption: '/total' });
    await until(() => telegram.world.updates.pending.length === 0);
    expect(group.received).toEqual([]);
  });

  test('an administrator who doesn’t show who they are is answered, too, in the topic where they ask', async () => {
    const { telegram } = stand;
    await stand.start();
    const group = telegram.group();
    group.hears(telegram.person(), '/total', {
      from: { id: 1087968824, is_bot: true, first_name: 'Group' },
      sender_chat: { id: group.id, type: 'supergroup' },
      is_topic_message: true,
      message_thread_id: 17,
    });
    const [card] = await cardsIn(group, 1);
    expect(card?.threadId).toBe(17);
  });

  test('a card follows a group that has become a supergroup', async () => {
    const { telegram } = stand;
    await stand.start();
    const [former, group] = [telegram.group(), telegram.group()];
    telegram.faults.plan('sendMessage', { kind: 'moved', to: group.id }, { chat: former.id });
    former.hears(telegram.person(), '/total');
    await cardsIn(group, 1);
    expect(former.received).toEqual([]);
  });

  test('one update is one card, however often it is delivered', async () => {
    const { telegram } = stand;
    await stand.start({ mode: 'webhook' });
    const group = telegram.group();
    const update = group.hears(telegram.person(), '/total');
    for (let copy = 0; copy < 3; copy += 1) telegram.deliver({ ...update });
    await cardsIn(group, 1);
  });

  test('a card comes without the total where that can’t be read', async () => {
    const { telegram, postgres } = stand;
    await stand.start({ mode: 'webhook', server: { queryTimeoutMs: 1_000, connectTimeoutMs: 1_000 } });
    const group = telegram.group();
    await postgres.stop();
    group.hears(telegram.person(), '/total');
    const [card] = await cardsIn(group, 1);
    await postgres.start();
    expect(card?.text).not.toContain('people');
    expect(card?.text).not.toContain('100');
    expect(card?.keyboard).toHaveLength(1);
  });

  test('a card follows the phase, also one that is already posted, and after a restart', async () => {
    const { telegram } = stand;
    const quick = { pace: { followMs: 50 } };
    const first = await stand.start(quick);
    const group = telegram.group();
    group.hears(telegram.person(), '/total');
    const [card] = await cardsIn(group, 1);
    const labels = () => group.received[0]?.keyboard.flat().map(({ text }) => text);
    expect(card?.text).toContain('The next goal is 200');
    expect(labels()).toEqual(['Read and sign']);
    await first.campaign.ledger.changeCampaignState({ paused: true });
    await until(() => group.received[0]?.text.includes('Signing is paused') === true);
    expect(group.received[0]?.text).toContain('100 people');
    expect(group.received[0]?.text).not.toContain('next goal');
    expect(labels()).toEqual(['Read the story']);
    await first.stop();

    const second = await stand.start(quick);
    await second.campaign.ledger.changeCampaignState({ paused: false });
    await until(() => labels()?.[0] === 'Read and sign');
    await second.campaign.ledger.changeCampaignState({ delivered: day('2026-03-10') });
    await until(() => group.received[0]?.text.includes('handed over on 10 March 2026') === true);
    expect(group.received[0]?.text).toContain('In all, 100 people took action.');
    expect(group.received).toHaveLength(1);

    group.hears(telegram.person(), '/total');
    const cards = await cardsIn(group, 2);
    expect(cards[1]?.text).toContain('This petition is closed');
    expect(cards[1]?.keyboard.flat().map(({ text }) => text)).toEqual(['Read the story']);
  });

  test('a card that was deleted is forgotten, and the list of cards is encrypted', async () => {
    const { telegram } = stand;
    const bot = await stand.start({ mode: 'webhook', pace: { followMs: 50 } });
    const group = telegram.group();
    group.hears(telegram.person(), '/total');
    const [card] = await cardsIn(group, 1);
    const { memory } = bot.campaign.ledger;
    const kept = () => memory.recall('telegram-cards');
    await until(async () => JSON.stringify(await kept())?.includes(String(group.id)) === true);
    const rows = await bot.database.query<{ value: string }>(
      "SELECT value FROM petition_sample.settings WHERE key = 'memory:telegram-cards'",
    );
    expect(rows[0]?.value).toMatch(/^[A-Za-z0-9+/=]+$/);
    if (card === undefined) throw new Error('no card');
    telegram.world.chats.delete(group.id, [card.id]);
    await bot.campaign.ledger.changeCampaignState({ paused: true });
    await until(async () => JSON.stringify(await kept()) === '[]');
  });

  test('the button leads into a private chat, and the signature is counted for this group’s card', async () => {
    const { telegram } = stand;
    const bot = await stand.start();
    const group = telegram.group();
    const person = telegram.person();
    group.hears(person, '/total');
    const [card] = await cardsIn(group, 1);
    const source = new URL(card?.keyboard[0]?.[0]?.url ?? '').searchParams.get('start') ?? '';
    await person.answerTo(() => person.says(`/start ${source}`));
    for (let press = 0; press <= PRESSES_TO_NAME.sample; press += 1)
      await person.answerTo(() => person.presses(0));
    expect(await hasSigned(bot, person.id)).toBe(true);
    expect((await bot.campaign.ledger.breakdown()).source[source]).toBe(1);
    expect(group.received).toHaveLength(1);
  });

  test('a press that says it comes from a group is acknowledged, and nothing else happens', async () => {
    const { telegram } = stand;
    const bot = await stand.start();
    const group = telegram.group();
    const person = telegram.person();
    await person.answerTo(() => person.says('/start'));
    const code = person.last.keyboard[0]?.[0]?.callback_data ?? '';
    const message = { message_id: 1, chat: { id: group.id, type: 'supergroup' }, date: 1 };
    const { answered } = person.sendsCode(code, message);
    await answered;
    await until(() => telegram.world.updates.pending.length === 0);
    expect(group.received).toEqual([]);
    expect(person.last.edits).toBe(0);
    expect(bot.adapter.health()).toEqual({ ok: true });
  });
});
