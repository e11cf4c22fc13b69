import type { ShownMessage } from '../fakes/telegram/chats.js';
import { PRESSES_TO_NAME } from '../support/walk.js';
import type { CampaignBot } from './bot.js';
import { discordChannel } from './discord.js';
import { documentOf } from './document.js';
import { slackChannel } from './slack.js';
import { type TelegramChat, telegramChat } from './telegram.js';

/** A picture that is drawn from what an adapter sent. */
export interface Scene {
  /** The picture's file, without its ending. */
  readonly name: string;
  readonly html: string;
}

const BOT = 'Petition';
const ENGLISH = { bot: 'bot', menu: 'Menu', write: 'Message' };
const ARABIC = { bot: 'بوت', menu: 'القائمة', write: 'رسالة' };

/** The width of the pictures in the README, and of a phone, in CSS pixels. */
const WIDE = 830;
const PHONE = 330;
const CARD = 560;

/** How a receipt looks, and the one in the pictures: real ones are random, and they withdraw a signature. */
const RECEIPT = /\b(?:[0-9A-Z]{5}-){3}[0-9A-Z]{5}\b/g;
const SHOWN_RECEIPT = '7Q2KD-M4XVR-80HTN-5JPWC';

/** Acts every scene, one after another, and gives what the people in it see. */
export async function playScenes(bot: CampaignBot): Promise<readonly Scene[]> {
  const scenes = [
    // Staff ask first: their total moves at once.
    await staffInSlack(bot),
    await cardInDiscord(bot),
    await walkOnTelegram(bot),
    await arabicOnTelegram(bot),
  ];
  const complaints = bot.telegram.violations;
  if (complaints.length > 0) throw new Error(`Telegram would refuse this: ${complaints.join('; ')}`);
  return scenes;
}

async function walkOnTelegram({ telegram }: CampaignBot): Promise<Scene> {
  const person = telegram.person({ firstName: 'Amal', language: 'en' });
  const screens = [await person.answerTo(() => person.says('/start'))];
  for (let press = 0; press <= PRESSES_TO_NAME.zefzafi; press += 1) {
    screens.push(await person.answerTo(() => person.presses(0)));
  }
  const [start] = person.messages;
  const consent = screens.at(PRESSES_TO_NAME.zefzafi - 1);
  const [welcome, thanks] = [screens.at(0), screens.at(-1)];
  const shown = [[start, welcome], [consent], [thanks]].map((messages) =>
    telegramChat({ ...phone('en', ENGLISH), messages: messages.filter((one) => one !== undefined) }),
  );
  const html = documentOf('telegram', shown, WIDE);
  if (html.match(RECEIPT)?.length !== 1) throw new Error('the thanks must show one receipt');
  return { name: 'telegram', html: html.replaceAll(RECEIPT, SHOWN_RECEIPT) };
}

async function arabicOnTelegram({ telegram }: CampaignBot): Promise<Scene> {
  const person = telegram.person({ firstName: 'أمل', language: 'ar' });
  await person.answerTo(() => person.says('/start'));
  return { name: 'telegram-arabic', html: screensOf(phone('ar', ARABIC), person.messages) };
}

function screensOf(chat: Omit<TelegramChat, 'messages'>, messages: readonly ShownMessage[]): string {
  return documentOf('telegram', [telegramChat({ ...chat, messages })], PHONE);
}

function phone(locale: string, words: TelegramChat['words']): Omit<TelegramChat, 'messages'> {
  return { locale, words, botName: BOT, time: '17:41' };
}

async function cardInDiscord({ discord, now }: CampaignBot): Promise<Scene> {
  const answer = await discord.person({ name: 'Amal', place: discord.server() }).card();
  if (answer.kind !== 'message') throw new Error(`no card but ${answer.kind}`);
  const shown = discordChannel({
    channel: 'general',
    botName: BOT,
    by: 'Amal',
    command: 'petition-card',
    data: answer.message.data,
    time: '5:41 PM',
    now: now(),
  });
  return { name: 'discord', html: documentOf('discord', [shown], CARD) };
}

async function staffInSlack({ slack, staffChannel }: CampaignBot): Promise<Scene> {
  const person = slack.person({ name: 'Amal' });
  const messages = [];
  for (const words of ['total', 'chart 7d']) {
    const answer = await person.command(staffChannel, '/petition', words);
    if (answer.kind !== 'message') throw new Error(`no answer but ${answer.kind}`);
    const { data, seenBy } = answer.message;
    messages.push({ blocks: data.blocks, ephemeral: seenBy !== null });
  }
  const pictureOf = (id: string) =>
    `data:image/png;base64,${slack.files.sent(id).content?.toString('base64') ?? ''}`;
  const shown = slackChannel({
    channel: staffChannel.name,
    appName: BOT,
    messages,
    time: '5:41 PM',
    pictureOf,
  });
  return { name: 'slack', html: documentOf('slack', [shown], WIDE) };
}
