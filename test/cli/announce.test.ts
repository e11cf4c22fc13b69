import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { discord as discordPlatform } from '../../adapters/discord/index.js';
import { telegram as telegramPlatform } from '../../adapters/telegram/index.js';
import type { Environment } from '../../src/config.js';
import { tooMany } from '../fakes/discord/faults.js';
import { buttonsOf as discordButtons, readingOf } from '../fakes/discord/messages.js';
import type { Person as DiscordPerson } from '../fakes/discord/people.js';
import { type FakeDiscord, startDiscord } from '../fakes/discord/server.js';
import { buttonsOf, type Person as TelegramPerson } from '../fakes/telegram/people.js';
import { NO_RATES } from '../fakes/telegram/rate-limits.js';
import { FakeTelegram } from '../fakes/telegram/server.js';
import { act, signing, TODAY } from '../support/people.js';
import { withLedger } from './books.js';
import { campaign, PLACES, PROGRAM_TIMEOUT_MS, run, start, usePlaces } from './support.js';

const LOCALES = ['en', 'fr', 'ar', 'es'] as const;
const NEWS = {
  en: 'The letter has been **handed over**.',
  fr: 'La lettre a été **remise**.',
  ar: 'سُلِّمت **الرسالة**.',
  es: 'La carta se ha **entregado**.',
};
const SAID = {
  en: ['The letter has been handed over.', 'To the petition', 'No more updates'],
  fr: ['La lettre a été remise.', 'Voir la pétition', 'Ne plus recevoir de nouvelles'],
  ar: ['سُلِّمت الرسالة.', 'الانتقال إلى العريضة', 'إيقاف رسائل المستجدات'],
  es: ['La carta se ha entregado.', 'Ver la petición', 'No recibir más novedades'],
};

