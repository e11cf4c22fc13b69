import { describe, expect, test } from 'vitest';
import { RATES } from '../../../adapters/telegram/limits.js';
import { TELEGRAM_RATES } from '../../fakes/telegram/rate-limits.js';
import type { Finished } from '../../support/finished.js';
import { openStand, type Stand, until } from './support.js';

/** As fast as in earnest, with shorter waits after failures. */
const EARNEST = { rates: RATES, retryMs: 50 };

/** A group's second card has to wait. */
async function groupAsks({ telegram }: Stand): Promise<void> {
  const group = telegram.group();
  for (let card = 0; card < 2; card += 1) group.hears(telegram.person(), '/total');
  await until(() => group.received.length === 1);
  group.hears(telegram.person(), '/total');
}

/** Telegram asks this person's chat to wait. */
async function personClears({ telegram }: Stand): Promise<void> {
  const person = telegram.person();
  await person.answerTo(() => person.says('/start'));
  telegram.faults.plan('deleteMessages', { kind: 'limited', seconds: 30 });
  for (let press = 0; press < 5; press += 1) person.sendsCode('!clear.en');
  await until(() => telegram.calls.some(({ method }) => method === 'deleteMessages'));
}

/** A test's own Telegram, which keeps its limits, and the calls that send into a chat. */
async function withLimits(finished: Finished) {
  const stand = await openStand(finished, { rates: TELEGRAM_RATES });
  const sends = (chat: number) =>
    stand.telegram.calls.filter(
      ({ method, params }) => /^(send|edit)Message/.test(method) && params.chat_id === chat,
    );
  return { stand, telegram: stand.telegram, sends };
}

