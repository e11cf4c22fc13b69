import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buttonsOf, readingOf, readingOfBlocks } from '../../fakes/slack/messages.js';
import type { Person } from '../../fakes/slack/people.js';
import type { FakeSlack } from '../../fakes/slack/server.js';
import { startPostgres, type TestPostgres } from '../../support/postgres.js';
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
    for (let tap = 1; tap < 9; tap += 1) await amina.press(0);
    expect(readingOf(amina.screen().data).text).toContain('Thank you');
    expect(slack.messages.inChannel(amina.direct.id)).toHaveLength(1);
  });

  test('leaves nothing in the direct message for whoever clears it after signing', async () => {
    const amina = slack.person();
    await amina.opensHome();
    await amina.pressHome(0);
    for (let tap = 1; tap < 9; tap += 1) await amina.press(0);
    void amina.press(petition.texts('en').words.say('button-clear-chat'));
    await until(() => slack.messages.inChannel(amina.direct.id).length === 0);
    const me = { channel: 'slack', tenant: slack.teamId, id: amina.id };
    expect((await bot.books.ledger.read(me)).signature).not.toBeNull();
  });

  test('asks for a name in a form there too', async () => {
    const amina = slack.person();
    await amina.opensHome();
    await amina.pressHome(0);
    for (let tap = 1; tap < 8; tap += 1) await amina.press(0);
    expect((await amina.press(2)).kind).toBe('modal');
    await amina.submit('Amina H.');
    await amina.press(0);
    expect(readingOf(amina.screen().data).text).toContain('Thank you');
    expect(slack.messages.inChannel(amina.direct.id)).toHaveLength(1);
  });

  test('is current whenever it is opened', async () => {
    const amina = slack.person();
    await amina.opensHome();
    const counted = await bot.books.ledger.counted();
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

  test('says nothing of whether its owner has signed', async () => {
    const [amina, other] = [slack.person(), slack.person()];
    await amina.opensHome();
    await amina.pressHome(0);
    for (let tap = 1; tap < 9; tap += 1) await amina.press(0);
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
      expect(words(amina)).toContain(petition.texts('en').words.say('slack-home-no-total'));
      expect(words(amina)).not.toMatch(/\d/);
    } finally {
      await postgres.start();
    }
  });
});
