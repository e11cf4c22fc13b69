import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createCourier } from '../../../adapters/discord/courier.js';
import { announcement } from '../../../src/conversation/announcement.js';
import type { Petition } from '../../../src/petition/petition.js';
import { paragraph } from '../../../src/petition/rich-text.js';
import { tooMany } from '../../fakes/discord/faults.js';
import { buttonsOf, readingOf, type StoredMessage } from '../../fakes/discord/messages.js';
import type { Person } from '../../fakes/discord/people.js';
import type { FakeDiscord } from '../../fakes/discord/server.js';
import { createDatabase } from '../../support/postgres.js';
import { tellAll } from '../../support/updates.js';
import { PRESSES_TO_NAME } from '../../support/walk.js';
import { sample } from '../../transcripts/sample.js';
import { type Process, startBoth } from './support.js';

describe('updates on Discord', () => {
  let discord: FakeDiscord;
  let bot: Process;
  let stop: () => Promise<void>;
  beforeEach(async () => {
    const databaseUrl = await createDatabase();
    ({ discord, bot, stop } = await startBoth({ databaseUrl, petition: await sample() }));
  });
  afterEach(() => stop());

  /** Asks for updates after signing. */
  async function subscribe(person: Person): Promise<void> {
    await person.command('sign');
    for (let press = 0; press <= PRESSES_TO_NAME.sample; press += 1) await person.press(0);
    await person.press('Tell me how it goes');
    await person.press('Yes, write to me here');
  }

  function courierOf(petition: Petition) {
    const { token, applicationId, apiRoot } = discord;
    const { signal } = new AbortController();
    return createCourier(
      { token, applicationId, apiRoot },
      { petition, signal },
      { between: 1, tooFast: 50 },
    );
  }

  async function tell(news: string) {
    const petition = await sample();
    const courier = courierOf(petition);
    const told = await tellAll(bot.campaign.ledger, petition, { discord: courier }, news);
    await courier.close();
    return told;
  }

  const contacts = () => bot.database.query('SELECT key FROM petition_sample.contacts');

  function only(person: Person): StoredMessage {
    const [message, ...others] = person.inbox;
    if (message === undefined || others.length > 0) throw new Error('one message was expected');
    return message;
  }

  test('come as a direct message, with the command as it is typed there', async () => {
    const person = discord.person();
    await subscribe(person);
    expect(await tell('The well is open.')).toMatchObject({ sent: 1 });
    const { data } = only(person);
    expect(readingOf(data).text).toContain('The well is open.');
    expect(readingOf(data).text).toContain('/petition stop');
    expect(buttonsOf(data).map(({ label }) => label)).toEqual(['To the petition', 'No more updates']);
    expect(discord.messages.ringing()).toEqual([]);
  });

  test('are stopped by the button below an old one, in private, and the message stays', async () => {
    const person = discord.person();
    await subscribe(person);
    await tell('First.');
    const first = only(person);
    await person.command('total');
    await person.press('No more updates', first);
    expect(person.text).toContain('You get no more updates.');
    expect(await contacts()).toEqual([]);
    expect(only(person).edits).toEqual([]);
    expect(await tell('Second.')).toMatchObject({ sent: 0 });
    await person.press('To the petition', first);
    expect(person.text).toContain('Thank you');
  });

  test('wait where conversations are opened too fast, and come once', async () => {
    const person = discord.person();
    await subscribe(person);
    discord.faults.plan(/POST \/users\/@me\/channels/, {
      kind: 'status',
      status: 400,
      body: { code: 40003, message: 'You are opening direct messages too fast.' },
    });
    expect(await tell('News.')).toMatchObject({ sent: 1 });
    expect(person.inbox).toHaveLength(1);
  });

  test('are claimed right before each request, and given back while Discord asks to wait', async () => {
    const petition = await sample();
    const courier = courierOf(petition);
    const person = discord.person();
    discord.faults.plan(/POST \/channels\/\d+\/messages/, tooMany(1));
    const steps: string[] = [];
    const claim = {
      async take() {
        steps.push('taken');
        // Meanwhile they have stopped the updates.
        return steps.length === 1;
      },
      async giveBack() {
        steps.push('given back');
      },
    };
    const message = announcement(petition, 'en', [paragraph('News.')], 'k3Xp_a');
    const delivery = await courier.deliver({ channel: 'discord', tenant: '', id: person.id }, message, claim);
    await courier.close();
    expect(delivery).toEqual({ kind: 'skipped' });
    expect(steps).toEqual(['taken', 'given back', 'taken']);
    expect(person.inbox).toEqual([]);
  });

  test('that could not even be addressed are certainly not sent, and can be tried again', async () => {
    const person = discord.person();
    await subscribe(person);
    discord.faults.plan(/POST \/users\/@me\/channels/, { kind: 'drop' });
    expect(await tell('News.')).toMatchObject({ sent: 0, unsent: 1, unknown: 0 });
    expect(await tell('News.')).toMatchObject({ sent: 1 });
    expect(person.inbox).toHaveLength(1);
  });
});