// They wait far more than they work: beside each other they take a sixth of the time.
describe.concurrent('sending', () => {
  test('keeps one chat’s pace without holding up another, and keeps its order', async ({
    onTestFinished,
  }) => {
    const { stand, telegram } = await withLimits(onTestFinished);
    await stand.start({ pace: EARNEST });
    const hasty = telegram.person();
    for (let turn = 0; turn < 10; turn += 1) hasty.says(turn % 2 === 0 ? '/total' : '/help');
    await hasty.until(() => hasty.received.length >= 3, 'for the first three');
    const calm = telegram.person();
    await calm.answerTo(() => calm.says('/start'));
    expect(hasty.received.length).toBeLessThan(10);
    await hasty.until(() => hasty.received.length === 10, 'for all ten');
    expect(telegram.limits.refused).toBe(0);
    const kinds = hasty.received.map(({ text }) => (text.includes('/withdraw') ? 'help' : 'total'));
    expect(kinds).toEqual(Array.from({ length: 5 }, () => ['total', 'help']).flat());
  });

  test('leaves a refused chat alone for as long as Telegram asks, and goes on with others', async ({
    onTestFinished,
  }) => {
    const { sends, stand, telegram } = await withLimits(onTestFinished);
    const bot = await stand.start({ pace: EARNEST });
    const [first, second] = [telegram.person(), telegram.person()];
    telegram.faults.plan('sendMessage', { kind: 'limited', seconds: 30_000 });
    first.says('/start');
    await until(() => sends(first.id).length === 1);
    await second.answerTo(() => second.says('/start'));
    await second.answerTo(() => second.presses(0));
    expect(first.received).toHaveLength(0);
    expect(telegram.limits.early).toBe(0);
    // The operator can see it, although all others are well.
    expect(bot.adapter.health()).toEqual({ ok: true, code: 'ok, chats-held-1' });
    await until(() => bot.adapter.unsent?.().answers === 1);
    const waited = bot.adapter.unsent?.().oldestMs;
    await until(() => (bot.adapter.unsent?.().oldestMs ?? 0) > (waited ?? 0));
    await until(() => telegram.world.updates.pending.length === 0);
  });

  test('leaves everybody alone for as long as Telegram asks once it refuses three chats together', async ({
    onTestFinished,
  }) => {
    const { sends, stand, telegram } = await withLimits(onTestFinished);
    const bot = await stand.start({ pace: EARNEST });
    const people = [telegram.person(), telegram.person(), telegram.person()];
    telegram.faults.plan('sendMessage', { kind: 'limited', seconds: 3_600 }, { times: 3 });
    for (const person of people) person.says('/start');
    await until(() => !bot.adapter.health().ok);
    expect(JSON.stringify(bot.adapter.health())).toMatch(/held-3\d{3}s/);
    const late = telegram.person();
    late.says('/start');
    await until(() => telegram.world.updates.pending.length === 0);
    expect(sends(late.id)).toHaveLength(0);
    expect(telegram.limits.early).toBe(0);
    // Another process knows of the pause after a restart.
    await bot.stop();
    const next = await stand.begin({ pace: EARNEST });
    await until(() => JSON.stringify(next.adapter.health()).includes('held-3'));
  });

  test('sends only the newest screen once the pause of a chat is over', async ({ onTestFinished }) => {
    const { sends, stand, telegram } = await withLimits(onTestFinished);
    await stand.start({ pace: EARNEST });
    const person = telegram.person();
    await person.answerTo(() => person.says('/start'));
    const first = person.last;
    telegram.faults.plan('editMessageText', { kind: 'limited', seconds: 2 });
    person.presses(0);
    await until(() => sends(person.id).length === 2);
    for (let press = 0; press < 4; press += 1) person.presses(1, first);
    await person.until(() => person.last.edits > 0, 'for the screen');
    await until(() => telegram.world.updates.pending.length === 0);
    // The welcome, the refused edit, and the newest screen.
    expect(sends(person.id)).toHaveLength(3);
    await person.answerTo(() => person.presses(0));
    expect(telegram.limits.refused).toBe(0);
  });

  test.for([
    ['a group asks too often', groupAsks],
    ['a person clears their chat again and again', personClears],
  ] as const)('lets nobody else wait while %s', async ([, overdo], { onTestFinished }) => {
    const { stand, telegram } = await withLimits(onTestFinished);
    const slow = { calls: 1, ms: 30_000 };
    await stand.start({ pace: { ...EARNEST, rates: { ...RATES, chat: [], group: [slow] } } });
    await overdo(stand);
    const person = telegram.person();
    await person.answerTo(() => person.says('/start'));
    await until(() => telegram.world.updates.pending.length === 0);
  });

  test('does not send a message again that Telegram deleted at once', async ({ onTestFinished }) => {
    const { sends, stand, telegram } = await withLimits(onTestFinished);
    await stand.start({ pace: EARNEST });
    const person = telegram.person();
    telegram.faults.plan('sendMessage', {
      kind: 'error',
      status: 500,
      description: 'Internal Server Error: sent message was immediately deleted',
    });
    person.says('/start');
    await until(() => sends(person.id).length === 1);
    await person.answerTo(() => person.says('/total'));
    expect(sends(person.id)).toHaveLength(2);
  });

  test('leaves a busy chat alone for as long as Telegram asks, and goes on with others', async ({
    onTestFinished,
  }) => {
    const { sends, stand, telegram } = await withLimits(onTestFinished);
    await stand.start({ pace: EARNEST });
    const [busy, other] = [telegram.person(), telegram.person()];
    await busy.answerTo(() => busy.says('/start'));
    telegram.faults.plan('sendMessage', { kind: 'limited', seconds: 2 }, { chat: busy.id });
    busy.says('/total');
    await until(() => sends(busy.id).length === 2);
    await other.answerTo(() => other.says('/start'));
    expect(busy.received).toHaveLength(1);
    await busy.until(() => busy.received.length === 2, 'for the total');
    const [, refused, sent] = sends(busy.id);
    expect((sent?.at ?? 0) - (refused?.at ?? 0)).toBeGreaterThanOrEqual(2_000);
    expect(telegram.limits.early).toBe(0);
  });

  test('still goes on with others where it asks the busy chat to wait once more, for long', async ({
    onTestFinished,
  }) => {
    const { sends, stand, telegram } = await withLimits(onTestFinished);
    await stand.start({ pace: { ...EARNEST, rates: { ...RATES, chat: [{ calls: 3, ms: 1_000 }] } } });
    const [busy, other] = [telegram.person(), telegram.person()];
    await busy.answerTo(() => busy.says('/start'));
    telegram.faults.plan('sendMessage', { kind: 'limited', seconds: 2 }, { times: 2, chat: busy.id });
    busy.says('/total');
    await until(() => sends(busy.id).length === 3);
    await other.answerTo(() => other.says('/start'));
    expect(busy.received).toHaveLength(1);
    await busy.until(() => busy.received.length === 2, 'for the total');
  });

  test.for([
    ['an error page', { kind: 'page', status: 500 }],
    ['a dropped connection', { kind: 'drop' }],
  ] as const)('tries again after %s', async ([, fault], { onTestFinished }) => {
    const { sends, stand, telegram } = await withLimits(onTestFinished);
    await stand.start({ pace: EARNEST });
    const person = telegram.person();
    telegram.faults.plan('sendMessage', fault, { times: 3 });
    await person.answerTo(() => person.says('/start'));
    expect(sends(person.id)).toHaveLength(4);
  });

  test('takes it for done where an edit was made and its answer lost', async ({ onTestFinished }) => {
    const { sends, stand, telegram } = await withLimits(onTestFinished);
    const bot = await stand.start({ pace: EARNEST });
    const person = telegram.person();
    await person.answerTo(() => person.says('/start'));
    telegram.faults.plan('editMessageText', { kind: 'lose-answer' });
    await person.answerTo(() => person.presses(0));
    await until(() => sends(person.id).length === 3);
    await person.answerTo(() => person.presses(0));
    expect(person.received).toHaveLength(1);
    expect(person.last.edits).toBe(2);
    expect(bot.log.some((line) => line.includes('refused'))).toBe(false);
  });

  test('takes it for done where a press can no longer be acknowledged', async ({ onTestFinished }) => {
    const { stand, telegram } = await withLimits(onTestFinished);
    const bot = await stand.start({ pace: EARNEST });
    const person = telegram.person();
    await person.answerTo(() => person.says('/start'));
    telegram.faults.plan('answerCallbackQuery', {
      kind: 'error',
      status: 400,
      description: 'Bad Request: query is too old and response timeout expired or query ID is invalid',
    });
    await person.answerTo(() => person.presses(0));
    await until(() => telegram.world.updates.pending.length === 0);
    expect(bot.log.some((line) => line.includes('acknowledged'))).toBe(false);
  });
});
