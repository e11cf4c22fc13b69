import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Campaign } from '../../src/campaign.js';
import type { Adapter } from '../../src/channel/adapter.js';
import type { Petition } from '../../src/petition/petition.js';
import type { Database } from '../../src/storage/database.js';
import { until } from '../support/until.js';
import { loadTranscripts, type Participant, type Transcript } from '../transcripts/load.js';
import { type Actor, playOn } from '../transcripts/player.js';
import { sample } from '../transcripts/sample.js';
import { createWorld, petitionIn, type World } from '../transcripts/world.js';

/** A name for people on a platform where everybody has one: it can't stand under a letter, as if there were none. */
export const NAMELESS = '__';

/** A bot that runs with one adapter, and people on its platform. */
export interface Playhouse<Message> {
  readonly bot: { readonly adapter: Adapter; readonly campaign: Campaign; readonly database: Database };
  actor(name: string, participant: Participant): Actor<Message>;
  stop(): Promise<void>;
}

/**
 * What every adapter has to pass, over a real ledger and the platform's fake at the wire: all transcripts that the
 * platform can play, each in a world of its own, and what `channel/adapter.ts` says of an adapter beyond them.
 * @param options.atLeast how many transcripts there are to play
 */
export async function keepsTheContract<Message>(options: {
  readonly playable: (transcript: Transcript) => boolean;
  /** True if the platform's chat is part of a page. */
  readonly onPage?: true;
  readonly atLeast: number;
  readonly start: (petition: Petition, now: () => Date) => Promise<Playhouse<Message>>;
}): Promise<void> {
  const base = await sample();
  const transcripts = loadTranscripts().filter(
    (transcript) =>
      !transcript.engineOnly &&
      (!transcript.onPage || options.onPage === true) &&
      options.playable(transcript),
  );
  let world: World = createWorld(base);
  let house: Playhouse<Message>;
  beforeAll(async () => {
    house = await options.start(
      petitionIn(base, () => world),
      () => world.now(),
    );
  });
  afterAll(() => house.stop());

  for (const transcript of transcripts) {
    test(transcript.title, async () => {
      world = createWorld(base);
      const { campaign, database } = house.bot;
      const changed = () => campaign.ledger.changeCampaignState(world.campaign);
      await changed();
      expect(await playOn(transcript, { world, actor: house.actor, changed })).toEqual([]);
      await database.query('DELETE FROM petition_sample.signatures');
    });
  }

  test('finds most of the transcripts playable', () => {
    expect(transcripts.length).toBeGreaterThanOrEqual(options.atLeast);
  });

  const someone = (name: string) => house.actor(name, { languages: ['en'], displayName: null, page: null });

  test('says that nothing is confirmed while the store is away, and goes on after it', async () => {
    world = createWorld(base);
    const { database } = house.bot;
    const person = someone('in trouble');
    const { message: welcome } = await person.command('sign', null, null, null);
    await database.query('ALTER SCHEMA petition_sample RENAME TO away');
    const refused = await person
      .press(welcome, 0)
      .finally(() => database.query('ALTER SCHEMA away RENAME TO petition_sample'));
    expect(refused.seen.text).toContain('could not');
    const { seen } = await person.command('sign', null, null, null);
    expect(seen.text).not.toContain('could not');
  });

  test('answers many people at once, each with their own', async () => {
    world = createWorld(base);
    const people = Array.from({ length: 20 }, (_, index) => someone(`one of many ${index}`));
    const answers = await Promise.all(people.map((person) => person.command('sign', null, null, null)));
    expect(new Set(answers.map(({ seen }) => seen.text)).size).toBe(1);
    expect(answers.every(({ seen }) => seen.step === 'welcome')).toBe(true);
  });

  test('is well while it runs, knows its name, and ends in order, however often it is asked to', async () => {
    const { adapter } = house.bot;
    expect(adapter.health()).toEqual({ ok: true });
    await until(() => (adapter.unsent?.().answers ?? 0) === 0);
    expect(adapter.channel).toMatch(/^[a-z]+$/);
    const invitation = adapter.invitation('en');
    if (invitation !== null) expect(invitation.how).not.toBe('');
    if (invitation?.url) expect(new URL(invitation.url).protocol).toMatch(/^https?:$/);
    await Promise.all([adapter.stop(), adapter.stop()]);
  });
}

/** Returns the receipt of a person's signature; null if there is none. */
export async function receiptOf(
  { campaign }: { readonly campaign: Campaign },
  channel: string,
  id: string,
  tenant = '',
): Promise<string | null> {
  return (await campaign.ledger.read({ channel, tenant, id })).signature?.receipt ?? null;
}
