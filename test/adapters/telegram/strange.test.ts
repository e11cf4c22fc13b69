import { describe, expect, test } from 'vitest';
import { wire } from '../../fakes/telegram/methods.js';
import { PRESSES_TO_NAME } from '../../support/walk.js';
import { hasSigned, standFor, until, walk, walkToName } from './support.js';

const MADE_UP = [
  'nonsense',
  '!',
  '!clear',
  '~',
  'k3Xp_a1f.story.forward',
  '~k3Xp_a1.note.withdraw',
  '\u0000',
  'ا'.repeat(32),
  '{"step":"name"}',
];

const NAMES = [
  '<b>&amp; *_`~[x](tg://user?id=1) </i> <a href="https://example.org">y</a> \\ > # - 1.',
  '<b>',
  '[x](tg://user?id=1)',
  '<a href="tg://user?id=1">x</a>',
  '&lt;b&gt;',
  '</b></code>',
];

describe('what people and others can send', () => {
  const stand = standFor();

  test('shows the current step to whoever presses a button with a made-up code', async () => {
    const { telegram } = stand;
    const bot = await stand.start();
    for (const code of MADE_UP) {
      const person = telegram.person();
      await walkToName(person);
      const sent = { answered: Promise.resolve({}) };
      await person.answerTo(() => {
        Object.assign(sent, person.sendsCode(code, wire(person.last, person.id, telegram.world.bot)));
      });
      await sent.answered;
      expect(person.last.text, code).toContain('That button belongs to an earlier message');
      expect(await hasSigned(bot, person.id)).toBe(false);
    }
  });

  test('answers a press on a message that is a week old, where it was pressed', async () => {
    const { telegram } = stand;
    await stand.start();
    const person = telegram.person();
    await walkToName(person);
    await person.answerTo(() => person.says('/help'));
    telegram.clock.pass({ days: 7 });
    const name = person.received[0];
    if (name === undefined) throw new Error('no screen');
    await person.answerTo(() => person.presses(0, name));
    expect(person.received[0]?.text).toContain('Thank you');
  });

  test('answers a press on a message that can’t be reached any more with a new one', async () => {
    const { telegram } = stand;
    await stand.start();
    const person = telegram.person();
    await person.answerTo(() => person.says('/start'));
    const code = person.last.keyboard[0]?.[0]?.callback_data ?? '';
    const inaccessible = { message_id: person.last.id, chat: { id: person.id, type: 'private' }, date: 0 };
    await person.answerTo(() => person.sendsCode(code, inaccessible));
    expect(person.received).toHaveLength(2);
    // And one without any message: Telegram leaves it out where it is too old.
    const next = person.last.keyboard[0]?.[0]?.callback_data ?? '';
    await person.answerTo(() => person.sendsCode(next));
    expect(person.received).toHaveLength(3);
  });

  test('sends the screen anew where the person has deleted the message', async () => {
    const { telegram } = stand;
    await stand.start();
    const person = telegram.person();
    await person.answerTo(() => person.says('/start'));
    const gone = person.last;
    telegram.chats.delete(person.id, [gone.id]);
    await person.answerTo(() => person.presses(0, gone));
    expect(person.received).toHaveLength(1);
    expect(person.last.text).not.toBe(gone.text);
  });

  test('answers ten thousand characters kindly', async () => {
    const { telegram } = stand;
    await stand.start();
    const person = telegram.person();
    await walkToName(person);
    await person.answerTo(() => person.presses('Write a name'));
    await person.answerTo(() => person.says('ﷺ'.repeat(10_000)));
    expect(person.last.text).toContain('100');
    expect(person.last.text.length).toBeLessThan(1_000);
  });

  test('shows a name as it is, never as markup', async () => {
    const { telegram } = stand;
    await stand.start();
    for (const firstName of NAMES) {
      const person = telegram.person({ firstName });
      await walkToName(person);
      const marked = person.last.entities.filter(({ type }) => type !== 'bold' && type !== 'blockquote');
      expect(marked, firstName).toEqual([]);
      await person.answerTo(() => person.says(firstName));
      expect(person.received.length).toBeGreaterThan(1);
    }
  });

  test('answers what is no text with a word on what to do', async () => {
    const { telegram } = stand;
    await stand.start();
    const person = telegram.person();
    await person.answerTo(() => person.says('/start'));
    for (const content of [
      { sticker: {} },
      { photo: [], caption: 'me' },
      { voice: {} },
      { location: {} },
      { poll: {} },
    ]) {
      await person.answerTo(() => person.sends(content));
      expect(person.last.text, JSON.stringify(content)).toContain('Please use the buttons below');
    }
  });

  test('takes the buttons off a former screen once the chat is idle', async () => {
    const { telegram } = stand;
    await stand.start({ pace: { idleMs: 50 } });
    const person = telegram.person();
    const former = await person.answerTo(() => person.says('/start'));
    await person.answerTo(() => person.says('what is this?'));
    const now = () => person.received.find(({ id }) => id === former.id);
    await person.until(() => now()?.keyboard.length === 0, 'for the former buttons to go');
    expect(now()?.text).toBe(former.text);
    expect(person.last.keyboard.length).toBeGreaterThan(0);
  });

  test('lets everything else go, and goes on', async () => {
    const { telegram } = stand;
    const bot = await stand.start();
    const person = telegram.person();
    const chat = { id: person.id, type: 'private' };
    const message = { message_id: 1, from: person.user, chat, date: 1, text: '/start' };
    const channel = { id: -100, type: 'channel', title: 'News' };
    for (const content of [
      { edited_message: message },
      { channel_post: { message_id: 1, sender_chat: channel, chat: channel, date: 1, text: '/start' } },
      { my_chat_member: { chat, from: person.user, new_chat_member: { status: 'kicked' } } },
      { inline_query: { id: '1', from: person.user, query: '' } },
      { poll_answer: { poll_id: '1' } },
      { message: { ...message, from: { ...person.user, is_bot: true } } },
      { message: { ...message, text: undefined, pinned_message: {} } },
      { message: { ...message, chat: channel } },
      { message: { ...message, from: undefined } },
      { message: 'nonsense' },
      { callback_query: { id: 7 } },
      { something_new: {} },
      {},
    ]) {
      telegram.deliver({ update_id: telegram.world.updates.nextId(), ...content });
    }
    await person.answerTo(() => person.says('/total'));
    expect(person.received).toHaveLength(1);
    await until(() => telegram.world.updates.pending.length === 0);
    expect(bot.log.filter((line) => line.includes('an update was ignored'))).toHaveLength(13);
  });

  test('takes a double press for one', async () => {
    const { telegram } = stand;
    const bot = await stand.start();
    const person = telegram.person();
    await walkToName(person);
    const screen = person.last;
    const first = person.presses(0, screen);
    const second = person.presses(0, screen);
    await Promise.all([first.answered, second.answered]);
    await until(() => telegram.world.updates.pending.length === 0);
    expect(await bot.campaign.ledger.counted()).toBe(1);
    expect(person.last.text).toMatch(/^Thank you/);
    expect(person.last.edits).toBe(screen.edits + 1);
  });

  test('takes the source of a link that the content names, and drops any other', async () => {
    const { telegram } = stand;
    const bot = await stand.start();
    const { sources } = bot.campaign;
    for (const source of [
      'poster',
      'made-up',
      sources.mint('telegram', '-100'),
      'at-00000000000000000000-0000000000',
    ]) {
      const person = telegram.person();
      await person.answerTo(() => person.says(`/start ${source}`));
      for (let press = 0; press <= PRESSES_TO_NAME.sample; press += 1)
        await person.answerTo(() => person.presses(0));
    }
    const { source } = await bot.campaign.ledger.breakdown();
    expect(Object.values(source).reduce((sum, count) => sum + count, 0)).toBe(4);
    expect(source[sources.mint('telegram', '-100')]).toBe(1);
    expect(source['made-up']).toBeUndefined();
    expect(source['at-00000000000000000000-0000000000']).toBeUndefined();
  });

  test('leaves whoever has blocked the bot alone', async () => {
    const { telegram } = stand;
    const bot = await stand.start();
    const person = telegram.person();
    await person.answerTo(() => person.says('/start'));
    const { update } = person.presses(0);
    person.block();
    await until(() => !telegram.world.updates.pending.includes(update));
    const neighbour = telegram.person();
    await walk(neighbour);
    expect(bot.log.some((line) => line.includes('"level":50'))).toBe(false);
    expect(
      telegram.calls.filter(
        ({ method, params }) => method === 'editMessageText' && params.chat_id === person.id,
      ),
    ).toHaveLength(1);
  });
});
