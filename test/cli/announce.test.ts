import { truncate } from 'node:fs/promises';
import { dirname } from 'node:path';
import { describe, expect, it } from 'vitest';
import { tooMany } from '../fakes/discord/faults.js';
import { buttonsOf as discordButtons, readingOf } from '../fakes/discord/messages.js';
import { buttonsOf } from '../fakes/telegram/people.js';
import { wordsIn } from '../support/languages.js';
import { LOCALES, NEWS, useAnnouncing } from './announcing.js';
import { withLedger } from './campaign.js';
import { PLACES } from './support.js';

/** What people read in a language: the news, and the buttons below. */
function saidIn(locale: string): readonly string[] {
  const { say } = wordsIn(locale);
  return [(NEWS[locale] ?? '').replaceAll('**', ''), say('button-updates-open'), say('button-updates-stop')];
}

const announcing = useAnnouncing();

describe.concurrent.each(PLACES)('petition announce, on %s', (place) => {
  it('brings everybody the message once, in their own language, with a button at its end that stops', async ({
    onTestFinished,
  }) => {
    const scene = await announcing(place, onTestFinished);
    const people = [...scene.onTelegram(LOCALES.length), ...LOCALES.map(() => scene.discord.person())];
    const localeOf = (index: number) => LOCALES[index % LOCALES.length] ?? 'en';
    await scene.subscribed(people, localeOf);
    const counts = [...LOCALES]
      .sort()
      .map((locale) => `${locale} +1`)
      .join(' {3}');
    const file = await scene.written();
    expect(await scene.announce(file)).toMatchObject({
      code: 0,
      out: expect.stringMatching(
        new RegExp(
          `^discord {4}${counts}\ntelegram {3}${counts}\ntogether +${people.length} people\nSent to ${people.length} people\\.\n$`,
        ),
      ),
    });
    for (const [index, person] of people.entries()) {
      const [words, ...labels] = saidIn(localeOf(index));
      if ('received' in person) {
        expect(person.received).toHaveLength(1);
        expect(person.last.text).toContain(words);
        expect(buttonsOf(person.last).map(({ text }) => text)).toEqual(labels);
      } else {
        const [message, ...others] = person.inbox;
        expect(others).toEqual([]);
        expect(readingOf(message?.data ?? {}).text).toContain(words);
        expect(discordButtons(message?.data ?? {}).map(({ label }) => label)).toEqual(labels);
      }
    }
    expect(scene.discord.messages.ringing()).toEqual([]);
    expect(await scene.announce(file)).toMatchObject({
      code: 0,
      out: expect.stringContaining('nothing is left to do'),
    });
    for (const person of people)
      expect('received' in person ? person.received : person.inbox).toHaveLength(1);
  });
});

