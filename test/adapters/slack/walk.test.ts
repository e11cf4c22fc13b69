import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Conductor } from '../../../src/channel/adapter.js';
import { buttonsOf, readingOf } from '../../fakes/slack/messages.js';
import type { Person } from '../../fakes/slack/people.js';
import type { FakeSlack } from '../../fakes/slack/server.js';
import type { Channel } from '../../fakes/slack/workspace.js';
import { day } from '../../support/day.js';
import { createDatabase } from '../../support/postgres.js';
import { PRESSES_TO_NAME } from '../../support/walk.js';
import { sample } from '../../transcripts/sample.js';
import { MODES, type Process, startBoth, until } from './support.js';

const labels = (person: Person) => buttonsOf(person.screen().data.blocks).map(({ label }) => label);
const words = (person: Person) => readingOf(person.screen().data).text;

describe.for(MODES)('signing on Slack by %s', async (mode) => {
  const petition = await sample();
  /** How long the conversation takes, in milliseconds. */
  let slowness = 0;
  let slack: FakeSlack;
  let bot: Process;
  let stop: () => Promise<void>;
  let channel: Channel;

  beforeAll(async () => {
    const slow = (conductor: Conductor): Conductor => ({
      handle: async (...given) => {
        await wait(slowness);
        return conductor.handle(...given);
      },
    });
    const databaseUrl = await createDatabase();
    ({ slack, bot, stop } = await startBoth({
      databaseUrl,
      petition,
      mode,
      before: slow,
      fake: { deadlineMs: 1_000 },
    }));
    channel = slack.channel({ botIn: false });
  });
  afterAll(async () => {
    await stop();
  });

  const counted = () => bot.campaign.ledger.counted();
  const person = (handle?: string) => slack.person(handle === undefined ? {} : { handle });

  test('takes eight taps on one message that nobody else sees, and pings nobody', async () => {
    const amina = person();
    const kinds = [(await amina.command(channel, '/petition', 'sign')).kind];
    for (let tap = 0; tap <= PRESSES_TO_NAME.sample; tap += 1) kinds.push((await amina.press(0)).kind);
    expect(kinds).toEqual(Array(PRESSES_TO_NAME.sample + 2).fill('message'));
    expect(words(amina)).toContain('Thank you');
    expect(amina.screens).toHaveLength(1);
    expect(slack.messages.inChannel(channel.id)).toEqual([]);
    expect(slack.messages.ringing()).toEqual([]);
  });

  test('begins with the command alone, and offers every language in the first message', async () => {
    const amina = person();
    await amina.command(channel, '/petition');
    expect(words(amina)).toContain(petition.texts('en').headline);
    expect(labels(amina)).toContain('العربية');
    await amina.press('العربية');
    expect(words(amina)).toContain(petition.texts('ar').headline);
  });

  test.for(['<!channel>', '<@U1>', '<https://x.example|y>', '&amp; <b>', '*Amina* _H_'])(
    'the name %s is written and signed with as it is, or refused',
    async (name) => {
      const amina = person('amina');
      await amina.command(channel, '/petition', 'sign');
      for (let tap = 0; tap < PRESSES_TO_NAME.sample; tap += 1) await amina.press(0);
      const [, , form = ''] = labels(amina);
      await amina.press(form);
      await amina.submit(`${name} H`);
      if (/:\/\/|@/.test(name)) {
        expect(words(amina)).not.toContain(name);
        return;
      }
      expect(words(amina)).toContain(`${name} H`);
      expect(JSON.stringify(amina.screen().data)).not.toMatch(/<[!@h]/);
      await amina.press(0);
      expect(words(amina)).toContain('Thank you');
      expect(slack.messages.ringing()).toEqual([]);
    },
  );

  test('is acknowledged in time however slow the store is, and the answer comes when it is there', async () => {
    const amina = person();
    slowness = 1_500;
    try {
      expect((await amina.command(channel, '/petition', 'sign')).kind).toBe('message');
      expect((await amina.press(0)).kind).toBe('message');
    } finally {
      slowness = 0;
    }
  });

  test('the form opens without waiting for the store', async () => {
    const amina = person();
    await amina.command(channel, '/petition', 'sign');
    for (let tap = 0; tap < PRESSES_TO_NAME.sample; tap += 1) await amina.press(0);
    slowness = 5_000;
    const opened = await amina.press(2);
    slowness = 0;
    expect(opened.kind).toBe('modal');
    await amina.submit('Amina');
    expect(words(amina)).toContain('Amina');
  });

  test('an answer whose address is too old goes into the direct message', async () => {
    const amina = person();
    await amina.command(channel, '/petition', 'sign');
    for (let tap = 0; tap < PRESSES_TO_NAME.sample; tap += 1) await amina.press(0);
    await amina.press(2);
    slack.pass({ minutes: 31 });
    const answer = await amina.submit('Amina');
    if (answer.kind !== 'message') throw new Error(answer.kind);
    expect(answer.message.channelId).toBe(amina.direct.id);
    expect(words(amina)).toContain('Amina');
    await amina.press(0);
    expect(words(amina)).toContain('Thank you');
  });

  test("somebody else's button is answered with the presser's own place", async () => {
    const [amina, other] = [person(), person()];
    await amina.command(channel, '/petition', 'sign');
    for (let tap = 0; tap < PRESSES_TO_NAME.sample; tap += 1) await amina.press(0);
    const [stolen] = buttonsOf(amina.screen().data.blocks);
    await other.command(channel, '/petition', 'sign');
    const before = await counted();
    if (stolen === undefined) throw new Error('no button');
    await other.pressCode(stolen);
    expect(words(other)).toContain('belongs to an earlier message');
    expect(await counted()).toBe(before);
  });

  test.for([
    'x',
    'card:',
    'card:sign:xx',
    'home:sign:',
    'staff:confirm:abc',
    '\u0000',
    '{"a":1}',
    'é'.repeat(900),
  ])('the made-up button code %j is answered', async (value) => {
    const amina = person();
    await amina.command(channel, '/petition', 'sign');
    expect((await amina.pressCode({ actionId: 'button-0', value })).kind).toBe('message');
  });

  test.for(['nonsense', 'total 5', 'sign me up please', '<!channel>', '--help', 'ظ', 'help me'])(
    'what makes no sense (%s) is answered with help',
    async (text) => {
      const amina = person();
      await amina.command(channel, '/petition', text);
      expect(words(amina)).toContain('/petition withdraw');
      expect(words(amina)).not.toContain('<!channel>');
    },
  );

  test.for(['الخصوصية', 'Privacy notice'])('a word of a command (%s) leads to it', async (text) => {
    const amina = person();
    await amina.command(channel, '/petition', text);
    expect(words(amina)).toContain('The privacy notice');
  });

  test('a command may be written in capitals, with space around it', async () => {
    const amina = person();
    await amina.command(channel, '/petition', '  TOTAL ');
    expect(words(amina)).toContain('have taken action');
    expect(words(amina)).toContain('▱');
  });

  test('the same tap delivered again changes nothing and is not answered again', async () => {
    const amina = person();
    await amina.command(channel, '/petition', 'sign');
    for (let tap = 0; tap < PRESSES_TO_NAME.sample; tap += 1) await amina.press(0);
    const before = await counted();
    await amina.press(0);
    const { edits } = amina.screen();
    const last = slack.deliveries.all.at(-1);
    if (last === undefined) throw new Error('nothing was delivered');
    await slack.deliveries.repeat(last, { number: 0, reason: 'timeout' });
    await amina.command(channel, '/petition', 'mydata');
    expect(await counted()).toBe(before + 1);
    expect(amina.screens.map((screen) => screen.edits)).toContain(edits);
  });

  describe('a card', () => {
    async function post(from: Person) {
      await from.command(channel, '/petition', 'share');
      const answer = await from.press('Post a card');
      if (answer.kind !== 'message') throw new Error(answer.kind);
      return answer.message;
    }

    test('is posted for all to see, where its poster asks for it', async () => {
      const card = await post(person());
      expect(card.seenBy).toBeNull();
      expect(readingOf(card.data).text).toContain(petition.texts('en').headline);
      expect(readingOf(card.data).text).not.toContain('people have taken action');
      expect(readingOf(card.data).text).toContain('You can sign until the end of 31 December 2099');
    });

    test('begins a walk that only the presser sees, and leaves the card as it is', async () => {
      const card = await post(person());
      const shown = JSON.stringify(card.data);
      const amina = person();
      await amina.press(0, card);
      expect(amina.screen().seenBy).toBe(amina.id);
      for (let tap = 0; tap <= PRESSES_TO_NAME.sample; tap += 1) await amina.press(0);
      expect(words(amina)).toContain('Thank you');
      expect(JSON.stringify(card.data)).toBe(shown);
      expect(slack.messages.inChannel(channel.id).map(({ author }) => author)).not.toContain(amina.id);
    });

    test('follows the phase: a press on one that is out of date brings it up to date', async () => {
      const card = await post(person());
      await bot.campaign.ledger.changeCampaignState({ closed: day('2026-03-10') });
      const amina = person();
      await amina.press(0, card);
      expect(words(amina)).toContain('This petition is closed');
      await until(() => readingOf(card.data).text.includes('This petition is closed'));
      expect(buttonsOf(card.data.blocks).map(({ label }) => label)).toEqual(['Read the story']);
      expect(readingOf(card.data).text).not.toContain('opened again');
      const posted = await post(person());
      expect(buttonsOf(posted.data.blocks).map(({ label }) => label)).toEqual(['Read the story']);
      await bot.campaign.ledger.changeCampaignState({ closed: null });
      await amina.press(0, card);
      await until(() => readingOf(card.data).text.includes('opened again'));
      expect(buttonsOf(card.data.blocks).map(({ label }) => label)).toEqual(['Read and sign']);
    });

    test('says with the signature through which channel it came, in a code that only we can make', async () => {
      const source = bot.campaign.sources.mint('slack', channel.id);
      const { source: counts } = await bot.campaign.ledger.breakdown();
      expect(counts[source]).toBe(1);
    });

    test('is not offered in a direct message', async () => {
      const amina = person();
      await amina.command(amina.direct, '/petition', 'share');
      expect(labels(amina).join()).not.toContain('card');
    });
  });

  test('wrote no name, id or receipt into the log', () => {
    const log = bot.log.join('');
    expect(log).not.toMatch(/amina|<!channel>|xoxb|xapp/i);
    expect(log).not.toContain(channel.id);
  });
});
