import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { PACE } from '../../../adapters/discord/adapter.js';
import type { FakeDiscord } from '../../fakes/discord/server.js';
import { startPostgres, type TestPostgres } from '../../support/postgres.js';
import { sample } from '../../transcripts/sample.js';
import { type Process, startBoth, until } from './support.js';

const EDIT = /^PATCH \/webhooks\//;
const PEOPLE = 300;

describe('a database that hung while many people tapped', async () => {
  const petition = await sample();
  let postgres: TestPostgres;
  let discord: FakeDiscord;
  let bot: Process;
  let stop: () => Promise<void>;

  beforeAll(async () => {
    postgres = await startPostgres();
  });
  afterEach(() => stop());
  afterAll(() => postgres.remove());

  const start = async (answerWithin?: number) => {
    const databaseUrl = await postgres.createDatabase();
    const pace = answerWithin === undefined ? {} : { answerWithin };
    // A busy machine may be slower than Discord's three seconds. They are not the subject here.
    ({ discord, bot, stop } = await startBoth({ databaseUrl, petition, pace, fake: { deadlineMs: 30_000 } }));
  };
  const crowd = async (size: number) => {
    const people = Array.from({ length: size }, () => discord.person());
    await Promise.all(people.map((person) => person.command('sign')));
    return people;
  };
  const edits = () => discord.requests.filter((request) => EDIT.test(request)).length;

  test('lets nobody wait for the answers of all others', async () => {
    await start();
    const people = await crowd(PEOPLE);
    const fresh = discord.person();
    const pressed = async (taps: readonly Promise<unknown>[]) => {
      const began = performance.now();
      await Promise.all(taps);
      return performance.now() - began;
    };
    const atOnce = await pressed(people.map((person) => person.press(0)));
    const callbacks = discord.requests.filter((request) => /callback$/.test(request)).length;
    const before = edits();
    const goOn = await postgres.freeze();
    const taps = people.map((person) => person.press(0));
    // All have been asked for patience.
    await until(
      () => discord.requests.filter((request) => /callback$/.test(request)).length >= callbacks + PEOPLE,
    );
    expect(bot.adapter.unsent?.().answers).toBe(PEOPLE);
    goOn();
    const afterTheHang = await pressed([...taps, fresh.command('sign')]);
    // At the bot's own 50 requests a second it would take ten times as long.
    expect(afterTheHang / atOnce).toBeLessThan(6);
    expect(edits()).toBe(before + PEOPLE);
    expect(discord.limits.refused).toBe(0);
    await until(() => bot.adapter.unsent?.().answers === 0);
    expect(bot.log.join('')).not.toContain('could not be');
  });

  test('sends nothing for a tap after which the person has tapped again on the same message', async () => {
    await start();
    const [person] = await crowd(1);
    if (person === undefined) throw new Error('nobody there');
    const goOn = await postgres.freeze();
    const code = person.buttons[0]?.customId ?? '';
    const taps = Array.from({ length: 5 }, () => person.pressCode(code));
    await until(() => discord.requests.filter((request) => /callback$/.test(request)).length >= 6);
    goOn();
    await until(() => person.text.includes('The village'));
    await bot.adapter.stop();
    expect(edits()).toBe(1);
    await Promise.all(taps.slice(-1));
  });

  test('sends nothing with a token that Discord no longer takes', async () => {
    await start(PACE.acknowledgeAfter / 2);
    const [person] = await crowd(1);
    if (person === undefined) throw new Error('nobody there');
    const goOn = await postgres.freeze();
    void person.press(0);
    // The bot has asked for patience, which it does when the tap is twice as old as its token may be here.
    await until(() => discord.requests.filter((request) => /callback$/.test(request)).length >= 2);
    goOn();
    await bot.adapter.stop();
    expect(edits()).toBe(0);
    // The turn was saved: the next tap shows where the person stands.
    const { conversation } = await bot.campaign.ledger.read({
      channel: 'discord',
      tenant: '',
      id: person.id,
    });
    expect(conversation?.place).toMatchObject({ step: 'story' });
  });
});
