import { describe, expect, test } from 'vitest';
import { parseUpdate } from '../../../adapters/telegram/parse.js';
import { everyUpdate } from '../../fakes/telegram/bot-api.js';

const BOT = 'petition_test_bot';
const SAMIRA = { id: 2 ** 52 + 1, is_bot: false, first_name: 'Samira' };
const PRIVATE = { id: SAMIRA.id, type: 'private' };
const GROUP = { id: -1_001_234_567_890, type: 'supergroup' };

const message = (content: Readonly<Record<string, unknown>>) => ({
  update_id: 7,
  message: { message_id: 1, date: 1, from: SAMIRA, chat: PRIVATE, ...content },
});
const press = (content: Readonly<Record<string, unknown>>) => ({
  update_id: 7,
  callback_query: { id: '42', from: SAMIRA, chat_instance: '1', ...content },
});

describe('an update', () => {
  test('of every kind that the Bot API describes is read without a crash', () => {
    const updates = everyUpdate();
    expect(updates.length).toBeGreaterThan(150);
    for (const update of updates) expect(parseUpdate(update, BOT).kind, JSON.stringify(update)).toBeTruthy();
  });

  test('in a channel, or from a channel that is linked to a group, is ignored', () => {
    const channel = { id: -1_009, type: 'channel' };
    for (const update of [
      { update_id: 7, channel_post: { message_id: 1, date: 1, chat: channel, text: '/start' } },
      message({ chat: channel, sender_chat: channel, text: '/start' }),
      message({
        chat: GROUP,
        from: { id: 777_000, is_bot: false, first_name: 'Telegram' },
        sender_chat: channel,
        is_automatic_forward: true,
        text: '/total',
      }),
    ]) {
      expect(parseUpdate(update, BOT).kind, JSON.stringify(update)).toBe('ignored');
    }
  });

  test('about blocking, unblocking or a removed bot is ignored', () => {
    const status = (name: string) => ({ status: name, user: SAMIRA });
    for (const [before, after] of [
      ['member', 'kicked'],
      ['kicked', 'member'],
      ['administrator', 'left'],
    ] as const) {
      const change = { chat: GROUP, from: SAMIRA, date: 1 };
      const update = {
        update_id: 7,
        my_chat_member: { ...change, old_chat_member: status(before), new_chat_member: status(after) },
      };
      expect(parseUpdate(update, BOT)).toEqual({ kind: 'ignored', why: 'my_chat_member' });
    }
  });

  test('keeps a person’s id of more than 52 bits', () => {
    expect(parseUpdate(message({ text: 'hello' }), BOT)).toMatchObject({ personId: '4503599627370497' });
  });

  test('of a deleted account has no name to offer', () => {
    const incoming = parseUpdate(message({ from: { ...SAMIRA, first_name: '' }, text: 'hello' }), BOT);
    expect(incoming.kind === 'event' && 'displayName' in incoming.event).toBe(false);
  });

  test.each([
    ['/START', 'sign'],
    ['/Total@Petition_Test_Bot', 'total'],
    ['/start@petition_test_bot', 'sign'],
    ['/nothing', 'help'],
  ])('with %s is a command', (text, command) => {
    expect(parseUpdate(message({ text }), BOT)).toMatchObject({ event: { action: { command } } });
  });

  test.each(['checklist', 'game', 'photo', 'voice', 'sticker', 'dice', 'story'])(
    'with a %s in the private chat is answered as a text that says nothing',
    (kind) => {
      expect(parseUpdate(message({ [kind]: {} }), BOT)).toMatchObject({
        kind: 'event',
        event: { action: { kind: 'text', text: '' } },
      });
    },
  );

  test.each([
    ['another bot’s command', { chat: GROUP, text: '/start@OtherBot' }],
    ['a command in a caption', { chat: GROUP, photo: [], caption: '/total' }],
    ['talk', { chat: GROUP, text: 'who has signed?' }],
    ['a migration', { chat: GROUP, migrate_to_chat_id: -1_001 }],
    ['a pinned message', { pinned_message: {} }],
  ])('with %s is ignored', (_what, content) => {
    expect(parseUpdate(message(content), BOT).kind).toBe('ignored');
  });

  test('of an administrator who writes anonymously is a command, in the topic where it was written', () => {
    const anonymous = { from: { id: 1_087_968_824, is_bot: true, first_name: 'Group' }, sender_chat: GROUP };
    const topic = { message_thread_id: 17, is_topic_message: true };
    expect(parseUpdate(message({ chat: GROUP, ...anonymous, ...topic, text: '/total' }), BOT)).toMatchObject({
      kind: 'group-command',
      threadId: 17,
    });
  });

  test.each([
    ['an inline message', { inline_message_id: 'x', data: 'k3Xp_a1f.story.forward' }],
    ['a game', { game_short_name: 'chess' }],
  ])('with a press on %s is answered in private or acknowledged', (_what, content) => {
    expect(['event', 'stray-press']).toContain(parseUpdate(press(content), BOT).kind);
  });

  test('with a press on a message that is no longer accessible names no message', () => {
    const gone = { message_id: 5, chat: PRIVATE, date: 0 };
    expect(parseUpdate(press({ message: gone, data: 'x' }), BOT)).toMatchObject({
      press: { messageId: null },
    });
  });
});
