import { describe, expect, test } from 'vitest';
import { createCourier } from '../../../adapters/telegram/courier.js';
import type { PaceOptions } from '../../../adapters/telegram/pacer.js';
import type { Courier } from '../../../src/channel/courier.js';
import { paragraph } from '../../../src/petition/rich-text.js';
import { buttonsOf, type Person } from '../../fakes/telegram/people.js';
import { tellAll } from '../../support/updates.js';
import { sample } from '../../transcripts/sample.js';
import { FAST, type Process, standFor, walk } from './support.js';

const GRANTED = { take: async () => true, giveBack: async () => undefined };

describe('updates on Telegram', () => {
  const stand = standFor();

  /** Asks for updates after signing. */
  async function subscribe(person: Person): Promise<void> {
    await walk(person);
    await person.answerTo(() => person.presses('Tell me how it goes'));
    await person.answerTo(() => person.presses('Yes, write to me here'));
  }

  async function courier(pace?: PaceOptions): Promise<Courier> {
    const { apiRoot, token } = stand.telegram;
    const settings = {
      token,
      apiRoot: `${apiRoot}/`,
      delivery: { mode: 'polling' },
      processes: 1,
      inline: false,
    } as const;
    const memory = { recall: async () => undefined };
    const context = { petition: await sample(), memory, signal: new AbortController().signal };
    return createCourier(settings, context, pace);
  }

  async function tell({ campaign }: Process, news: string) {
    const telegram = await courier(FAST.all);
    const told = await tellAll(campaign.ledger, await sample(), { telegram }, news);
    await telegram.close();
    return told;
  }

  const contacts = ({ database }: Process) => database.query('SELECT key FROM petition_sample.contacts');

  test('come to whoever asked for them, and to nobody else', async () => {
    const bot = await stand.start();
    const [asked, signed] = [stand.telegram.person(), stand.telegram.person()];
    await subscribe(asked);
    await walk(signed);
    const before = signed.received.length;
    expect(await tell(bot, 'The well is open.')).toMatchObject({ sent: 1, gone: 0 });
    expect(asked.last.text).toMatch(
      /^The well is open\.\n\nYou get this because .*\/stop\u2069? ends them at once\.$/,
    );
    expect(buttonsOf(asked.last).map(({ text }) => text)).toEqual(['To the petition', 'No more updates']);
    expect(signed.received).toHaveLength(before);
  });

  test('are stopped by the button below an old one, which stays to be read', async () => {
    const bot = await stand.start();
    const person = stand.telegram.person();
    await subscribe(person);
    await tell(bot, 'First.');
    const first = person.last;
    await tell(bot, 'Second.');
    await person.answerTo(() => person.says('/total'));
    const answer = await person.answerTo(() => person.presses('No more updates', first));
    expect(answer.text).toContain('You get no more updates.');
    expect(person.messages.find(({ id }) => id === first.id)?.text).toBe(first.text);
    expect(await contacts(bot)).toEqual([]);
    expect(await tell(bot, 'Third.')).toMatchObject({ sent: 0 });
    const again = await person.answerTo(() => person.presses('No more updates', first));
    expect(again.text).toContain('There is nothing to stop.');
    const open = await person.answerTo(() => person.presses('To the petition', first));
    expect(open.text).toContain('Thank you');
  });

  test('are agreed to in words that are kept, so that the evidence can be read years later', async () => {
    const bot = await stand.start();
    await subscribe(stand.telegram.person());
    const { updates } = (await sample()).texts('en');
    const kept = await bot.database.query(
      "SELECT version, words FROM petition_sample.texts WHERE name = 'updates' AND locale = 'en'",
    );
    expect(kept).toEqual([{ version: updates.version, words: updates.source }]);
    expect(await contacts(bot)).toHaveLength(1);
  });

  test("are not stopped by somebody else's button", async () => {
    const bot = await stand.start();
    const [person, other] = [stand.telegram.person(), stand.telegram.person()];
    await subscribe(person);
    await subscribe(other);
    await tell(bot, 'News.');
    const code = buttonsOf(person.last).find(({ text }) => text === 'No more updates')?.callback_data ?? '';
    await other.answerTo(() => other.sendsCode(code));
    expect(await contacts(bot)).toHaveLength(2);
  });

  test('come in the language that the person speaks by now', async () => {
    const bot = await stand.start();
    const person = stand.telegram.person();
    await subscribe(person);
    await person.answerTo(() => person.says('/language'));
    await person.answerTo(() => person.presses('العربية'));
    await tell(bot, 'News.');
    expect(person.last.text).toContain('خبر: News.');
    expect(buttonsOf(person.last).map(({ text }) => text)).toEqual([
      'الانتقال إلى العريضة',
      'إيقاف رسائل المستجدات',
    ]);
  });

  test('leave the bot its share of what Telegram allows: ten a second, and no more', async () => {
    const telegram = await courier();
    const people = Array.from({ length: 12 }, () => stand.telegram.person());
    const { words } = (await sample()).texts('en');
    const body = [paragraph(words.say('updates-off'))];
    const note = { role: 'note', locale: 'en', direction: 'ltr', body, buttons: [] } as const;
    await Promise.all(
      people.map(({ chat, id }) => {
        chat.open = true;
        return telegram.deliver({ channel: 'telegram', tenant: '', id: String(id) }, note, GRANTED);
      }),
    );
    await telegram.close();
    for (const { received } of people) expect(received).toHaveLength(1);
    const moments = stand.telegram.calls.map(({ at }) => at);
    expect(Math.max(...moments) - Math.min(...moments)).toBeGreaterThan(11 * 90);
  });
});
