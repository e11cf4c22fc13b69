import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { place } from '../../fakes/discord/people.js';
import type { FakeDiscord } from '../../fakes/discord/server.js';
import { examplePetition } from '../../support/example.js';
import { createDatabase } from '../../support/postgres.js';
import { sample } from '../../transcripts/sample.js';
import { type Process, startBoth } from './support.js';

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
  });
});
