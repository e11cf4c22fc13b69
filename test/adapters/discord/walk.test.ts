import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isPrivate } from '../../fakes/discord/people.js';
import type { FakeDiscord } from '../../fakes/discord/server.js';
import { createDatabase } from '../../support/postgres.js';
import { PRESSES_TO_NAME } from '../../support/walk.js';
import { sample } from '../../transcripts/sample.js';
import { type Process, startBoth, until } from './support.js';

describe('signing on Discord', async () => {
  const petition = await sample();
  let discord: FakeDiscord;
  let bot: Process;
  let stop: () => Promise<void>;

  beforeAll(async () => {
    ({ discord, bot, stop } = await startBoth({ databaseUrl: await createDatabase(), petition }));
  });
  afterAll(async () => {
    await stop();
  });

  const counted = () => bot.campaign.ledger.counted();

  test('takes eight taps, none but the signer sees any of it, and nobody is pinged', async () => {
    const person = discord.person({ place: discord.server() });
    const kinds = [(await person.command('sign')).kind];
    for (let tap = 0; tap <= PRESSES_TO_NAME.sample; tap += 1) kinds.push((await person.press(0)).kind);
    expect(kinds).toEqual(Array(PRESSES_TO_NAME.sample + 2).fill('message'));
    expect(person.text).toContain('Thank you');
    expect(person.screens).toHaveLength(1);
    expect(person.screens.every(isPrivate)).toBe(true);
    expect(discord.messages.public()).toEqual([]);
    expect(discord.messages.ringing()).toEqual([]);
  });

  test('offers every language by its own name first, since Discord speaks no Arabic', async () => {
    const person = discord.person({ locale: 'en-GB' });
    await person.command('sign');
    expect(person.buttons.map(({ label }) => label)).toContain('العربية');
    await person.press('العربية');
    expect(person.text).toContain(petition.texts('ar').headline);
  });

  for (const locale of [null, 'absent']) {
    test(`goes on where the language of the app is ${locale}`, async () => {
      const person = discord.person({ locale });
      await person.command('sign');
      expect(person.text).toContain('Open the well again');
      await person.press(0);
      await person.command('total');
      expect(person.text).toContain('people have taken action');
    });
  }

  test('is counted once when Discord delivers the same tap twice', async () => {
    const person = discord.person();
    await person.command('sign');
    for (let tap = 0; tap < PRESSES_TO_NAME.sample; tap += 1) await person.press(0);
    const before = await counted();
    await person.press(0);
    const requests = discord.requests.length;
    discord.gateway.repeatLast();
    await person.command('mydata');
    expect(await counted()).toBe(before + 1);
    expect(discord.requests.length).toBe(requests + 1);
    expect(discord.interactions.refusals).toEqual([]);
  });

  test("answers somebody else's button with the presser's own place, and tells nobody anything", async () => {
    const [one, other] = [discord.person(), discord.person()];
    await one.command('sign');
    for (let tap = 0; tap < PRESSES_TO_NAME.sample; tap += 1) await one.press(0);
    const stolen = one.buttons[0]?.customId ?? '';
    const before = await counted();
    await other.command('sign');
    await other.pressCode(stolen);
    expect(other.text).toContain('belongs to an earlier message');
    expect(await counted()).toBe(before);
  });

  test('answers made-up and over-long button codes with the place where one is', async () => {
    const person = discord.person();
    await person.command('sign');
    const made = [
      'x',
      'card:story:',
      'card:story:../../x',
      'card:',
      '\u0000',
      '{"a":1}',
      'é'.repeat(5000),
      '🙂'.repeat(50),
    ];
    for (const code of made) {
      expect((await person.pressCode(code)).kind).toBe('message');
      expect(person.text.length).toBeGreaterThan(10);
    }
  });

  test('sends no answer into a channel, even for a button on a public message that no card has', async () => {
    const place = discord.server();
    const person = discord.person({ place });
    const card = await discord.person({ place }).card();
    if (card.kind !== 'message') throw new Error('no card');
    const shown = JSON.stringify(card.message.data);
    await person.pressCode('tagtag1.welcome.forward', card.message);
    expect(JSON.stringify(card.message.data)).toBe(shown);
    expect(person.screens.every(isPrivate)).toBe(true);
    card.message.deleted = true;
  });

  test("takes a server's name for somebody before their own, and the account's age as no more than a range", async () => {
    const place = discord.server();
    const before = await bot.campaign.ledger.breakdown();
    for (const days of [3, 20, 400]) {
      const person = discord.person({ place, nick: 'Warda', name: 'Amal', days });
      expect(BigInt(person.id) > BigInt(Number.MAX_SAFE_INTEGER)).toBe(true);
      await person.command('sign');
      for (let tap = 0; tap < PRESSES_TO_NAME.sample; tap += 1) await person.press(0);
      await person.press('Warda');
      expect(person.text).toContain('You are about to sign as');
      await person.press('Warda');
      expect(person.text).toContain('Thank you');
    }
    const after = await bot.campaign.ledger.breakdown();
    const grown = Object.keys(after.age).map((age) => [age, (after.age[age] ?? 0) - (before.age[age] ?? 0)]);
    expect(Object.fromEntries(grown)).toEqual({ 'under-7-days': 1, 'under-30-days': 1, older: 1 });
  });

  test('works where somebody brought the bot along for themselves, and the server has not', async () => {
    const place = { ...discord.server(), botSees: false };
    const person = discord.person({ place });
    await person.command('sign');
    for (let tap = 0; tap <= PRESSES_TO_NAME.sample; tap += 1) await person.press(0);
    expect(person.text).toContain('Thank you');
  });

  test('hands out something to pass on in a direct message, with the way to the bot', async () => {
    const person = discord.person();
    await person.command('share');
    expect(person.text).toContain(petition.texts('en').share);
    expect(person.text).toContain(`client_id=${discord.applicationId}`);
    expect(discord.messages.public()).toEqual([]);
  });

  test('names its commands so that a tap fills them in, once Discord has told their number', async () => {
    await until(() => discord.registry.commands.length > 0);
    const person = discord.person();
    await until(async () => {
      await person.command('help');
      return person.reading.effects.includes('command');
    });
    expect(person.text).toContain('/petition withdraw');
  });

  test('leaves no id, name or token in the log', async () => {
    const person = discord.person({ name: 'Unforgettable Name', place: discord.server() });
    await person.command('sign');
    await person.pressCode('nonsense');
    const log = bot.log.join('');
    for (const secret of [person.id, person.place.channelId, 'Unforgettable', discord.token, 'nonsense']) {
      expect(log).not.toContain(secret);
    }
  });
});
