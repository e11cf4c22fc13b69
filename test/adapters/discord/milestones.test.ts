import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createMilestones, milestoneAt } from '../../../adapters/discord/milestones.js';
import { botRequests, connections } from '../../../adapters/discord/rest.js';
import { createServerCounts } from '../../../adapters/discord/server-counts.js';
import type { Action } from '../../../src/conversation/event.js';
import { BAD_GATEWAY, tooMany } from '../../fakes/discord/faults.js';
import { buttonsOf, readingOf, type StoredMessage } from '../../fakes/discord/messages.js';
import type { Place } from '../../fakes/discord/people.js';
import { type FakeDiscord, startDiscord } from '../../fakes/discord/server.js';
import { createDatabase } from '../../support/postgres.js';
import { PRESSES_TO_NAME } from '../../support/walk.js';
import { sample } from '../../transcripts/sample.js';
import { openGround } from '../ground.js';
import { type Process, startProcess, until } from './support.js';

const ONCE = { cooldown: 0, most: 1_000, within: 1_000 };

describe('milestone posts in a server', async () => {
  const petition = await sample();
  let databaseUrl: string;
  let discord: FakeDiscord;
  let bot: Process;

  beforeAll(async () => {
    databaseUrl = await createDatabase();
    discord = await startDiscord();
    bot = await start();
  });
  afterAll(async () => {
    await bot.stop();
    await discord.stop();
  });

  async function start(): Promise<Process> {
    const pace = { milestones: 20, allowances: { person: ONCE, server: ONCE } };
    const started = await startProcess({ discord, databaseUrl, petition, pace });
    await until(() => started.adapter.health().ok && discord.gateway.connected === 1);
    return started;
  }

  async function switched(place: Place, to: 'on' | 'off', manages = true): Promise<string> {
    const person = discord.person({ place, manages });
    await person.slash('petition-milestones', to);
    return person.text;
  }

  /** People sign through the server, past Discord: what counts here is where they came from. */
  async function sign(place: Place, people: number): Promise<void> {
    await Promise.all(Array.from({ length: people }, () => signOnce(place)));
  }

  async function signOnce(place: Place): Promise<void> {
    const source = bot.campaign.sources.mint('discord', place.guildId ?? '');
    const person = { channel: 'discord', tenant: '', id: discord.person().id };
    let code = '';
    const take = (id: number, action: Action) =>
      bot.campaign.conductor.handle(person, { id: String(id), action }, async ([screen]) => {
        const [first] = screen?.buttons ?? [];
        if (first?.kind === 'press') code = first.code;
      });
    await take(0, { kind: 'command', command: 'sign', source });
    for (let step = 1; step <= PRESSES_TO_NAME.sample + 1; step += 1)
      await take(step, { kind: 'press', code });
  }

  const posts = (place: Place) => discord.messages.inChannel(place.channelId);
  const text = (post: StoredMessage | undefined) => (post === undefined ? '' : readingOf(post.data).text);
  const untilPosted = (place: Place, words: string) =>
    until(() => posts(place).some((post) => text(post).includes(words)));
  /** Resolves when what was there before has certainly been looked at: servers are looked at in their order. */
  async function looks(): Promise<void> {
    const last = discord.server();
    await switched(last, 'on');
    await sign(last, 10);
    await untilPosted(last, '10 people');
  }

  test('are off until a member who manages the server switches them on', async () => {
    const place = discord.server();
    await sign(place, 10);
    expect(await switched(place, 'on', false)).toContain('Only members who may manage this server');
    await looks();
    expect(posts(place)).toEqual([]);
  });

  test('come in tens, from ten on, tell no name, and stop when they are switched off', async () => {
    const place = discord.server();
    expect(await switched(place, 'on')).toMatch(/The bot will post here.*\/petition-milestones off/);
    await sign(place, 9);
    await looks();
    expect(posts(place)).toEqual([]);
    await sign(place, 3);
    await untilPosted(place, '10 people have signed through this server.');
    const [post] = posts(place);
    expect(text(post)).toBe('10 people have signed through this server.\nOpen the well again');
    expect(buttonsOf(post?.data ?? {}).map(({ label }) => label)).toEqual(['Read and sign']);
    expect(discord.messages.ringing()).toEqual([]);
    await looks();
    expect(posts(place)).toHaveLength(1);
    expect(await switched(place, 'off')).toContain('no such posts');
    await sign(place, 10);
    await looks();
    expect(posts(place)).toHaveLength(1);
  });

  test('say nothing of what was there before, are in the chosen language, and go on after a restart', async () => {
    const place = discord.server();
    await sign(place, 20);
    await discord.person({ place, manages: true }).slash('petition-milestones', 'on', { language: 'ar' });
    await looks();
    expect(posts(place)).toEqual([]);
    await bot.stop();
    bot = await start();
    await sign(place, 10);
    const said = petition.texts('ar').words.say('server-milestone', { count: 30 });
    await until(() => posts(place).length === 1);
    expect(text(posts(place)[0])).toContain(said.replace(/[\u2066-\u2069]/g, ''));
  });

  test('come once, though two processes look at the same moment', async () => {
    const place = discord.server();
    const [one, other] = [
      await openGround({ databaseUrl, petition }),
      await openGround({ databaseUrl, petition }),
    ];
    const way = connections();
    const settings = { token: discord.token, applicationId: discord.applicationId, apiRoot: discord.apiRoot };
    const rest = botRequests(settings, way);
    const [first, second] = [one, other].map(({ context }) =>
      createMilestones({
        context,
        serverCounts: createServerCounts(context),
        rest,
        connected: () => true,
        between: 1,
      }),
    );
    await first?.switchOn({ guildId: place.guildId ?? '', channelId: place.channelId, locale: 'en' });
    const end = new AbortController();
    const running = [first?.run(end.signal, () => true), second?.run(end.signal, () => true)];
    await sign(place, 10);
    await untilPosted(place, '10 people');
    await sign(place, 10);
    await untilPosted(place, '20 people');
    end.abort();
    await Promise.all(running);
    expect(posts(place)).toHaveLength(2);
    await Promise.all([one.close(), other.close(), way.close()]);
  });

  test('come once where Discord stumbles, loses its answer, or asks to wait', async () => {
    const place = discord.server();
    await switched(place, 'on');
    const route = new RegExp(`^POST /channels/${place.channelId}/messages$`);
    discord.faults.plan(route, tooMany(0.2), 1);
    discord.faults.plan(route, { kind: 'lose-answer' }, 1);
    discord.faults.plan(route, BAD_GATEWAY, 1);
    await sign(place, 10);
    await untilPosted(place, '10 people');
    await sign(place, 10);
    await untilPosted(place, '20 people');
    expect(posts(place)).toHaveLength(2);
  });

  test('are refused at once where the bot may not write, and end where it no longer may', async () => {
    const place = discord.server();
    for (const change of [{ botWrites: false }, { botSees: false, botWrites: false }]) {
      expect(await switched({ ...place, ...change }, 'on')).toContain(
        'The bot may not write in this channel',
      );
    }
    await sign(place, 10);
    await looks();
    expect(posts(place)).toEqual([]);
    expect(await switched(place, 'on')).toContain('The bot will post here');
    discord.place(place.channelId).botWrites = false;
    await sign(place, 10);
    await until(() => bot.log.join('').includes('milestone posts are switched off'));
    discord.place(place.channelId).botWrites = true;
    await sign(place, 10);
    await looks();
    expect(posts(place)).toEqual([]);
  });
});

describe('the milestones', () => {
  test('are multiples of ten: none below ten, every ten to a hundred, then fewer', () => {
    expect([0, 1, 9, 10, 19, 99, 100, 149, 150, 251, 999, 1_000, 1_499, 12_345].map(milestoneAt)).toEqual([
      0, 0, 0, 10, 10, 90, 100, 100, 150, 250, 950, 1_000, 1_000, 10_000,
    ]);
  });
});
