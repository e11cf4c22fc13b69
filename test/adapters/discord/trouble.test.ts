import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { BAD_GATEWAY } from '../../fakes/discord/faults.js';
import type { FakeDiscord } from '../../fakes/discord/server.js';
import { createDatabase, startPostgres, type TestPostgres } from '../../support/postgres.js';
import { PRESSES_TO_NAME } from '../../support/walk.js';
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

  test('a store slower than Discord waits fails no tap', async () => {
    const [fresh, onTheWay, atTheName, closing, poster] = Array.from({ length: 5 }, () => discord.person());
    if (!fresh || !onTheWay || !atTheName || !closing || !poster) throw new Error('nobody there');
    await Promise.all([onTheWay, atTheName, closing].map((person) => person.command('sign')));
    for (let tap = 0; tap < PRESSES_TO_NAME.sample; tap += 1) await atTheName.press(0);
    poster.place = discord.server();
    // What was waited for is not lost where Discord's servers fail at first.
    discord.faults.plan(/^PATCH \/webhooks\//, BAD_GATEWAY, 5);

    const acknowledged = () => discord.requests.filter((request) => /callback$/.test(request)).length;
    const before = acknowledged();
    const goOn = await postgres.freeze();
    const taps = [fresh.command('sign'), onTheWay.press(0), closing.press(0), poster.card()];
    const opened = await atTheName.press('Write a name');
    await until(() => acknowledged() === before + taps.length + 1);
    for (const message of closing.screens) message.deleted = true;
    goOn();
    const answers = await Promise.all(taps);

    // The answer comes where patience was asked for, for the same eyes alone.
    expect(answers.map((answer) => answer.kind)).toEqual(Array(4).fill('message'));
    expect(answers.slice(0, 2)).toMatchObject([{ deferred: true }, { deferred: true }]);
    expect(fresh.text).toContain('Open the well again');
    expect(onTheWay.text).toContain('The village');
    expect([fresh.screens.length, onTheWay.screens.length]).toEqual([1, 1]);
    // It comes anew where the person has closed that message meanwhile.
    expect(closing.text).toContain('The village');
    // No card is posted whose total is not known.
    expect(poster.text).toContain('The total cannot be read at the moment');
    expect(discord.messages.public()).toEqual([]);
    // A form needs no store to open.
    expect(opened.kind).toBe('modal');
    expect(opened.ms).toBeLessThan(Math.min(...answers.map(({ ms }) => ms)));
    await atTheName.submit('Amal');
    expect(atTheName.text).toContain('Amal');
  });

  test('a store that is away is told to the person, and nobody is counted twice when it is back', async () => {
    const person = discord.person();
    await person.command('sign');
    for (let tap = 0; tap < PRESSES_TO_NAME.sample; tap += 1) await person.press(0);
    const last = person.screens.at(-1);
    const code = person.buttons[0]?.customId ?? '';
    await postgres.stop();
    await person.pressCode(code, last);
    expect(person.text).toContain('We could not confirm that this was saved');
    await postgres.start();
    await until(async () => (await bot.campaign.ledger.counted().catch(() => -1)) >= 0);
    const before = await bot.campaign.ledger.counted();
    await person.pressCode(code, last);
    await person.pressCode(code, last);
    expect(await bot.campaign.ledger.counted()).toBe(before + 1);
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
    let slow = true;
    const { discord, bot, stop } = await startBoth({
      databaseUrl: await createDatabase(),
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
  });
});
