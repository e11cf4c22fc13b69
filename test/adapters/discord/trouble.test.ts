import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { BAD_GATEWAY } from '../../fakes/discord/faults.js';
import { readingOf } from '../../fakes/discord/messages.js';
import type { FakeDiscord } from '../../fakes/discord/server.js';
import { startPostgres, type TestPostgres } from '../../support/postgres.js';
import { sample } from '../../transcripts/sample.js';
import { type Process, startBoth, until } from './support.js';

const CALLBACK = /^POST \/interactions\//;

describe('when something is slow or away', async () => {
  const petition = await sample();
  let postgres: TestPostgres;
  let discord: FakeDiscord;
  let bot: Process;
  let stop: () => Promise<void>;

  beforeAll(async () => {
    postgres = await startPostgres();
    ({ discord, bot, stop } = await startBoth({ databaseUrl: await postgres.createDatabase(), petition }));
  });
  afterEach(() => discord.faults.clear());
  afterAll(async () => {
    await stop();
    await postgres.remove();
  });

  /** Lets the database hang while something is done, and a little longer than Discord waits for an answer. */
  async function whileTheStoreHangs<T>(act: () => Promise<T>): Promise<T> {
    const goOn = await postgres.freeze();
    const acted = act();
    await wait(3_500);
    goOn();
    return acted;
  }

  test('a store slower than Discord waits fails no tap: the answer comes where patience was asked for', async () => {
    const [one, other] = [discord.person(), discord.person()];
    await other.command('sign');
    const [command, press] = await whileTheStoreHangs(() =>
      Promise.all([one.command('sign'), other.press(0)]),
    );
    expect(command).toMatchObject({ kind: 'message', deferred: true });
    expect(press).toMatchObject({ kind: 'message', deferred: true });
    expect(one.text).toContain('Open the well again');
    expect(other.text).toContain('The village');
    expect([one.screens.length, other.screens.length]).toEqual([1, 1]);
    expect(discord.messages.public()).toEqual([]);
  });

  test('a form opens at once, without the store', async () => {
    const person = discord.person();
    await person.command('sign');
    for (let tap = 1; tap < 8; tap += 1) await person.press(0);
    const opened = await whileTheStoreHangs(() => person.press('Write a name'));
    expect(opened.kind).toBe('modal');
    expect(opened.ms).toBeLessThan(2_000);
    await person.submit('Amal');
    expect(person.text).toContain('Amal');
  });

  test('no card is posted whose total is not known', async () => {
    const place = discord.server();
    const person = discord.person({ place });
    await whileTheStoreHangs(() => person.command('share'));
    expect(discord.messages.inChannel(place.channelId)).toEqual([]);
    expect(person.text).toContain('The total cannot be read at the moment');
  });

  test('a store that is away is told to the person, and nobody is counted twice when it is back', async () => {
    const person = discord.person();
    await person.command('sign');
    for (let tap = 1; tap < 8; tap += 1) await person.press(0);
    const last = person.screens.at(-1);
    const code = person.buttons[0]?.customId ?? '';
    await postgres.stop();
    await person.pressCode(code, last);
    expect(person.text).toContain('We could not confirm that this was saved');
    await postgres.start();
    await until(async () => (await bot.books.ledger.counted().catch(() => -1)) >= 0);
    const before = await bot.books.ledger.counted();
    await person.pressCode(code, last);
    await person.pressCode(code, last);
    expect(await bot.books.ledger.counted()).toBe(before + 1);
  });

  test('an answer whose receipt Discord could not tell us counts as given', async () => {
    const person = discord.person();
    discord.faults.plan(CALLBACK, { kind: 'lose-answer' });
    await person.command('sign');
    await person.press(0);
    expect(person.text).toContain('The village');
    expect(bot.log.join('')).not.toContain('could not be sent');
    expect(discord.interactions.refusals).toEqual([40060]);
  });

  test('an answer that Discord stumbles over is sent again', async () => {
    const person = discord.person();
    discord.faults.plan(CALLBACK, BAD_GATEWAY, 1);
    discord.faults.plan(CALLBACK, { kind: 'drop' }, 1);
    expect((await person.command('sign')).kind).toBe('message');
  });

  test('an answer that was waited for is sent until it arrives, also where its message was closed meanwhile', async () => {
    const [one, other] = [discord.person(), discord.person()];
    await other.command('sign');
    discord.faults.plan(/^PATCH \/webhooks\//, BAD_GATEWAY, 5);
    const shown = await whileTheStoreHangs(async () => {
      const taps = Promise.all([one.command('sign'), other.press(0)]);
      await wait(2_500);
      for (const message of other.screens) message.deleted = true;
      return taps;
    });
    expect(shown.map(({ kind }) => kind)).toEqual(['message', 'message']);
    expect(one.text).toContain('Open the well again');
    expect(other.screens.map(({ data }) => readingOf(data).text).join()).toContain('The village');
  });

  test('an answer that never arrived is given when Discord delivers the tap again', async () => {
    const person = discord.person();
    discord.faults.plan(CALLBACK, { kind: 'drop' }, 4);
    const answer = person.command('sign');
    await until(() => bot.log.join('').includes('an answer could not be sent'));
    discord.gateway.repeatLast();
    expect((await answer).kind).toBe('message');
    expect(person.text).toContain('Open the well again');
  });
});

describe('when an answer takes longer than Discord keeps the question', async () => {
  const petition = await sample();

  test('the next tap is answered with the place where one is', async () => {
    const postgres = await startPostgres();
    let slow = true;
    const { discord, bot, stop } = await startBoth({
      databaseUrl: await postgres.createDatabase(),
      petition,
      fake: { deadlineMs: 1_000, tokenLifeMs: 1_500 },
      pace: { acknowledgeAfter: 500 },
      before: (conductor) => ({
        async handle(person, event, reply) {
          if (slow) await wait(2_000);
          return conductor.handle(person, event, reply);
        },
      }),
    });
    const person = discord.person();
    void person.command('sign');
    await until(() => bot.log.join('').includes('an answer could not be sent'));
    slow = false;
    await person.command('sign');
    expect(person.text).toContain('Open the well again');
    await stop();
    await postgres.remove();
  });
});
