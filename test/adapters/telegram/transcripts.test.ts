import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { NO_RATES } from '../../fakes/telegram/rate-limits.js';
import { FakeTelegram } from '../../fakes/telegram/server.js';
import { createDatabase } from '../../support/postgres.js';
import { loadTranscripts } from '../../transcripts/load.js';
import { sample } from '../../transcripts/sample.js';
import { createWorld, petitionIn, type World } from '../../transcripts/world.js';
import { NAMELESS, Stage } from './stage.js';
import { type Process, startProcess, until } from './support.js';

describe.each(['polling', 'webhook'] as const)(
  'through real telegraf and a real ledger, by %s, Telegram plays:',
  async (mode) => {
    const base = await sample();
    const transcripts = loadTranscripts().filter(({ engineOnly }) => !engineOnly);
    let world: World = createWorld(base);
    let telegram: FakeTelegram;
    let bot: Process;

    const petition = petitionIn(base, () => world);

    beforeAll(async () => {
      telegram = await FakeTelegram.start();
      telegram.limits.rates = NO_RATES;
      const databaseUrl = await createDatabase();
      bot = await startProcess({ telegram, databaseUrl, petition, mode, now: () => world.now() });
      await until(() => bot.adapter.health().ok);
    });
    afterAll(async () => {
      await bot.stop();
      await telegram.stop();
    });

    for (const transcript of transcripts) {
      test(transcript.title, async () => {
        world = createWorld(base);
        await bot.books.ledger.changeCampaign(world.campaign);
        const stage = new Stage(transcript, telegram, bot);
        const found: string[] = [];
        for (const [number, step] of transcript.steps.entries()) {
          if ('world' in step) {
            world.change(step.world);
            await bot.books.ledger.changeCampaign(world.campaign);
            const { displayName } = step.world;
            if (displayName !== undefined)
              stage.person(displayName.of).firstName = displayName.is ?? NAMELESS;
          } else found.push(...(await stage.play(step)).map((line) => `step ${number + 1}: ${line}`));
        }
        expect(found).toEqual([]);
        await bot.database.query('DELETE FROM petition_sample.signatures');
      });
    }

    test('finds most of the transcripts playable', () => {
      expect(transcripts.length).toBeGreaterThanOrEqual(45);
    });
  },
);
