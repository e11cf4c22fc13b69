import { describe, expect, test } from 'vitest';
import { standFor, until, walk } from './support.js';

/** Waits at a smaller scale. */
const BRIEF = { backoff: { firstMs: 100, longestMs: 400 }, retryMs: 50 };

const NULL = { kind: 'body', body: 'null' } as const;
const NOT_FOUND = { kind: 'error', status: 404, description: 'Not Found' } as const;

const body = (result: unknown) => ({ kind: 'body', body: JSON.stringify({ ok: true, result }) }) as const;

describe('a Bot API that answers otherwise than Telegram', () => {
  const stand = standFor();
  const polls = () => stand.telegram.calls.filter(({ method }) => method === 'getUpdates');

  test.each([
    ['refuses', NOT_FOUND],
    ['refuses without a word', { kind: 'body', body: '{"ok":false}' }],
    ['answers without an address', body({})],
    ['answers with nothing', NULL],
  ] as const)('is polled where it %s when asked for the webhook', async (_what, fault) => {
    const { telegram } = stand;
    telegram.faults.plan('getWebhookInfo', fault, { times: 99 });
    await stand.start({ pace: BRIEF });
    const person = telegram.person();
    await person.answerTo(() => person.says('/start'));
    expect(telegram.calls.some(({ method }) => method === 'deleteWebhook')).toBe(false);
  });

  test('loses its webhook where that stands in the way only later', async () => {
    const { telegram } = stand;
    telegram.faults.plan('getWebhookInfo', NOT_FOUND);
    telegram.world.webhook.set({ url: 'http://127.0.0.1:1/', secret: null, maxConnections: 1 });
    await stand.begin({ pace: BRIEF });
    const person = telegram.person();
    await person.answerTo(() => person.says('/start'));
    expect(telegram.world.webhook.settings).toBeNull();
  });

  test('is asked again where it answers a call with nothing at all', async () => {
    const { telegram } = stand;
    telegram.faults.plan('getMe', body({}));
    telegram.faults.plan('getUpdates', NULL);
    telegram.faults.plan('sendMessage', NULL);
    const bot = await stand.begin({ pace: BRIEF });
    const person = telegram.person();
    await person.answerTo(() => person.says('/start'));
    telegram.faults.plan('answerCallbackQuery', NULL);
    await person.answerTo(() => person.presses(0));
    await until(() => telegram.calls.filter(({ method }) => method === 'answerCallbackQuery').length === 1);
    expect(bot.log.some((line) => line.includes('"level":50'))).toBe(false);
  });

  test('has its profile set where what stands there can’t be read', async () => {
    const { telegram } = stand;
    for (const method of ['getMyCommands', 'getMyDescription', 'getMyShortDescription'])
      telegram.faults.plan(method, body(true), { times: 99 });
    const bot = await stand.start({ pace: BRIEF });
    await until(() => telegram.world.profile.shortDescriptions.size === 3);
    expect(bot.log.some((line) => line.includes('a call to Telegram failed'))).toBe(false);
  });

  test('is answered where a message was sent and what came back can’t be used; it does not come again', async () => {
    const { telegram } = stand;
    const bot = await stand.start({ pace: BRIEF });
    telegram.faults.plan('sendMessage', { kind: 'body', body: '{"ok":true,"result":null}' });
    const person = telegram.person();
    person.says('/start');
    await until(() => bot.log.some((line) => line.includes('an answer could not be sent')));
    await until(() => telegram.world.updates.pending.length === 0);
    await person.answerTo(() => person.says('/total'));
    expect(person.received).toHaveLength(1);
  });

  test('is not asked without a pause where it does not hold an empty answer back', async () => {
    const { telegram } = stand;
    telegram.faults.plan('getUpdates', body([]), { times: 99 });
    await stand.start({ pace: BRIEF });
    await until(() => polls().length >= 3);
    const [, second, third] = polls();
    // The pause is one second; timers may fire a millisecond early.
    expect((third?.at ?? 0) - (second?.at ?? 0)).toBeGreaterThan(990);
  });

  test('may leave out what is not needed of a person and of a press', async () => {
    const { telegram } = stand;
    const bot = await stand.start({ pace: BRIEF });
    const person = telegram.person();
    const chat = { id: person.id, type: 'private' };
    const from = { id: person.id };
    await person.answerTo(() => person.sends({ from, chat, text: '/start' }));
    const code = person.last.keyboard[0]?.[0]?.callback_data ?? '';
    await person.answerTo(() => person.sendsCode(code, { message_id: person.last.id, chat }));
    expect(person.last.edits).toBe(1);
    telegram.faults.plan('getUpdates', body([null, { update_id: 'x' }, { update_id: 1, poll: {} }]));
    telegram.happens({ callback_query: { id: 'a-press' } });
    await until(() => telegram.calls.some(({ params }) => params.callback_query_id === 'a-press'));
    await until(() => bot.log.some((line) => line.includes('unreadable updates were skipped')));
  });
});

describe('updates that come together', () => {
  const stand = standFor();

  test('wait for the one of the same person that is to come again', async () => {
    const { telegram } = stand;
    const texts: string[] = [];
    let failures = 1;
    const [person, other] = [telegram.person(), telegram.person()];
    for (const text of ['one', 'two', 'three']) person.says(text);
    other.says('other');
    await stand.start({
      pace: BRIEF,
      before: (conductor) => ({
        async handle(who, event, reply) {
          texts.push(event.action.kind === 'text' ? event.action.text : '');
          if (who.id !== String(person.id) || failures === 0) return conductor.handle(who, event, reply);
          failures -= 1;
          await reply([], 'unsaved');
          return 'unsaved';
        },
      }),
    });
    await until(() => telegram.world.updates.pending.length === 0);
    expect(texts.filter((text) => text !== 'other')).toEqual(['one', 'one', 'two', 'three']);
    expect(texts.filter((text) => text === 'other')).toHaveLength(1);
  });

  test('do not wait without end for a chat that is being cleared', async () => {
    const { telegram } = stand;
    await stand.start({ pace: { ...BRIEF, holdMs: 200 } });
    const [person, other] = [telegram.person(), telegram.person()];
    await walk(person);
    await person.answerTo(() => person.says('/mydata'));
    telegram.faults.plan('deleteMessages', { kind: 'page', status: 502 }, { times: 6 });
    const first = person.presses('Clear this chat');
    const second = person.presses('Clear this chat');
    await other.answerTo(() => other.says('/start'));
    expect((await first.answered).text).toContain('deleted');
    await second.answered;
    const cleared = telegram.calls.filter(({ method }) => method === 'deleteMessages');
    expect(cleared).toHaveLength(7);
  });

  test('leave a webhook’s delivery answered while a chat is being cleared', async () => {
    const { telegram } = stand;
    await stand.start({ mode: 'webhook', pace: { ...BRIEF, holdMs: 200 } });
    const person = telegram.person();
    await walk(person);
    await person.answerTo(() => person.says('/mydata'));
    telegram.faults.plan('deleteMessages', { kind: 'page', status: 502 }, { times: 6 });
    await person.presses('Clear this chat').answered;
    const answers = telegram.calls.filter(({ method }) => method === 'answerCallbackQuery');
    expect(answers.at(-1)?.via).toBe('request');
  });
});
