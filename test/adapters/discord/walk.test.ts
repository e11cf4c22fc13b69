import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { FakeDiscord } from '../../fakes/discord/server.js';
import { startPostgres, type TestPostgres } from '../../support/postgres.js';
import { sample } from '../../transcripts/sample.js';
import { type Process, startBoth } from './support.js';

describe('signing on Discord', () => {
  let postgres: TestPostgres;
  let discord: FakeDiscord;
  let bot: Process;
  let stop: () => Promise<void>;

  beforeAll(async () => {
    postgres = await startPostgres();
    ({ discord, bot, stop } = await startBoth({
      databaseUrl: await postgres.createDatabase(),
      petition: await sample(),
    }));
  });
  afterAll(async () => {
    await stop();
    await postgres.remove();
  });

  test('goes from the first command to the receipt in nine taps, for one pair of eyes alone', async () => {
    const person = discord.person({ place: discord.server() });
    await person.command('sign');
    for (let tap = 1; tap < 9; tap += 1) {
      console.log(
        person.text,
        person.buttons.map((b) => b.label),
      );
      const answer = await person.press(0);
      expect(answer.kind).toBe('message');
    }
    expect(person.text).toContain('Thank you');
    console.log(bot.log.join(''));
    expect(person.screens).toHaveLength(1);
    expect(discord.messages.inChannel(person.place.channelId)).toEqual([]);
  });
});
