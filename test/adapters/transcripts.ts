import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Books } from '../../src/books.js';
import type { Petition } from '../../src/petition/petition.js';
import type { Database } from '../../src/storage/database.js';
import { loadTranscripts, type Participant, type Transcript } from '../transcripts/load.js';
import { type Actor, playOn } from '../transcripts/player.js';
import { sample } from '../transcripts/sample.js';
import { createWorld, petitionIn, type World } from '../transcripts/world.js';

/** A name for people on a platform where everybody has one: it can't stand under a letter, as if there were none. */
export const NAMELESS = '__';

/** A bot that runs, with people on its platform. */
export interface Playhouse<Message> {
  readonly bot: { readonly books: Books; readonly database: Database };
  actor(name: string, participant: Participant): Actor<Message>;
  stop(): Promise<void>;
}

/**
 * Plays all transcripts that a platform can play, each as a test and in a world of its own, through one bot over a
 * real ledger.
 * @param options.atLeast how many there are
 */
export async function playEach<Message>(options: {
  readonly playable: (transcript: Transcript) => boolean;
  readonly atLeast: number;
  readonly start: (petition: Petition, now: () => Date) => Promise<Playhouse<Message>>;
}): Promise<void> {
  const base = await sample();
  const transcripts = loadTranscripts().filter(
    (transcript) => !transcript.engineOnly && options.playable(transcript),
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
      const { books, database } = house.bot;
      const changed = () => books.ledger.changeCampaign(world.campaign);
      await changed();
      expect(await playOn(transcript, { world, actor: house.actor, changed })).toEqual([]);
      await database.query('DELETE FROM petition_sample.signatures');
    });
  }

  test('finds most of the transcripts playable', () => {
    expect(transcripts.length).toBeGreaterThanOrEqual(options.atLeast);
  });
}

/** Gives the receipt of somebody's signature; null where they have none. */
export async function receiptOf(
  { books }: { readonly books: Books },
  channel: string,
  id: string,
  tenant = '',
): Promise<string | null> {
  return (await books.ledger.read({ channel, tenant, id })).signature?.receipt ?? null;
}
