import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { CardAllowances } from '../../../adapters/discord/card-limits.js';
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

/** A person may post again after a while that no test waits for; a server at once. */
const ALLOWANCES: CardAllowances = {
  person: { cooldown: 3_600_000, most: 5, within: 7_200_000 },
  server: { cooldown: 0, most: 100, within: 7_200_000 },
};

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
    const started = await startProcess({
      discord,
      databaseUrl,
      petition,
      pace: { cards: QUICK, allowances: ALLOWANCES, borrowedFor: 3_000 },
    });
    await until(() => started.adapter.health().ok && discord.gateway.connected === 1);
    return started;
  }

  async function post(place: Place = discord.server()): Promise<StoredMessage> {
    const answer = await discord.person({ place }).card();
    if (answer.kind !== 'message') throw new Error(`no card but ${answer.kind}`);
    return answer.message;
  }

  /** Waits until a card stands in the stored list: then the bot knows it. */
  async function untilKept({ id }: StoredMessage): Promise<void> {
    const { memory } = bot.campaign.ledger;
    await until(async () => JSON.stringify((await memory.recall('discord-cards')) ?? []).includes(id));
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

  test('stand in the channel for all to see: total, progress, two lines, and the ways in', async () => {
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

  test('speak the language that was chosen, or that of the person who posts', async () => {
    const [one, other] = [discord.server(), discord.server()];
    await discord.person({ place: one, locale: 'ar' }).card({ language: 'en' });
    await discord.person({ place: other }).card({ language: 'ar' });
    const [english] = discord.messages.inChannel(one.channelId).map(text);
    const [arabic] = discord.messages.inChannel(other.channelId).map(text);
    expect(english).toContain('Open the well again');
    expect(arabic).toContain(petition.texts('ar').headline);
  });

  test('are not posted by somebody who may not write there: in a thread, another permission decides', async () => {
    const may = async (change: Partial<Place>) => {
      const place = { ...discord.server(), ...change };
      const person = discord.person({ place });
      await person.card();
      const posted = discord.messages.inChannel(place.channelId).length === 1;
      if (!posted) expect(person.text).toContain('You are not allowed to write in this channel');
      return posted;
    };
    expect(await may({ mayWrite: false })).toBe(false);
    expect(await may({ mayWriteInThreads: false })).toBe(true);
    expect(await may({ thread: true, mayWriteInThreads: false })).toBe(false);
    expect(await may({ thread: true, mayWrite: false })).toBe(true);
  });

  test('have a command of their own, so "share" posts none: it gives a text, and names the command', async () => {
    const place = discord.server();
    const person = discord.person({ place });
    await person.command('share');
    expect(discord.messages.inChannel(place.channelId)).toEqual([]);
    expect(person.text).toContain('Thank you for passing this on');
    expect(person.text).toContain('/petition-card');
    await person.card();
    expect(discord.messages.inChannel(place.channelId)).toHaveLength(1);
  });

  test('are posted by one person only now and then, however often the person tries', async () => {
    const person = discord.person({ place: discord.server() });
    await person.card();
    const places = Array.from({ length: 20 }, () => discord.server());
    for (const place of places) {
      person.place = place;
      await person.card();
      expect(person.text).toContain('Not so many cards at once');
      expect(person.reading.effects).toContain('time');
    }
    expect(places.flatMap(({ channelId }) => discord.messages.inChannel(channelId))).toEqual([]);
    expect(await post(places[0])).toBeDefined();
  });

  test('are one a channel: a new one takes over, and the old one says where it went', async () => {
    const place = discord.server();
    const old = await post(place);
    const fresh = await post(place);
    await until(() => text(old).includes('There is a newer card'));
    expect(buttonsOf(old.data)).toContainEqual({
      label: 'To the newer card',
      url: `https://discord.com/channels/${place.guildId}/${place.channelId}/${fresh.id}`,
    });
    const edits = old.edits.length;
    await signFrom(old, discord.person({ place }));
    const shown = `${await total()} people`;
    await until(() => text(fresh).includes(shown));
    expect(old.edits).toHaveLength(edits);
    expect(text(old)).not.toContain(shown);
  });

  test('that only their token can edit are kept current while it lives, and then say as of when', async () => {
    const place = { ...discord.server(), botSees: false };
    discord.place(place.channelId).botSees = false;
    const card = await post(place);
    await signFrom(card, discord.person({ place }));
    const shown = `${await total()} people`;
    await until(() => text(card).includes(shown));
    expect(text(card)).not.toContain('not updated any more');
    await until(() => text(card).includes('This card is not updated any more'));
    expect(text(card)).toContain('Last updated');
    const { memory } = bot.campaign.ledger;
    expect(JSON.stringify(await memory.recall('discord-cards'))).not.toContain(card.id);
    expect(card.edits).toEqual([]);
  });

  test('that a server shows to one person alone take over from no other', async () => {
    const place = discord.server();
    const card = await post(place);
    const guest = discord.person({ place: { ...place, botSees: false, externalApps: false } });
    await guest.card();
    expect(guest.text).toContain('Open the well again');
    await signFrom(card, discord.person({ place }));
    const shown = `${await total()} people`;
    await until(() => text(card).includes(shown));
    expect(text(card)).not.toContain('newer card');
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
    const codes = async () =>
      Object.keys((await bot.campaign.ledger.breakdown()).source).filter((code) => code.startsWith('at-'));
    const before = await codes();
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
    const after = await codes();
    expect(after).toHaveLength(before.length + 1);
    expect(after.join()).not.toContain(place.guildId);
  });

  test('are edited within the budget while 500 people sign at once, and then show the total', async () => {
    const place = discord.server();
    const elsewhere = [discord.server(place.guildId), discord.server(place.guildId)];
    const card = await post(place);
    const cards = [card, ...(await Promise.all(elsewhere.map((one) => post(one))))];
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

  test('are forgotten when they were deleted', async () => {
    const place = discord.server();
    const [kept, deleted] = [await post(place), await post(discord.server(place.guildId))];
    await untilKept(deleted);
    deleted.deleted = true;
    const tries = () => discord.requests.filter((request) => request.includes(deleted.id)).length;
    await signFrom(kept, discord.person({ place }));
    const shown = `${await total()} people`;
    await until(() => text(kept).includes(shown) && bot.log.join('').includes('can no longer be edited'));
    const tried = tries();
    await signFrom(kept, discord.person({ place }));
    const later = `${await total()} people`;
    await until(() => text(kept).includes(later));
    expect(tries()).toBe(tried);
    expect(deleted.edits).toEqual([]);
  });

  test('that the bot turns out not to reach are edited by their token while it lives', async () => {
    const card = await post();
    discord.place(card.channelId).botSees = false;
    await signFrom(card, discord.person());
    const shown = `${await total()} people`;
    await until(() => text(card).includes(shown));
    await until(() => text(card).includes('This card is not updated any more'));
    expect(card.edits).toEqual([]);
    expect(discord.requests.filter((request) => request.includes(card.channelId))).toHaveLength(1);
  });

  test('are kept current again after a restart', async () => {
    const [card, unseen] = [await post(), await post()];
    await Promise.all([untilKept(card), untilKept(unseen)]);
    await bot.stop();
    discord.place(unseen.channelId).botSees = false;
    bot = await start();
    const other = discord.person();
    await other.command('sign');
    for (let tap = 0; tap <= PRESSES_TO_NAME.sample; tap += 1) await other.press(0);
    const shown = `${await total()} people`;
    const log = () => bot.log.filter((line) => line.includes('can no longer be edited')).length;
    await until(() => text(card).includes(shown) && log() === 1);
    expect(text(unseen)).not.toContain(shown);
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
    await untilKept(card);
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
