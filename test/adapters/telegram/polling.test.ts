import { describe, expect, test } from 'vitest';
import { hasSigned, standFor, until, walkToName } from './support.js';

/** Waits at a smaller scale. */
const BRIEF = { backoff: { firstMs: 100, longestMs: 400 }, retryMs: 50 };

describe('polling', () => {
  const stand = standFor({ ownServer: true });
  const polls = () => stand.telegram.calls.filter(({ method }) => method === 'getUpdates');

  test('takes a webhook away that stands in the way, and none of the updates that wait', async () => {
    const { telegram } = stand;
    telegram.world.webhook.set({ url: 'http://127.0.0.1:1/', secret: null, maxConnections: 1 });
    const person = telegram.person();
    person.says('/start');
    await stand.start();
    await person.until(() => person.received.length === 1, 'for the first screen');
    expect(telegram.world.webhook.settings).toBeNull();
  });

  test('asks for the updates that it handles, and for no others', async () => {
    await stand.start();
    await until(() => polls().length > 0);
    expect(stand.telegram.world.updates.allowed).toEqual(['message', 'callback_query']);
  });

  test('confirms an update only once it is saved and answered', async () => {
    const { telegram } = stand;
    let release: () => void = () => undefined;
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    let taken = 0;
    await stand.start({
      before: (conductor) => ({
        async handle(...turn) {
          taken += 1;
          await held;
          return conductor.handle(...turn);
        },
      }),
    });
    const person = telegram.person();
    const { update_id } = person.says('/start');
    await until(() => taken === 1);
    // A poll that the bot made now would arrive before these.
    for (let call = 0; call < 2; call += 1) await fetch(`${telegram.apiRoot}/bot${telegram.token}/getMe`);
    expect(polls().every(({ params }) => Number(params.offset) <= update_id)).toBe(true);
    release();
    await person.sees('');
    await until(() => polls().some(({ params }) => Number(params.offset) === update_id + 1));
  });

  test('asks for an update again that could not be saved, and tells the person once', async () => {
    const { telegram, postgres } = stand;
    const bot = await stand.start({
      pace: BRIEF,
      server: { queryTimeoutMs: 1_000, connectTimeoutMs: 1_000 },
    });
    const person = telegram.person();
    await walkToName(person);
    await postgres.stop();
    await person.answerTo(() => person.presses(0));
    expect(person.last.text).toContain('could not confirm');
    const asked = polls().length;
    await until(() => polls().length >= asked + 2);
    expect(telegram.world.updates.pending).toHaveLength(1);
    expect(person.received).toHaveLength(2);
    await postgres.start();
    await person.until(() => person.received[0]?.text.includes('Thank you') === true, 'for the thanks');
    expect(await hasSigned(bot, person.id)).toBe(true);
    await until(() => telegram.world.updates.pending.length === 0);
  });

  test('waits while Telegram is away, at the start and later, and loses nothing', async () => {
    const { telegram } = stand;
    const person = telegram.person();
    await telegram.goAway();
    const bot = await stand.begin({ pace: BRIEF });
    await until(() => bot.log.some((line) => line.includes('ECONNREFUSED')));
    expect(bot.adapter.health()).toEqual({ ok: false, code: 'ECONNREFUSED' });
    expect(bot.adapter.invitation('en')).toBeNull();
    person.says('/start');
    await telegram.comeBack();
    await person.until(() => person.received.length === 1, 'for the first screen');
    expect(bot.adapter.health()).toEqual({ ok: true });

    await telegram.goAway();
    person.presses(0);
    await until(() => !bot.adapter.health().ok);
    await telegram.comeBack();
    await person.until(() => person.last.edits === 1, 'for the story');
  });

  test('sends the answer again that was on its way when Telegram went away', async () => {
    const { telegram } = stand;
    await stand.start({ pace: BRIEF });
    const person = telegram.person();
    await person.answerTo(() => person.says('/start'));
    telegram.faults.plan('editMessageText', { kind: 'drop' }, { times: 3 });
    telegram.faults.plan('editMessageText', { kind: 'page', status: 502 }, { times: 2 });
    await person.answerTo(() => person.presses(0));
    expect(person.received).toHaveLength(1);
    expect(person.last.edits).toBe(1);
  });

  test.each([
    ['an error page', { kind: 'page', status: 502 }, 'telegram-502'],
    ['a page that is no error', { kind: 'page', status: 200 }, 'unreadable'],
    ['a dropped connection', { kind: 'drop' }, 'ECONNRESET'],
    [
      'a conflict',
      { kind: 'error', status: 409, description: 'Conflict: terminated by other' },
      'telegram-409',
    ],
    ['a token that is refused', { kind: 'error', status: 401, description: 'Unauthorized' }, 'telegram-401'],
  ] as const)('goes on after %s, and says so meanwhile', async (_what, fault, code) => {
    const { telegram } = stand;
    telegram.faults.plan('getUpdates', fault, { times: 3 });
    const bot = await stand.begin({ pace: BRIEF });
    await until(() => JSON.stringify(bot.adapter.health()).includes(code));
    const person = telegram.person();
    await person.answerTo(() => person.says('/start'));
    expect(bot.adapter.health()).toEqual({ ok: true });
  });

  test('leaves Telegram alone for as long as it asks to be', async () => {
    const { telegram } = stand;
    telegram.faults.plan('getUpdates', { kind: 'limited', seconds: 1 });
    await stand.begin({ pace: BRIEF });
    await until(() => polls().length === 2);
    const [first, second] = polls();
    expect((second?.at ?? 0) - (first?.at ?? 0)).toBeGreaterThanOrEqual(1_000);
  });

  test('stays with its process through a restart of the database, while another waits', async () => {
    const { telegram, postgres } = stand;
    const first = await stand.start({ pace: BRIEF });
    const person = telegram.person();
    await person.answerTo(() => person.says('/start'));
    await postgres.stop();
    await postgres.start();
    const second = await stand.begin({ pace: BRIEF });
    await person.answerTo(() => person.presses(0));
    expect(person.last.edits).toBe(1);
    expect(first.adapter.health()).toEqual({ ok: true });
    expect(second.adapter.invitation('en')).toBeNull();
  });

  test('is done by one process at a time; another takes over when it ends', async () => {
    const { telegram } = stand;
    const first = await stand.start({ pace: BRIEF });
    const second = await stand.begin({ pace: BRIEF });
    const person = telegram.person();
    await person.answerTo(() => person.says('/start'));
    expect(second.adapter.invitation('en')).toBeNull();
    expect(second.adapter.health()).toEqual({ ok: true });
    await first.stop();
    await person.answerTo(() => person.presses(0));
    expect(person.last.edits).toBe(1);
  });

  test('handles what one person does in its order, and everybody at once', async () => {
    const { telegram } = stand;
    await telegram.goAway();
    const bot = await stand.begin({ pace: BRIEF });
    const people = Array.from({ length: 30 }, () => telegram.person());
    for (const text of ['/start', '/total', '/privacy', '/help'])
      for (const person of people) person.says(text);
    await telegram.comeBack();
    await Promise.all(
      people.map((person) => person.until(() => person.received.length === 4, 'for four answers')),
    );
    for (const person of people) {
      const [start, total, privacy, help] = person.received.map(({ text }) => text);
      expect(start).toContain('100 people');
      expect(total).toContain('100 people');
      expect(privacy).toContain('privacy');
      expect(help).toContain('/withdraw');
    }
    await until(() => telegram.world.updates.pending.length === 0);
    expect(bot.adapter.health()).toEqual({ ok: true });
  });

  test('follows when Telegram begins its numbers anew', async () => {
    const { telegram } = stand;
    await stand.start({ pace: BRIEF });
    const person = telegram.person();
    await person.answerTo(() => person.says('/start'));
    await until(() => telegram.world.updates.pending.length === 0);
    telegram.world.updates.startAnew(5_000);
    await person.answerTo(() => person.presses(0));
    await until(() => telegram.world.updates.pending.length === 0);
    const asked = polls().length;
    await person.answerTo(() => person.says('/total'));
    await until(() => telegram.world.updates.pending.length === 0);
    // Each update is confirmed once, not asked for again and again.
    expect(polls().length - asked).toBeLessThanOrEqual(3);
  });

  test('ends within its time although Telegram hangs, and what was not answered comes again', async () => {
    const { telegram } = stand;
    const pace = { ...BRIEF, drainMs: 500 };
    const bot = await stand.start({ pace });
    const person = telegram.person();
    await person.answerTo(() => person.says('/start'));
    telegram.faults.plan('editMessageText', { kind: 'hang' }, { times: 100 });
    person.presses(0);
    await until(() => telegram.calls.some(({ method }) => method === 'editMessageText'));
    await bot.stop();
    expect(telegram.world.updates.pending).toHaveLength(1);
    telegram.faults.clear();
    await stand.begin({ pace });
    await person.until(() => person.last.edits === 1, 'for the story');
  });
});