// The two databases differ in nothing that follows: the contacts' own tests run on each of them.
describe.concurrent('petition announce', () => {
  it('sends nothing on a dry run, and shows who would get what', async ({ onTestFinished }) => {
    const scene = await announcing('a PostgreSQL server', onTestFinished);
    const [person] = scene.onTelegram(1);
    if (person === undefined) throw new Error('somebody is there');
    await scene.subscribed([person], () => 'ar');
    const es = '- Más en [la carta](https://example.org/es/carta).';
    const { code, out } = await scene.announce(await scene.written({ ...NEWS, es }), ['--dry-run']);
    expect(code).toBe(0);
    expect(out).toMatch(/telegram +ar 1\ntogether +1 person\n/);
    expect(out).toContain('--- fr ---\n\nLa lettre a été remise.');
    expect(out).toContain('--- es ---\n\n• Más en la carta.');
    expect(out).toContain('\n\nla carta → https://example.org/es/carta\n');
    expect(out).toContain('[To the petition] [No more updates]');
    expect(person.received).toEqual([]);
    expect(scene.telegram.calls).toEqual([]);
    expect(await scene.contacts()).toEqual(['telegram 0']);
  });

  it('asks before it sends', async ({ onTestFinished }) => {
    const scene = await announcing('a PostgreSQL server', onTestFinished);
    const people = scene.onTelegram(1);
    await scene.subscribed(people);
    const file = await scene.written();
    expect(await scene.announce(file, [])).toMatchObject({
      code: 2,
      err: expect.stringContaining('add --yes'),
    });
    expect((await scene.announce(file, [], 'yes')).code).toBe(1);
    expect(people[0]?.received).toEqual([]);
    expect((await scene.announce(file, [], 'zefzafi')).code).toBe(0);
    expect(people[0]?.received).toHaveLength(1);
  });

  it('forgets people who have blocked the bot, closed their messages, or are gone', async ({
    onTestFinished,
  }) => {
    const scene = await announcing('a PostgreSQL server', onTestFinished);
    const people = scene.onTelegram(2);
    const [blocked, other] = people;
    blocked?.block();
    const [closed, gone, open] = [scene.discord.person(), scene.discord.person(), scene.discord.person()];
    closed.takesMessages = false;
    scene.discord.direct.remove(gone.id);
    await scene.subscribed([...people, closed, gone, open]);
    const { code, out } = await scene.announce(await scene.written());
    expect(code).toBe(0);
    expect(out).toContain(
      'Sent to 2 people.\nNo longer reachable, and their contacts were deleted: 3 people.\n',
    );
    expect(other?.received).toHaveLength(1);
    expect(open.inbox).toHaveLength(1);
    expect((await scene.contacts()).sort()).toEqual(['discord 1', 'telegram 1']);
  });

  it('forgets nobody where nobody at all can be reached: the bot may be another', async ({
    onTestFinished,
  }) => {
    const scene = await announcing('a PostgreSQL server', onTestFinished);
    const people = scene.onTelegram(30);
    for (const person of people) person.block();
    const closed = Array.from({ length: 3 }, () => scene.discord.person());
    for (const person of closed) person.takesMessages = false;
    await scene.subscribed([...people, ...closed]);
    const file = await scene.written();
    const { code, out } = await scene.announce(file);
    expect(code).toBe(1);
    expect(out).toContain('Sending on discord stopped: of the first 3 people none could be reached.');
    expect(out).toMatch(
      /Sending on telegram stopped: of the first 2\d people none .* bot with which they signed/,
    );
    expect(out).toContain('Still to be told: 33 people.');
    expect(out).not.toContain('deleted:');
    // Most of them were not even tried, and all still wait.
    expect(scene.telegram.calls.length).toBeLessThan(30);
    expect(await scene.contacts()).toHaveLength(33);
    expect(new Set(await scene.contacts())).toEqual(new Set(['discord 0', 'telegram 0']));
    // The right bot reaches people, and forgets deleted accounts.
    for (const { chat } of people.slice(1)) chat.open = true;
    for (const person of closed.slice(1)) person.takesMessages = true;
    expect(await scene.announce(file)).toMatchObject({
      code: 0,
      out: expect.stringContaining(
        'Sent to 31 people.\nNo longer reachable, and their contacts were deleted: 2 people.\n',
      ),
    });
    for (const { received } of people.slice(1)) expect(received).toHaveLength(1);
    expect(await scene.contacts()).toHaveLength(31);
  });

  it('keeps the one person who is gone where there was nobody else, and is done', async ({
    onTestFinished,
  }) => {
    const scene = await announcing('a PostgreSQL server', onTestFinished);
    const people = scene.onTelegram(1);
    people[0]?.block();
    await scene.subscribed(people);
    const { code, out } = await scene.announce(await scene.written());
    expect(code).toBe(0);
    expect(out).toContain(
      'Not reachable; their contacts were kept, because nobody was reached there at all: 1 person.',
    );
    expect(await scene.contacts()).toEqual(['telegram 1']);
  });

  it('tells whom it can where a platform is not set, and the others from where it is', async ({
    onTestFinished,
  }) => {
    const scene = await announcing('a PostgreSQL server', onTestFinished);
    const [one] = scene.onTelegram(1);
    const friend = scene.discord.person();
    if (one === undefined) throw new Error('somebody is there');
    await scene.subscribed([one, friend]);
    const file = await scene.written();
    const away = "Can't be reached from here: 1 person on discord. Set the platform";
    const env = { ...scene.env, DISCORD_BOT_TOKEN: '', DISCORD_APPLICATION_ID: '', DISCORD_API_ROOT: '' };
    const there = await scene.announce(file, ['--yes'], undefined, env);
    expect(there).toMatchObject({ code: 1, out: expect.stringContaining(`Sent to 1 person.\n${away}`) });
    const again = await scene.announce(file, ['--yes'], undefined, env);
    expect(again.code).toBe(1);
    expect(again.out).toContain('everybody who can be reached from here');
    expect(again.out).toContain(away);
    expect(await scene.announce(file)).toMatchObject({
      code: 0,
      out: expect.stringContaining('Sent to 1 person.\n'),
    });
    expect((await scene.announce(file)).out).toContain('nothing is left to do');
    expect(one.received).toHaveLength(1);
    expect(friend.inbox).toHaveLength(1);
  });

  it('waits as long as it is asked to, and then brings everybody the message once', async ({
    onTestFinished,
  }) => {
    const scene = await announcing('a PostgreSQL server', onTestFinished);
    const people = scene.onTelegram(5);
    const friend = scene.discord.person();
    await scene.subscribed([...people, friend]);
    scene.telegram.faults.plan('sendMessage', { kind: 'limited', seconds: 1 }, { times: 2 });
    scene.discord.faults.plan(/POST \/users\/@me\/channels/, tooMany(1));
    scene.discord.faults.plan(/POST \/channels\/\d+\/messages/, tooMany(1, 'global'));
    expect(await scene.announce(await scene.written())).toMatchObject({
      code: 0,
      out: expect.stringContaining('Sent to 6 people.'),
    });
    for (const person of people) expect(person.received).toHaveLength(1);
    expect(friend.inbox).toHaveLength(1);
    expect(scene.telegram.limits.early).toBe(0);
  });

  it('never sends again what may have arrived, and says so', async ({ onTestFinished }) => {
    const scene = await announcing('a PostgreSQL server', onTestFinished);
    const [one] = scene.onTelegram(1);
    const two = scene.discord.person();
    if (one === undefined) throw new Error('somebody is there');
    await scene.subscribed([one, two]);
    scene.telegram.faults.plan('sendMessage', { kind: 'lose-answer' });
    scene.discord.faults.plan(/POST \/channels\/\d+\/messages/, { kind: 'lose-answer' });
    const file = await scene.written();
    const { code, out } = await scene.announce(file);
    expect(code).toBe(0);
    expect(out).toContain('They count as told, so that nobody gets it twice: 2 people.');
    expect((await scene.announce(file)).out).toContain('nothing is left to do');
    expect(one.received).toHaveLength(1);
    expect(two.inbox).toHaveLength(1);
  });

  it('leaves a platform alone that is away, tells the others, and goes on when it is run again', async ({
    onTestFinished,
  }) => {
    const scene = await announcing('a PostgreSQL server', onTestFinished);
    const people = scene.onTelegram(6);
    const friend = scene.discord.person();
    await scene.subscribed([...people, friend]);
    await scene.telegram.goAway();
    const file = await scene.written();
    const { code, out } = await scene.announce(file);
    expect(code).toBe(1);
    expect(out).toContain('Sent to 1 person.\nSending on telegram stopped (ECONNREFUSED)');
    expect(out).toContain('Still to be told: 6 people. Run the same again to go on.');
    await scene.telegram.comeBack();
    expect(await scene.announce(file)).toMatchObject({
      code: 0,
      out: expect.stringMatching(/It was begun on .*\nSent to 6 people\.\n/),
    });
    for (const person of people) expect(person.received).toHaveLength(1);
    expect(friend.inbox).toHaveLength(1);
  });

  it('refuses a token that the platform does not know before anybody is passed over', async ({
    onTestFinished,
  }) => {
    const scene = await announcing('a PostgreSQL server', onTestFinished);
    const people = scene.onTelegram(4);
    await scene.subscribed(people);
    scene.telegram.token = '1234567890:another';
    const { code, out } = await scene.announce(await scene.written());
    expect(code).toBe(1);
    expect(out).toContain('Sending on telegram stopped (telegram-401)');
    expect(new Set(await scene.contacts())).toEqual(new Set(['telegram 0']));
  });

  it('tells everybody also where a signature can not be read', async ({ onTestFinished }) => {
    const scene = await announcing('a PostgreSQL server', onTestFinished);
    const people = scene.onTelegram(3);
    await scene.subscribed(people);
    await withLedger(scene.env, (_ledger, database) =>
      database.query(
        `UPDATE petition_zefzafi.signatures SET value = '{"version":99}'
         WHERE key = (SELECT min(key) FROM petition_zefzafi.signatures)`,
      ),
    );
    expect(await scene.announce(await scene.written())).toMatchObject({
      code: 0,
      out: expect.stringContaining('Sent to 3 people.'),
    });
  });

  it('refuses a folder, a file that is not there and one that is no announcement, in words', async ({
    onTestFinished,
  }) => {
    const scene = await announcing('a PostgreSQL server', onTestFinished);
    const file = await scene.written();
    expect((await scene.announce(dirname(file))).err).toContain('that is a folder: name a file in it');
    expect((await scene.announce(`${file}.no`)).err).toContain('there is no such file or folder');
    await truncate(file, 2 ** 21);
    expect((await scene.announce(file)).err).toContain('this is too large for an announcement');
  });

  it('refuses a file with everything that is wrong in it, before anything is sent', async ({
    onTestFinished,
  }) => {
    const scene = await announcing('a PostgreSQL server', onTestFinished);
    const { fr: _missing, ...others } = NEWS;
    const long = 'x'.repeat(3_100);
    const file = await scene.written({ ...others, es: long, xx: 'News', ar: '<b>x</b>' }, 'Hello\n');
    const { code, err } = await scene.announce(file);
    expect(code).toBe(1);
    expect(err.replaceAll(file, 'news.md').trim().split('\n')).toEqual([
      'news.md: there is no part in fr — write it below a line --- fr ---',
      'news.md:1: this line belongs to no part — begin with a line like --- en ---',
      expect.stringMatching(/^news\.md:\d+: HTML stands here/),
      'news.md:10: the part in es has 3100 characters, and 3000 can be shown — shorten it by 100',
      expect.stringMatching(/^news\.md:\d+: the petition has no language xx — its languages are /),
    ]);
  });
});
