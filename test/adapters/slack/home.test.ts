import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { CampaignState, Petition } from '../../../src/petition/petition.js';
import { paragraph } from '../../../src/petition/rich-text.js';
import { buttonsOf, readingOf, readingOfBlocks } from '../../fakes/slack/messages.js';
import type { Person } from '../../fakes/slack/people.js';
import type { FakeSlack } from '../../fakes/slack/server.js';
import { day } from '../../support/day.js';
import { createDatabase, startPostgres, type TestPostgres } from '../../support/postgres.js';
import { PRESSES_TO_NAME } from '../../support/walk.js';
import { sample } from '../../transcripts/sample.js';
import { MODES, type Process, startBoth, until } from './support.js';

describe.for(MODES)('the Home tab by %s', async (mode) => {
  const petition = await sample();
  let postgres: TestPostgres;
  let slack: FakeSlack;
  let bot: Process;
  let stop: () => Promise<void>;

  beforeAll(async () => {
    postgres = await startPostgres();
    ({ slack, bot, stop } = await startBoth({
      databaseUrl: await postgres.createDatabase(),
      petition,
      mode,
    }));
  });
  afterAll(async () => {
    await stop();
    await postgres.remove();
  });

  const words = (person: Person) => readingOfBlocks(person.home?.data.blocks ?? []).text;
  const labels = (person: Person) => buttonsOf(person.home?.data.blocks ?? []).map(({ label }) => label);

  test('shows the petition, the total and the way to the next goal', async () => {
    const amina = slack.person();
    expect((await amina.opensHome()).kind).toBe('home');
    expect(words(amina)).toContain(petition.texts('en').headline);
    expect(words(amina)).toContain('100 people have taken action');
    expect(words(amina)).toContain('▰▰▰▰▰▰▱▱▱▱▱▱ 50%');
    expect(labels(amina)).toEqual([petition.texts('en').words.say('button-begin'), 'العربية']);
  });

  test('leads to a walk in the direct message, which moves on one message', async () => {
    const amina = slack.person();
    await amina.opensHome();
    const answer = await amina.pressHome(0);
    if (answer.kind !== 'message') throw new Error(answer.kind);
    expect(answer.message.channelId).toBe(amina.direct.id);
    for (let tap = 0; tap <= PRESSES_TO_NAME.sample; tap += 1) await amina.press(0);
    expect(readingOf(amina.screen().data).text).toContain('Thank you');
    expect(slack.messages.inChannel(amina.direct.id)).toHaveLength(1);
  });

  test('leaves nothing in the direct message for whoever clears it after signing', async () => {
    const amina = slack.person();
    await amina.opensHome();
    await amina.pressHome(0);
    for (let tap = 0; tap <= PRESSES_TO_NAME.sample; tap += 1) await amina.press(0);
    void amina.press(petition.texts('en').words.say('button-clear-chat'));
    await until(() => slack.messages.inChannel(amina.direct.id).length === 0);
    const me = { channel: 'slack', tenant: slack.teamId, id: amina.id };
    expect((await bot.campaign.ledger.read(me)).signature).not.toBeNull();
  });

  test('asks for a name in a form there too', async () => {
    const amina = slack.person();
    await amina.opensHome();
    await amina.pressHome(0);
    for (let tap = 0; tap < PRESSES_TO_NAME.sample; tap += 1) await amina.press(0);
    expect((await amina.press(2)).kind).toBe('modal');
    await amina.submit('Amina H.');
    await amina.press(0);
    expect(readingOf(amina.screen().data).text).toContain('Thank you');
    expect(slack.messages.inChannel(amina.direct.id)).toHaveLength(1);
  });

  test('is current whenever it is opened', async () => {
    const amina = slack.person();
    await amina.opensHome();
    const counted = await bot.campaign.ledger.counted();
    expect(words(amina)).toContain(`${100 + counted} people have taken action`);
  });

  test('speaks another language when asked to, and so does the walk that it leads to', async () => {
    const amina = slack.person();
    await amina.opensHome();
    expect((await amina.pressHome('العربية')).kind).toBe('home');
    expect(words(amina)).toContain(petition.texts('ar').headline);
    expect(labels(amina)).toContain('English');
    await amina.pressHome(0);
    expect(readingOf(amina.screen().data).text).toContain(petition.texts('ar').headline);
  });

  test('follows the phase when it is opened: no goal, no call to sign, and what became of it', async () => {
    const amina = slack.person();
    const { words: say } = petition.texts('en');
    const now = (change: Partial<CampaignState>) => bot.campaign.ledger.changeCampaignState(change);
    await now({ paused: true });
    await amina.opensHome();
    expect(words(amina)).toContain(say.say('paused-notice'));
    expect(words(amina)).not.toContain('next goal');
    expect(labels(amina)).toEqual([say.say('button-story'), 'العربية']);
    await now({ paused: false, delivered: day('2026-03-10') });
    await amina.opensHome();
    expect(words(amina)).toContain('This petition is closed');
    expect(words(amina)).toContain('The letter was handed over on 10 March 2026');
    expect(words(amina)).not.toMatch(/next goal|so far|opened again|You can sign/);
    expect(labels(amina)).toEqual([say.say('button-story'), 'العربية']);
    await now({ delivered: null });
  });

  test('says nothing of whether its owner has signed', async () => {
    const [amina, other] = [slack.person(), slack.person()];
    await amina.opensHome();
    await amina.pressHome(0);
    for (let tap = 0; tap <= PRESSES_TO_NAME.sample; tap += 1) await amina.press(0);
    await amina.opensHome();
    await other.opensHome();
    expect(words(amina)).toBe(words(other));
  });

  test('is published once more when Slack tells of its opening once more, and nothing else happens', async () => {
    const amina = slack.person();
    await amina.opensHome();
    const last = slack.deliveries.all.at(-1);
    if (last === undefined) throw new Error('nothing was delivered');
    const { published } = slack.views;
    await slack.deliveries.repeat(last, { number: 0, reason: 'timeout' });
    await until(() => slack.views.published === published + 1);
    expect(amina.screens).toEqual([]);
  });

  test('says so where the total cannot be read', async () => {
    const amina = slack.person();
    await postgres.stop();
    try {
      await amina.opensHome();
      expect(words(amina)).toContain(petition.texts('en').words.say('home-no-total'));
      expect(words(amina)).not.toContain('people have taken action');
    } finally {
      await postgres.start();
    }
  });
});

