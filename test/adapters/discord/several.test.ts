import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readingOf } from '../../fakes/discord/messages.js';
import { place } from '../../fakes/discord/people.js';
import type { FakeDiscord } from '../../fakes/discord/server.js';
import { examplePetition } from '../../support/example.js';
import { createDatabase } from '../../support/postgres.js';
import { sample } from '../../transcripts/sample.js';
import { type Process, startBoth, until } from './support.js';

const EXAMPLE = 'Example: Reopen the library of Sampletown';

describe('a bot with several petitions', () => {
  let discord: FakeDiscord;
  let bot: Process;
  let stop: () => Promise<void>;

  beforeAll(async () => {
    const databaseUrl = await createDatabase();
    ({ discord, bot, stop } = await startBoth({
      databaseUrl,
      petition: await sample(),
      others: [examplePetition()],
      pace: { milestones: 20 },
    }));
  });
  afterAll(() => stop());

  async function signs(person: ReturnType<FakeDiscord['person']>): Promise<void> {
    for (let presses = 0; !person.text.includes('Your signature is recorded'); presses += 1) {
      if (presses === 10) throw new Error(`no way from ${person.text}`);
      await person.press(0);
    }
  }

  test('lists the petitions, opens the chosen one, and leads to the others after signing', async () => {
    const person = discord.person();
    await person.command('petitions');
    expect(person.text).toContain('Choose a petition');
    await person.press('Example');
    expect(person.text).toContain(EXAMPLE);
    await signs(person);
    expect(await bot.campaigns[1]?.ledger.counted()).toBe(1);
    expect(await bot.campaigns[0]?.ledger.counted()).toBe(0);
    await person.press('Choose another petition');
    expect(person.text).toContain('You have signed this petition.');
  });

  test('suggests petitions by their headlines while a person types', async () => {
    const person = discord.person();
    expect((await person.types('sign', 'petition', '')).map(({ value }) => value)).toEqual([
      'sample',
      'example',
    ]);
    expect(await person.types('total', 'petition', 'LIBRARY')).toEqual([{ name: EXAMPLE, value: 'example' }]);
    expect(await person.types('share', 'petition', 'nothing like it')).toEqual([]);
  });

  test('answers a command about the petition that it names', async () => {
    const person = discord.person();
    await person.command('total', { petition: 'example' });
    expect(person.text).toContain(EXAMPLE);
    await person.command('sign', { petition: 'sample' });
    expect(person.text).not.toContain('Sampletown');
  });

  test("posts a petition's card, whose button leads to it and counts the server there", async () => {
    const here = place('server');
    await discord.person({ place: here }).card({ petition: 'example' });
    const [card] = discord.messages.inChannel(here.channelId);
    expect(JSON.stringify(card?.data)).toContain('Sampletown');
    if (card === undefined) throw new Error('no card was posted');
    const reader = discord.person({ place: here });
    await reader.pressCode('card:sign:example', card);
    expect(reader.text).toContain(EXAMPLE);
    await signs(reader);
    const sources = Object.keys((await bot.campaigns[1]?.ledger.breakdown())?.source ?? {});
    expect(sources).toContain(bot.campaigns[1]?.sources.mint('discord', here.guildId ?? ''));
    await reader.pressCode('card:story:library:example', card);
    expect(reader.text).toContain('library');
    await reader.pressCode('card:sign:gone', card);
    expect(reader.text).toContain('Choose a petition');
    await reader.pressCode('card:story:library:gone', card);
    expect(reader.text).toContain('Choose a petition');
  });

  test('posts the card that words of a headline mean, and none where they could mean several', async () => {
    const here = place('server');
    const unsure = discord.person({ place: here });
    for (const petition of ['exampel', 'a']) {
      await unsure.card({ petition });
      expect(unsure.text).toContain('Choose a petition');
      expect(unsure.text).toContain(EXAMPLE);
    }
    expect(discord.messages.inChannel(here.channelId)).toEqual([]);
    await discord.person({ place: here }).card({ petition: 'The library ' });
    expect(JSON.stringify(discord.messages.inChannel(here.channelId)[0]?.data)).toContain('Sampletown');
  });

  test('posts the milestones of each petition, also where both reach the same number', async () => {
    const here = discord.server();
    const manager = discord.person({ place: here, manages: true });
    for (const petition of ['sample', 'example']) {
      await manager.slash('petition-milestones', 'on', { petition });
    }
    await manager.card({ petition: 'sample' });
    const [card] = discord.messages.inChannel(here.channelId);
    await Promise.all(
      Array.from({ length: 10 }, async () => {
        const person = discord.person({ place: here });
        for (const petition of ['sample', 'example']) {
          await person.pressCode(`card:sign:${petition}`, card);
          await signs(person);
        }
      }),
    );
    const posts = () =>
      discord.messages
        .inChannel(here.channelId)
        .filter((post) => post !== card && readingOf(post.data).text.includes('10 people'));
    await until(() => posts().length === 2);
    expect(new Set(posts().map(({ data }) => data.nonce)).size).toBe(2);
    await manager.slash('petition-milestones', 'off');
  });

  test("tells no server's count below the list", async () => {
    const here = place('server');
    const source = bot.campaigns[0]?.sources.mint('discord', here.guildId ?? '') ?? '';
    await discord.person({ place: here }).card({ petition: 'sample' });
    const [card] = discord.messages.inChannel(here.channelId);
    await Promise.all(
      Array.from({ length: 10 }, async () => {
        const person = discord.person({ place: here });
        await person.pressCode('card:sign:sample', card);
        await signs(person);
      }),
    );
    const signer = discord.person({ place: here });
    await signer.command('total', { petition: 'sample' });
    expect(signer.text).toContain('At least 10 signatures');
    expect((await bot.campaigns[0]?.ledger.breakdown())?.source[source]).toBe(10);
    const newcomer = discord.person({ place: here });
    await newcomer.command('total');
    expect(newcomer.text).toContain('Choose a petition');
    expect(newcomer.text).not.toContain('At least');
  });
});
