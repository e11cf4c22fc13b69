import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buttonsOf, readingOf, readingOfBlocks } from '../../fakes/slack/messages.js';
import type { Person } from '../../fakes/slack/people.js';
import type { FakeSlack } from '../../fakes/slack/server.js';
import type { Channel } from '../../fakes/slack/workspace.js';
import { examplePetition } from '../../support/example.js';
import { createDatabase } from '../../support/postgres.js';
import { sample } from '../../transcripts/sample.js';
import { type Process, startBoth, until } from './support.js';

const EXAMPLE = 'Example: Reopen the library of Sampletown';

describe('a bot with several petitions', () => {
  let slack: FakeSlack;
  let bot: Process;
  let stop: () => Promise<void>;
  let channel: Channel;
  let everyone: Channel;
  let exampleStaff: Channel;

  beforeAll(async () => {
    ({ slack, bot, stop } = await startBoth({
      databaseUrl: await createDatabase(),
      petition: await sample(),
      others: [examplePetition()],
      staff: (fake) => {
        everyone = fake.channel({ kind: 'private', name: 'all-staff' });
        exampleStaff = fake.channel({ kind: 'private', name: 'example-staff' });
        return [everyone.id, `${exampleStaff.id}=example`];
      },
    }));
    slack.limits.on = false;
    channel = slack.channel({ botIn: false });
  });
  afterAll(() => stop());

  const words = (person: Person) => readingOf(person.screen().data).text;
  const counts = () => Promise.all(bot.campaigns.map(({ ledger }) => ledger.counted()));

  async function signs(person: Person): Promise<void> {
    for (let presses = 0; !words(person).includes('Your signature is recorded'); presses += 1) {
      if (presses === 10) throw new Error(`no way from ${words(person)}`);
      await person.press(0);
    }
  }

  test('lists the petitions, and opens the chosen one', async () => {
    const amina = slack.person();
    await amina.command(channel, '/petition', 'list');
    expect(words(amina)).toContain('Choose a petition');
    await amina.press('Example');
    await signs(amina);
    expect(await counts()).toEqual([0, 1]);
    // Staff may sign too.
    await amina.command(everyone, '/petition', 'list');
    expect(words(amina)).toContain('You have signed this petition.');
  });

  test('takes the name of a petition after a command', async () => {
    const amina = slack.person();
    await amina.command(channel, '/petition', 'total example');
    expect(words(amina)).toContain(EXAMPLE);
    await amina.command(channel, '/petition', 'sign sample');
    expect(words(amina)).not.toContain('Sampletown');
  });

  test("posts a petition's card, whose button leads to it", async () => {
    const here = slack.channel({ botIn: true });
    const amina = slack.person();
    await amina.command(here, '/petition', 'share example');
    await amina.press('Post');
    const [card] = slack.messages.inChannel(here.id);
    if (card === undefined) throw new Error('no card was posted');
    expect(readingOf(card.data).text).toContain(EXAMPLE);
    const reader = slack.person();
    await reader.press(0, card);
    expect(words(reader)).toContain(EXAMPLE);
  });

  test('shows all petitions in the Home tab, each with its button', async () => {
    const amina = slack.person();
    await amina.opensHome();
    const blocks = amina.home?.data.blocks ?? [];
    expect(readingOfBlocks(blocks).text).toContain(EXAMPLE);
    expect(buttonsOf(blocks).filter(({ label }) => label === 'Read and sign')).toHaveLength(2);
    await amina.pressHome(1);
    expect(words(amina)).toContain(EXAMPLE);
  });

  test.each(['card:sign:en:0123456789ab:gone', 'home:sign:en:*'])(
    'leads to the list by %s',
    async (value) => {
      const here = slack.channel({ botIn: true });
      const amina = slack.person();
      await amina.command(here, '/petition', 'share example');
      await amina.press('Post');
      const [card] = slack.messages.inChannel(here.id);
      if (card === undefined) throw new Error('no card was posted');
      const before = readingOf(card.data).text;
      await amina.pressCode({ actionId: 'button-0', value }, card);
      expect(words(amina)).toContain('Choose a petition');
      expect(readingOf(slack.messages.inChannel(here.id)[0]?.data ?? card.data).text).toBe(before);
    },
  );

  test('answers staff of one petition about that one, and asks staff of all which they mean', async () => {
    const member = slack.person();
    await member.command(exampleStaff, '/petition', 'total');
    expect(words(member)).toMatch(/The total: \d/);
    expect(words(member)).not.toContain(EXAMPLE);
    await member.command(everyone, '/petition', 'total');
    expect(words(member)).toContain('add --petition and its name (sample, example)');
    await member.command(everyone, '/petition', 'total --petition example');
    expect(words(member)).toContain(EXAMPLE);
    await member.command(exampleStaff, '/petition', 'total --petition sample');
    expect(words(member)).toContain('add --petition and its name (example)');
  });

  test('pauses the petition that a channel for all names, and no other', async () => {
    const member = slack.person();
    await member.command(everyone, '/petition', 'pause --petition example');
    await member.press(0);
    await until(async () => (await bot.campaigns[1]?.ledger.campaign())?.paused === true);
    expect((await bot.campaigns[0]?.ledger.campaign())?.paused).toBe(false);
    await member.command(everyone, '/petition', 'resume --petition example');
    await member.press(0);
    await until(async () => (await bot.campaigns[1]?.ledger.campaign())?.paused === false);
  });
});