/** The sample, with a first page of its story that is too long for one message. */
async function withLongStory(): Promise<Petition> {
  const petition = await sample();
  const long = Array(8).fill(paragraph('A long story. '.repeat(200)));
  return {
    ...petition,
    texts(locale) {
      const texts = petition.texts(locale);
      const [first, ...others] = texts.story;
      return first === undefined ? texts : { ...texts, story: [{ ...first, blocks: long }, ...others] };
    },
  };
}

describe('a walk in the direct message', async () => {
  const petition = await withLongStory();
  let slack: FakeSlack;
  let stop: () => Promise<void>;

  beforeAll(async () => {
    ({ slack, stop } = await startBoth({ databaseUrl: await createDatabase(), petition }));
  });
  afterAll(async () => {
    await stop();
  });

  const lasting = (person: Person) => slack.messages.inChannel(person.direct.id);
  async function begins(): Promise<Person> {
    const person = slack.person();
    await person.opensHome();
    await person.pressHome(0);
    return person;
  }

  test('stays when Slack is loaded anew, also where a text comes in parts', async () => {
    const amina = await begins();
    await amina.press(0);
    await until(() => amina.buttons.length > 0 && lasting(amina).length > 1);
    expect(lasting(amina).map(({ data }) => buttonsOf(data.blocks).length > 0)).toEqual([false, true]);
    for (let tap = 1; tap <= PRESSES_TO_NAME.sample; tap += 1) await amina.press(0);
    expect(amina.text).toContain('Thank you');
    expect(amina.screens.filter(({ seenBy }) => seenBy !== null)).toEqual([]);
  });

  test('stays with what is said beside it', async () => {
    const amina = await begins();
    const [stale] = amina.buttons;
    if (stale === undefined) throw new Error('no button');
    // The press that led to the present screen would be taken for a double tap.
    for (let tap = 1; tap <= 2; tap += 1) {
      await amina.press(0);
      await until(() => amina.buttons.length > 0);
    }
    await amina.pressCode(stale);
    await until(() => lasting(amina).some(({ data }) => readingOf(data).text.includes('earlier message')));
  });

  test('leaves nothing between two people, one of whom types the command there', async () => {
    const amina = slack.person();
    const between = amina.direct;
    await amina.command(between, '/petition', 'sign');
    await amina.press(0);
    await until(() => amina.buttons.length > 0 && amina.screens.length > 1);
    expect(slack.messages.inChannel(between.id)).toEqual([]);
  });
});
