import { describe, expect, test } from 'vitest';
import { RATES } from '../../../adapters/telegram/limits.js';
import { TELEGRAM_RATES } from '../../fakes/telegram/rate-limits.js';
import { standFor, until } from './support.js';

/** As fast as in earnest, with shorter waits after failures. */
const EARNEST = { rates: RATES, retryMs: 50 };

describe('sending', () => {
  const stand = standFor({ rates: TELEGRAM_RATES });
  const sends = (chat: number) =>
    stand.telegram.calls.filter(
      ({ method, params }) => /^(send|edit)Message/.test(method) && params.chat_id === chat,
    );

  test('keeps one chat’s pace without holding up another, and keeps its order', async () => {
    const { telegram } = stand;
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

  test('leaves everybody alone for as long as Telegram asks, where this chat can’t be the reason', async () => {
    const { telegram } = stand;
    await stand.start({ pace: EARNEST });
    const [first, second] = [telegram.person(), telegram.person()];
    telegram.faults.plan('sendMessage', { kind: 'limited', seconds: 1 });
    first.says('/start');
    await until(() => sends(first.id).length === 1);
    const refusedAt = sends(first.id)[0]?.at ?? 0;
    second.says('/start');
    await first.until(() => first.received.length === 1, 'for the answer');
    await second.until(() => second.received.length === 1, 'for the answer');
    expect((sends(first.id)[1]?.at ?? 0) - refusedAt).toBeGreaterThanOrEqual(1_000);
    expect((sends(second.id)[0]?.at ?? 0) - refusedAt).toBeGreaterThanOrEqual(1_000);
    expect(telegram.limits.early).toBe(0);
  });

  test('leaves a busy chat alone for as long as Telegram asks, and goes on with others', async () => {
    const { telegram } = stand;
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

  test('still goes on with others where it asks the busy chat to wait once more, for long', async () => {
    const { telegram } = stand;
    await stand.start({ pace: { ...EARNEST, rates: { ...RATES, chat: { calls: 3, ms: 1_000 } } } });
    const [busy, other] = [telegram.person(), telegram.person()];
    await busy.answerTo(() => busy.says('/start'));
    telegram.faults.plan('sendMessage', { kind: 'limited', seconds: 2 }, { times: 2, chat: busy.id });
    busy.says('/total');
    await until(() => sends(busy.id).length === 3);
    await other.answerTo(() => other.says('/start'));
    expect(busy.received).toHaveLength(1);
    await busy.until(() => busy.received.length === 2, 'for the total');
  });

  test.each([
    ['an error page', { kind: 'page', status: 500 }],
    ['a dropped connection', { kind: 'drop' }],
  ] as const)('tries again after %s', async (_what, fault) => {
    const { telegram } = stand;
    await stand.start({ pace: EARNEST });
    const person = telegram.person();
    telegram.faults.plan('sendMessage', fault, { times: 3 });
    await person.answerTo(() => person.says('/start'));
    expect(sends(person.id)).toHaveLength(4);
  });

  test('takes it for done where an edit was made and its answer lost', async () => {
    const { telegram } = stand;
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

  test('takes it for done where a press can no longer be acknowledged', async () => {
    const { telegram } = stand;
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
