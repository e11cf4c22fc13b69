import { describe, expect, test } from 'vitest';
import { COMMANDS } from '../../../src/conversation/event.js';
import { standFor, until } from './support.js';

describe('what the bot shows of itself', () => {
  const stand = standFor();
  const changes = () => stand.telegram.requests().filter(({ method }) => method.startsWith('setMy'));

  test('is set in every language: commands, description, short description', async () => {
    const { telegram } = stand;
    await stand.start();
    const { commands, descriptions, shortDescriptions } = telegram.world.profile;
    await until(() => shortDescriptions.size === 3);
    for (const language of ['', 'en', 'ar']) {
      const inPrivate = commands.get(`all_private_chats/${language}`)?.map(({ command }) => command);
      expect(inPrivate?.slice(0, 3)).toEqual(['sign', 'share', 'withdraw']);
      expect(new Set(inPrivate)).toEqual(new Set(COMMANDS));
      const inGroups = commands.get(`all_group_chats/${language}`)?.map(({ command }) => command);
      expect(inGroups).toEqual(['sign', 'total', 'share']);
      const short = shortDescriptions.get(language) ?? '';
      expect(descriptions.get(language)).toContain(short);
    }
    expect(descriptions.get('ar')).toMatch(/\p{Script=Arabic}/u);
    expect(commands.get('all_private_chats/ar')?.[0]?.description).toMatch(/\p{Script=Arabic}/u);
  });

  test('is left alone where it is so already', async () => {
    const first = await stand.start();
    await until(() => changes().length === 12);
    await first.stop();
    await stand.start();
    await until(
      () => stand.telegram.requests().filter(({ method }) => method === 'getMyShortDescription').length === 6,
    );
    expect(changes()).toHaveLength(12);
  });

  test('asks nobody to sign while nobody can', async () => {
    const bot = await stand.start({ pace: { followMs: 50 } });
    const { descriptions } = stand.telegram.world.profile;
    const says = (words: string) => descriptions.get('en')?.includes(words) === true;
    await until(() => says('decide whether to sign'));
    await bot.campaign.ledger.changeCampaignState({ paused: true });
    await until(() => says('Here you can read the story'));
    await bot.campaign.ledger.changeCampaignState({ paused: false });
    await until(() => says('decide whether to sign'));
  });

  test('does not hold up anybody where Telegram refuses it', async () => {
    const { telegram } = stand;
    telegram.faults.plan(
      'setMyCommands',
      { kind: 'error', status: 400, description: 'Bad Request: BOT_COMMAND_INVALID' },
      { times: 99 },
    );
    telegram.faults.plan(
      'getMyDescription',
      { kind: 'error', status: 404, description: 'Not Found' },
      { times: 99 },
    );
    const bot = await stand.start();
    const person = telegram.person();
    await person.answerTo(() => person.says('/start'));
    await until(() => bot.log.some((line) => line.includes('the profile was refused')));
    expect(telegram.world.profile.descriptions.size).toBe(3);
    expect(bot.adapter.health()).toEqual({ ok: true });
  });
});
