import { describe, expect, test } from 'vitest';
import type { Group, Person } from '../../fakes/telegram/people.js';
import { standFor, until } from './support.js';

/** How Telegram shows an administrator who writes as the group. */
const anonymous = (group: Group) => ({
  from: { id: 1087968824, is_bot: true, first_name: 'Group' },
  sender_chat: { id: group.id, type: 'supergroup' },
});

describe('in a staff group', () => {
  const stand = standFor({ ownServer: true });

  async function begin(mode: 'polling' | 'webhook' = 'polling') {
    const { telegram } = stand;
    const group = telegram.group();
    const [admin, other] = [telegram.person({ firstName: 'Amal' }), telegram.person({ firstName: 'Bilal' })];
    group.promotes(admin);
    const bot = await stand.start({ mode, staffChats: [group.id] });
    const paused = async () => (await bot.campaign.ledger.campaign()).paused;
    return { telegram, group, admin, other, bot, paused };
  }

  /** The messages that come after something was done. */
  async function answersTo(group: Group, act: () => unknown, count = 1) {
    const before = group.received.length;
    act();
    await until(() => group.received.length >= before + count);
    await until(() => stand.telegram.world.updates.pending.length === 0);
    expect(group.received).toHaveLength(before + count);
    return group.received.slice(before);
  }
  const asks = (group: Group, person: Person, words: string, count = 1) =>
    answersTo(group, () => group.hears(person, words), count);

  test('administrators get the total, the help, and a report with its picture', async () => {
    const { group, admin, telegram } = await begin();
    const [total] = await asks(group, admin, '/total');
    expect(total?.text).toContain('100');
    // The card for everybody begins a private chat.
    expect(total?.keyboard.flat().every(({ url }) => url === undefined)).toBe(true);
    const [help] = await asks(group, admin, '/help@petition_test_bot');
    expect(help?.text).toContain('/quarantine list');
    const [report, picture] = await asks(group, admin, '/report 7d', 2);
    expect(report?.entities.map(({ type }) => type)).toContain('pre');
    expect(picture).toMatchObject({ photo: expect.stringMatching(/\.png$/) });
    const [unknown] = await asks(group, admin, '/report yesterday');
    expect(unknown?.text).toContain('/report [today|7d|30d|all]');
    const written = group.received.map(({ text }) => text).join('\n');
    for (const person of ['Amal', 'Bilal', String(admin.id)]) expect(written).not.toContain(person);
    expect(telegram.violations).toEqual([]);
  });

  test('a button asks the next question', async () => {
    const { group, admin } = await begin();
    const [total] = await asks(group, admin, '/total');
    const label = total?.keyboard.flat().at(-1)?.text ?? '';
    const [next] = await answersTo(group, () => group.pressedBy(admin, label), 2);
    expect(next?.text).not.toBe('');
  });

  test('other members are told that they can’t, and other groups are answered as everybody is', async () => {
    const { group, other, admin, telegram, paused } = await begin();
    const [refusal] = await asks(group, other, '/pause');
    expect(refusal?.text).toBe('Only the administrators of this group can use the staff commands.');
    expect(await paused()).toBe(false);
    const elsewhere = telegram.group();
    elsewhere.promotes(admin);
    elsewhere.hears(admin, '/pause');
    const [card] = await asks(elsewhere, admin, '/total');
    expect(card?.keyboard[0]?.[0]?.url).toContain('https://t.me/petition_test_bot');
  });

  test('a pause is confirmed by the administrator who asked, once', async () => {
    const { group, admin, other, paused } = await begin('webhook');
    group.promotes(other);
    const [question] = await asks(group, admin, '/pause');
    const [confirm = '', cancel = ''] = question?.keyboard.flat().map(({ text }) => text) ?? [];
    expect(cancel).not.toBe('');
    const codes =
      question?.keyboard.flat().map(({ callback_data: data = '' }) => Buffer.byteLength(data)) ?? [];
    expect(Math.max(...codes)).toBeLessThanOrEqual(64);

    const [notTheirs] = await answersTo(group, () => group.pressedBy(other, confirm));
    expect(notTheirs?.text).not.toBe('');
    expect(await paused()).toBe(false);
    await answersTo(group, () => group.pressedBy(admin, confirm));
    expect(await paused()).toBe(true);
    await until(() =>
      group.received.every(({ keyboard }) => keyboard.flat().every(({ text }) => text !== confirm)),
    );
  });

  test('an administrator who was dismissed in between confirms nothing', async () => {
    const { group, admin, paused } = await begin();
    const [question] = await asks(group, admin, '/pause');
    group.dismisses(admin);
    const [refusal] = await answersTo(group, () =>
      group.pressedBy(admin, question?.keyboard[0]?.[0]?.text ?? ''),
    );
    expect(refusal?.text).toContain('Only the administrators');
    expect(await paused()).toBe(false);
  });

  test('nobody is let in while Telegram does not say who is an administrator', async () => {
    const { group, admin, telegram, paused } = await begin();
    telegram.faults.plan('getChatMember', {
      kind: 'error',
      status: 400,
      description: 'Bad Request: no rights',
    });
    const [refusal] = await asks(group, admin, '/pause');
    expect(refusal?.text).toContain('Telegram could not be asked just now');
    expect(await paused()).toBe(false);
  });

  test('administrators who write as the group are answered in their topic, and one of them confirms', async () => {
    const { group, admin, other, paused } = await begin();
    const inTopic = { ...anonymous(group), is_topic_message: true, message_thread_id: 17 };
    const [question] = await answersTo(group, () => group.hears(admin, '/pause', inTopic));
    expect(question?.threadId).toBe(17);
    const label = question?.keyboard[0]?.[0]?.text ?? '';
    await answersTo(group, () => group.pressedBy(other, label));
    expect(await paused()).toBe(false);
    await answersTo(group, () => group.pressedBy(admin, label));
    expect(await paused()).toBe(true);
  });
});
