import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { discord as discordPlatform } from '../../adapters/discord/index.js';
import { telegram as telegramPlatform } from '../../adapters/telegram/index.js';
import type { Environment } from '../../src/config.js';
import { CONTENT_DIR } from '../../src/paths.js';
import { loadPetition } from '../../src/petition/load.js';
import type { Person as DiscordPerson } from '../fakes/discord/people.js';
import { startDiscord } from '../fakes/discord/server.js';
import type { Person as TelegramPerson } from '../fakes/telegram/people.js';
import { NO_RATES } from '../fakes/telegram/rate-limits.js';
import { FakeTelegram } from '../fakes/telegram/server.js';
import type { Finished } from '../support/finished.js';
import { act, signing, TODAY } from '../support/people.js';
import { withLedger } from './campaign.js';
import { campaign, type Place, type Places, run, usePlaces } from './support.js';

/** The languages of the petition that the commands work on. */
export const LOCALES = loadPetition({
  contentDir: CONTENT_DIR,
  petition: 'zefzafi',
  organiser: null,
}).locales;

/** An announcement in each of them. */
export const NEWS: Readonly<Record<string, string>> = {
  ...Object.fromEntries(LOCALES.map((locale) => [locale, `News **for ${locale}**.`])),
  en: 'The letter has been **handed over**.',
  fr: 'La lettre a été **remise**.',
  ar: 'سُلِّمت **الرسالة**.',
  es: 'La carta se ha **entregado**.',
};

/**
 * Gives each test a Telegram and a Discord of its own, people who asked for updates there, and the command that tells
 * them.
 * @returns takes the place of the books, and what ends all of it once the test has finished
 */
export function useAnnouncing() {
  const places = usePlaces();
  return (place: Place, finished: Finished) => openAnnouncing(places, place, finished);
}

async function openAnnouncing(places: Places, place: Place, finished: Finished) {
  const telegram = await FakeTelegram.start();
  finished(() => telegram.stop());
  telegram.limits.rates = NO_RATES;
  const discord = await startDiscord();
  finished(() => discord.stop());
  const env: Environment = {
    ...(await campaign()),
    ...(await places.prepared(place)),
    TELEGRAM_BOT_TOKEN: telegram.token,
    TELEGRAM_API_ROOT: telegram.apiRoot,
    DISCORD_BOT_TOKEN: discord.token,
    DISCORD_APPLICATION_ID: discord.applicationId,
    DISCORD_API_ROOT: discord.apiRoot,
  };

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

  /**
   * @param answer what the operator types when asked; undefined where nobody is there
   * @param where the environment of another machine
   */
  function announce(
    file: string,
    options: readonly string[] = ['--yes'],
    answer?: string,
    where: Environment = env,
  ) {
    const platforms = [telegramPlatform, discordPlatform];
    return run(['announce', file, ...options], where, {
      platforms,
      ...(answer === undefined ? {} : { answer }),
    });
  }

  /** Who is still to be written to: the channel, and the last announcement that they are not to get any more. */
  const contacts = () =>
    withLedger(env, async (_ledger, database) => {
      const rows = await database.query(
        'SELECT channel, announced FROM petition_zefzafi.contacts ORDER BY key',
      );
      return rows.map(({ channel, announced }) => `${channel} ${announced}`);
    });

  return { telegram, discord, env, written, subscribed, onTelegram, announce, contacts };
}