describe.each(PLACES)('petition announce, on %s', (place) => {
  const places = usePlaces();
  let telegram: FakeTelegram;
  let discord: FakeDiscord;
  let env: Environment;

  beforeEach(async () => {
    telegram = await FakeTelegram.start();
    telegram.limits.rates = NO_RATES;
    discord = await startDiscord();
    env = {
      ...(await campaign()),
      ...(await places.empty(place)),
      TELEGRAM_BOT_TOKEN: telegram.token,
      TELEGRAM_API_ROOT: telegram.apiRoot,
      DISCORD_BOT_TOKEN: discord.token,
      DISCORD_APPLICATION_ID: discord.applicationId,
      DISCORD_API_ROOT: discord.apiRoot,
    };
  });
  afterEach(async () => {
    await telegram.stop();
    await discord.stop();
  });

  /** Writes an announcement and gives its path. */
  async function written(parts: Readonly<Record<string, string>> = NEWS, above = ''): Promise<string> {
    const folder = places.folder();
    await mkdir(folder, { recursive: true });
    const file = join(folder, 'news.md');
    const text = Object.entries(parts).map(([locale, words]) => `--- ${locale} ---\n\n${words}\n`);
    await writeFile(file, above + text.join('\n'));
    return file;
  }

  /** People who have signed and asked for updates, in this language. */
  async function subscribed(
    people: readonly (TelegramPerson | DiscordPerson)[],
    locale: (index: number) => string = () => 'en',
  ): Promise<void> {
    await withLedger(env, async (ledger) => {
      for (const [index, { id }] of people.entries()) {
        const channel = typeof id === 'number' ? 'telegram' : 'discord';
        const who = { channel, tenant: '', id: String(id) };
        const spoken = locale(index);
        await act(ledger, who, () => signing({ locale: spoken }));
        const evidence = {
          text: { locale: spoken, version: 'a'.repeat(64) },
          day: TODAY,
          button: 'updates.yes',
        };
        await act(ledger, who, () => ({ kind: 'subscribe', locale: spoken, evidence }));
      }
    });
  }

  function onTelegram(count: number): TelegramPerson[] {
    return Array.from({ length: count }, () => {
      const person = telegram.person();
      person.chat.open = true;
      return person;
    });
  }

  const announce = (file: string, ...more: readonly string[]) =>
    run(['announce', file, ...more], env, { platforms: [telegramPlatform, discordPlatform] });

  const contacts = () =>
    withLedger(env, async (_ledger, database) => {
      const rows = await database.query(
        'SELECT channel, announced FROM petition_zefzafi.contacts ORDER BY key',
      );
      return rows.map(({ channel, announced }) => `${channel} ${announced}`);
    });

  it('brings everybody the message once, in their own language, with a button at its end that stops', async () => {
    const people = [...onTelegram(4), ...LOCALES.map(() => discord.person())];
    await subscribed(people, (index) => LOCALES[index % 4] ?? 'en');
    const file = await written();
    expect(await announce(file, '--yes')).toMatchObject({
      code: 0,
      out: expect.stringMatching(
        /^discord +ar 1 +en 1 +es 1 +fr 1\ntelegram .*\ntogether +8 people\nSent to 8 people\.\n$/,
      ),
    });
    for (const [index, person] of people.entries()) {
      const [words, ...labels] = SAID[LOCALES[index % 4] ?? 'en'];
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
    expect(discord.messages.ringing()).toEqual([]);
    expect(await announce(file, '--yes')).toMatchObject({
      code: 0,
      out: expect.stringContaining('nothing is left to do'),
    });
    for (const person of people)
      expect('received' in person ? person.received : person.inbox).toHaveLength(1);
  });

  it('sends nothing on a dry run, and shows who would get what', async () => {
    const [person] = onTelegram(1);
    if (person === undefined) throw new Error('somebody is there');
    await subscribed([person], () => 'ar');
    const { code, out } = await announce(await written(), '--dry-run');
    expect(code).toBe(0);
    expect(out).toMatch(/telegram +ar 1\ntogether +1 person\n/);
    expect(out).toContain('--- es ---\n\nLa carta se ha entregado.');
    expect(out).toContain('[To the petition] [No more updates]');
    expect(person.received).toEqual([]);
    expect(telegram.calls).toEqual([]);
    expect(await contacts()).toEqual(['telegram 0']);
  });

  it('asks before it sends', async () => {
    const people = onTelegram(1);
    await subscribed(people);
    const file = await written();
    expect(await announce(file)).toMatchObject({ code: 2, err: expect.stringContaining('add --yes') });
    const platforms = [telegramPlatform, discordPlatform];
    expect((await run(['announce', file], env, { platforms, answer: 'yes' })).code).toBe(1);
    expect(people[0]?.received).toEqual([]);
    expect((await run(['announce', file], env, { platforms, answer: 'zefzafi' })).code).toBe(0);
    expect(people[0]?.received).toHaveLength(1);
  });

  it('forgets whoever has blocked the bot, closed their messages, or is gone', async () => {
    const people = onTelegram(2);
    const [blocked, other] = people;
    blocked?.block();
    const [closed, gone, open] = [discord.person(), discord.person(), discord.person()];
    closed.takesMessages = false;
    discord.direct.remove(gone.id);
    await subscribed([...people, closed, gone, open]);
    const { code, out } = await announce(await written(), '--yes');
    expect(code).toBe(0);
    expect(out).toContain("Sent to 2 people.\n3 people can't be reached any more, and are forgotten.\n");
    expect(other?.received).toHaveLength(1);
    expect(open.inbox).toHaveLength(1);
    expect((await contacts()).sort()).toEqual(['discord 1', 'telegram 1']);
  });

  it('waits as long as it is asked to, and then brings everybody the message once', async () => {
    const people = onTelegram(5);
    const friend = discord.person();
    await subscribed([...people, friend]);
    telegram.faults.plan('sendMessage', { kind: 'limited', seconds: 1 }, { times: 2 });
    discord.faults.plan(/POST \/users\/@me\/channels/, tooMany(1));
    discord.faults.plan(/POST \/channels\/\d+\/messages/, tooMany(1, 'global'));
    expect(await announce(await written(), '--yes')).toMatchObject({
      code: 0,
      out: expect.stringContaining('Sent to 6 people.'),
    });
    for (const person of people) expect(person.received).toHaveLength(1);
    expect(friend.inbox).toHaveLength(1);
    expect(telegram.limits.early).toBe(0);
  });

  it('never sends again what may have arrived, and says so', async () => {
    const [one] = onTelegram(1);
    const two = discord.person();
    if (one === undefined) throw new Error('somebody is there');
    await subscribed([one, two]);
    telegram.faults.plan('sendMessage', { kind: 'lose-answer' });
    discord.faults.plan(/POST \/channels\/\d+\/messages/, { kind: 'lose-answer' });
    const file = await written();
    const { code, out } = await announce(file, '--yes');
    expect(code).toBe(0);
    expect(out).toContain('Of 2 people it is not known whether it arrived: they count as told.');
    expect((await announce(file, '--yes')).out).toContain('nothing is left to do');
    expect(one.received).toHaveLength(1);
    expect(two.inbox).toHaveLength(1);
  });

  it('leaves a platform alone that is away, tells the others, and goes on when it is run again', async () => {
    const people = onTelegram(6);
    const friend = discord.person();
    await subscribed([...people, friend]);
    await telegram.goAway();
    const file = await written();
    const { code, out } = await announce(file, '--yes');
    expect(code).toBe(1);
    expect(out).toContain('Sent to 1 person.\ntelegram was given up (ECONNREFUSED)');
    expect(out).toContain('6 people have not got it yet: run the same again to go on.');
    await telegram.comeBack();
    expect(await announce(file, '--yes')).toMatchObject({
      code: 0,
      out: expect.stringMatching(/It was begun on .*\nSent to 6 people\.\n/),
    });
    for (const person of people) expect(person.received).toHaveLength(1);
    expect(friend.inbox).toHaveLength(1);
  });

  it('refuses a token that the platform does not know before anybody is passed over', async () => {
    const people = onTelegram(4);
    await subscribed(people);
    telegram.token = '1234567890:another';
    const { code, out } = await announce(await written(), '--yes');
    expect(code).toBe(1);
    expect(out).toContain('telegram was given up (telegram-401)');
    expect(new Set(await contacts())).toEqual(new Set(['telegram 0']));
  });

  it('refuses a file with everything that is wrong in it, before anything is sent', async () => {
    const { fr: _missing, ...others } = NEWS;
    const long = 'x'.repeat(3_100);
    const file = await written({ ...others, es: long, de: 'Neues', ar: '<b>x</b>' }, 'Hello\n');
    const { code, err } = await announce(file, '--yes');
    expect(code).toBe(1);
    expect(err.replaceAll(file, 'news.md').trim().split('\n')).toEqual([
      'news.md: there is no part in fr — write it below a line --- fr ---',
      'news.md:1: this stands in no part — begin with a line like --- en ---',
      expect.stringMatching(/^news\.md:\d+: HTML stands here/),
      'news.md:10: the part in es has 3100 characters, and 3000 can be shown — shorten it by 100',
      expect.stringMatching(/^news\.md:\d+: the petition has no language de — its languages are /),
    ]);
  });

  it('is sent by one at a time', async () => {
    await subscribed(onTelegram(1));
    const file = await written();
    if (place === 'the embedded database') return;
    await withLedger(env, async (_ledger, database) => {
      const lock = await database.tryLock('petition_zefzafi/announce');
      const { code, err } = await announce(file, '--yes');
      expect(code).toBe(1);
      expect(err).toContain('is being sent from elsewhere');
      await lock?.release();
    });
  });

  /** Starts the program itself, and waits until some have got the message. */
  async function underWay(file: string, people: readonly TelegramPerson[], enough: number) {
    const { child, ended } = start(['announce', file, '--yes'], env);
    const got = () => people.filter(({ received }) => received.length > 0).length;
    while (got() < enough) {
      if (child.exitCode !== null) throw new Error((await ended).err);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    return { child, ended, got };
  }

  it('ends cleanly when it is interrupted, and goes on where it was', {
    timeout: PROGRAM_TIMEOUT_MS,
  }, async () => {
    const people = onTelegram(30);
    await subscribed(people);
    const file = await written();
    const { child, ended, got } = await underWay(file, people, 5);
    child.kill('SIGINT');
    const { code, out } = await ended;
    expect(code).toBe(1);
    expect(out).toContain(`Sent to ${got()} people.`);
    expect(got()).toBeLessThan(30);
    expect((await announce(file, '--yes')).code).toBe(0);
    for (const person of people) expect(person.received).toHaveLength(1);
  });

  it('brings nobody the message twice when it is killed in the middle', {
    timeout: PROGRAM_TIMEOUT_MS,
  }, async () => {
    const people = onTelegram(30);
    await subscribed(people);
    const file = await written();
    const { child, ended, got } = await underWay(file, people, 5);
    child.kill('SIGKILL');
    await ended;
    expect(got()).toBeLessThan(30);
    expect((await announce(file, '--yes')).code).toBe(0);
    expect(Math.max(...people.map(({ received }) => received.length))).toBe(1);
    // At most those whose message was being sent at that moment got none.
    expect(got()).toBeGreaterThanOrEqual(26);
  });
});
