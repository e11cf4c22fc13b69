import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { CardPace } from '../../../adapters/discord/card-schedule.js';
import { BAD_GATEWAY, tooMany, UNAUTHORISED } from '../../fakes/discord/faults.js';
import { buttonsOf, readingOf, type StoredMessage } from '../../fakes/discord/messages.js';
import { isPrivate, type Person, type Place } from '../../fakes/discord/people.js';
import { type FakeDiscord, startDiscord } from '../../fakes/discord/server.js';
import { day } from '../../support/day.js';
import { createDatabase } from '../../support/postgres.js';
import { PRESSES_TO_NAME } from '../../support/walk.js';
import { sample } from '../../transcripts/sample.js';
import { type Process, startProcess, until } from './support.js';

/** As in a campaign, far faster. */
const QUICK: CardPace = { between: 20, shortest: 600, longest: 60_000, ageing: 1_000 };

describe('cards on Discord', async () => {
  const petition = await sample();
  let databaseUrl: string;
  let discord: FakeDiscord;
  let bot: Process;

  beforeAll(async () => {
    databaseUrl = await createDatabase();
    // Five hundred people, their phones and Discord itself share this machine with the bot: 3 s are not meant for that.
    discord = await startDiscord({ deadlineMs: 30_000 });
    bot = await start();
  });
  afterAll(async () => {
    await bot.stop();
    await discord.stop();
  });

  async function start(): Promise<Process> {
    const started = await startProcess({ discord, databaseUrl, petition, pace: { cards: QUICK } });
    await until(() => started.adapter.health().ok && discord.gateway.connected === 1);
    return started;
  }

  async function post(place: Place = discord.server()): Promise<StoredMessage> {
    const answer = await discord.person({ place }).command('share');
    if (answer.kind !== 'message') throw new Error(`no card but ${answer.kind}`);
    return answer.message;
  }

  /** Walks from the first screen to the name, past Discord: what counts here is how it begins and ends. */
  async function walkToTheLastButton(person: Person): Promise<string> {
    let code = person.buttons[0]?.customId ?? '';
    for (let step = 1; step < 8; step += 1) {
      const event = { id: `${person.id}-${step}`, action: { kind: 'press', code } } as const;
      await bot.campaign.conductor.handle(
        { channel: 'discord', tenant: '', id: person.id },
        event,
        async ([screen]) => {
          const [first] = screen?.buttons ?? [];
          if (first?.kind === 'press') code = first.code;
        },
      );
    }
    return code;
  }

  /** Signs without a name, from a card. */
  async function signFrom(card: StoredMessage, person: Person): Promise<void> {
    await person.press(0, card);
    await person.pressCode(await walkToTheLastButton(person));
  }

  const text = (card: StoredMessage) => readingOf(card.data).text;
  const total = async () => 100 + (await bot.campaign.ledger.counted());

  test('stand in the channel for all to see: headline, summary, total, progress, and the ways in', async () => {
    const card = await post();
    expect(isPrivate(card)).toBe(false);
    for (const words of [
      'Open the well again',
      'has been closed for a year',
      '100 people',
      'goal is 200',
      '50%',
    ]) {
      expect(text(card)).toContain(words);
    }
    expect(text(card)).toContain('Nobody here sees what you do there');
    const labels = buttonsOf(card.data).map(({ label }) => label);
    expect(labels).toEqual(['Read and sign', 'The village', 'The well', 'The closure']);
    expect(discord.messages.ringing()).toEqual([]);
  });

  test('speak the language that was chosen, or that of whoever posts', async () => {
    const place = discord.server();
    await discord.person({ place, locale: 'ar' }).command('share', { language: 'en' });
    await discord.person({ place }).command('share', { language: 'ar' });
    const [english, arabic] = discord.messages.inChannel(place.channelId).map(text);
    expect(english).toContain('Open the well again');
    expect(arabic).toContain(petition.texts('ar').headline);
  });

  test('are not posted by somebody who may not write there', async () => {
    const place = { ...discord.server(), mayWrite: false };
    const person = discord.person({ place });
    await person.command('share');
    expect(discord.messages.inChannel(place.channelId)).toEqual([]);
    expect(person.text).toContain('You are not allowed to write in this channel');
  });

  test('let anybody read the story and begin, for their own eyes alone', async () => {
    const card = await post();
    const before = text(card);
    const reader = discord.person({ place: discord.server() });
    await reader.press('The well', card);
    expect(reader.text).toContain('also in dry years');
    await reader.press(0);
    expect(reader.text).toContain('Nobody was asked');
    await reader.press(0);
    expect(reader.text).toContain('About 1 minute');
    expect(reader.screens).toHaveLength(1);
    expect(reader.screens.every(isPrivate)).toBe(true);
    expect(text(card)).toBe(before);
  });

  test('bring signatures that the server is told of in tens, from ten on, and only there', async () => {
    const place = discord.server();
    const card = await post(place);
    const asker = discord.person({ place });
    const told = async () => {
      await asker.command('total');
      return /At least (\d+) signatures came through this server/.exec(asker.text)?.[1];
    };
    for (let signer = 0; signer < 9; signer += 1) await signFrom(card, discord.person({ place }));
    expect(await told()).toBeUndefined();
    for (let signer = 0; signer < 4; signer += 1) await signFrom(card, discord.person({ place }));
    expect(await told()).toBe('10');
    asker.place = discord.server();
    expect(await told()).toBeUndefined();
    const { source } = await bot.campaign.ledger.breakdown();
    const codes = Object.keys(source).filter((code) => code.startsWith('at-'));
    expect(codes).toHaveLength(1);
    expect(codes[0]).not.toContain(place.guildId);
  });

  test('are edited within the budget while 500 people sign at once, and then show the total', async () => {
    const place = discord.server();
    const cards = await Promise.all([post(place), post(place), post(place)]);
    const [card] = cards;
    if (card === undefined) throw new Error('no card');
    const began = performance.now();
    const people = Array.from({ length: 500 }, () => discord.person({ place }));
    const before = await total();
    await Promise.all(people.map((person) => person.press(0, card)));
    const codes = await Promise.all(people.map(walkToTheLastButton));
    await Promise.all(people.map((person, index) => person.pressCode(codes[index] ?? '')));
    expect(await total()).toBe(before + 500);
    await until(async () => {
      const shown = `${await total()} people`;
      return cards.every((one) => text(one).includes(shown));
    });
    const allowed = Math.ceil((performance.now() - began) / QUICK.shortest) + 1;
    for (const { edits } of cards) expect(edits.length).toBeLessThanOrEqual(allowed);
    expect(discord.limits.refused).toBe(0);
    for (const person of people) expect(person.text).toContain('Thank you');
  });

  test('are forgotten when they were deleted, or when the bot no longer sees the channel', async () => {
    const place = discord.server();
    const [kept, deleted] = [await post(place), await post(place)];
    const unseen = await post();
    deleted.deleted = true;
    const tried = () => discord.requests.filter((request) => request.includes(unseen.channelId)).length;
    const gone = discord.place(unseen.channelId);
    gone.botSees = false;
    await signFrom(kept, discord.person({ place }));
    const shown = `${await total()} people`;
    await until(() => text(kept).includes(shown) && tried() > 0);
    await signFrom(kept, discord.person({ place }));
    const later = `${await total()} people`;
    await until(() => text(kept).includes(later));
    expect(tried()).toBe(1);
    expect(deleted.edits).toEqual([]);
    expect(text(unseen)).not.toContain(later);
  });

  test('are kept current again after a restart', async () => {
    const card = await post();
    await until(() =>
      bot.campaign.ledger.memory
        .recall('discord-cards')
        .then((kept) => JSON.stringify(kept).includes(card.id)),
    );
    await bot.stop();
    bot = await start();
    const other = discord.person();
    await other.command('sign');
    for (let tap = 0; tap <= PRESSES_TO_NAME.sample; tap += 1) await other.press(0);
    const shown = `${await total()} people`;
    await until(() => text(card).includes(shown));
  });

  test('are kept current where Discord could not tell that they came', async () => {
    const place = discord.server();
    discord.faults.plan(/callback$/, { kind: 'lose-answer' });
    await post(place);
    const [card, ...more] = discord.messages.inChannel(place.channelId);
    if (card === undefined) throw new Error('no card');
    expect(more).toEqual([]);
    await signFrom(card, discord.person({ place }));
    const shown = `${await total()} people`;
    await until(() => text(card).includes(shown));
  });

  test('are kept current beside an entry that cannot be read, which is left out', async () => {
    const card = await post();
    const { memory } = bot.campaign.ledger;
    await until(async () => JSON.stringify(await memory.recall('discord-cards')).includes(card.id));
    await bot.stop();
    const between = await startProcess({
      discord,
      databaseUrl,
      petition,
      pace: { cards: { ...QUICK, between: 60_000 } },
    });
    await between.campaign.ledger.memory.keep('discord-cards', [
      { channelId: 'nowhere' },
      { channelId: card.channelId, messageId: card.id, locale: 'en' },
    ]);
    await between.stop();
    bot = await start();
    await until(() => bot.log.join('').includes('"unreadable":1'));
    await signFrom(card, discord.person());
    const shown = `${await total()} people`;
    await until(() => text(card).includes(shown));
  });

  test('follow the phase at once, however old they are, and ask nobody to sign while nobody can', async () => {
    const card = await post();
    const { changeCampaignState } = bot.campaign.ledger;
    const first = () => buttonsOf(card.data)[0]?.label;
    expect(text(card)).toContain('You can sign until the end of 31 December 2099 (UTC)');
    await changeCampaignState({ paused: true });
    await until(() => text(card).includes('Signing is paused'));
    expect(text(card)).not.toContain('next goal');
    expect(first()).toBe('Read the story');
    await changeCampaignState({ paused: false });
    await until(() => text(card).includes('goal is'));
    expect(first()).toBe('Read and sign');
    await changeCampaignState({ delivered: day('2026-03-10') });
    await until(() => text(card).includes('handed over on 10 March 2026'));
    expect(text(card)).toContain('This petition is closed');
    expect(text(card)).toContain(`In all, ${await total()} people took action.`);
    expect(text(card)).not.toContain('opened again');
    const reader = discord.person({ place: discord.server() });
    await reader.press('The village', card);
    expect(reader.buttons.map(({ label }) => label)).toEqual(['Next', 'To the petition']);
    await reader.press(1);
    expect(reader.text).toContain('This petition is closed');
    await changeCampaignState({ delivered: null });
    await until(() => first() === 'Read and sign');
  });

  test('wait where Discord says to, and are edited once it lets them', async () => {
    const card = await post();
    discord.faults.plan(/^PATCH \/channels\//, tooMany(1), 1);
    discord.faults.plan(/^PATCH \/channels\//, tooMany(1, 'global'), 1);
    discord.faults.plan(/^PATCH \/channels\//, BAD_GATEWAY, 2);
    discord.faults.plan(/^PATCH \/channels\//, UNAUTHORISED, 1);
    await signFrom(card, discord.person({ place: discord.server() }));
    const shown = `${await total()} people`;
    await until(() => text(card).includes(shown));
    expect(bot.adapter.health()).toEqual({ ok: true });
  });
});
