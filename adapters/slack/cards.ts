import type { webApi } from '@slack/bolt';
import { z } from 'zod';
import type { AdapterContext } from '../../src/channel/adapter.js';
import { type Face, faceOf, readFaces } from '../../src/channel/kit/card-face.js';
import { createKeptCards } from '../../src/channel/kit/kept-cards.js';
import { pause } from '../../src/channel/kit/pause.js';
import type { ServedPetition } from '../../src/channel/served-petitions.js';
import { card } from './card.js';
import { failureOf, mayHaveArrived, mayPass } from './failure.js';
import { isDirect, type Origin } from './parse.js';
import type { Rendered } from './render.js';
import { NO_UNFURLING, respond } from './respond.js';
import { retryPatiently } from './retry.js';

/** The cards in channels. */
export interface Cards {
  /** Posts a card in the channel of a tap. */
  post(origin: Origin, served: ServedPetition, locale: string): Promise<void>;
  /** Replaces a card that somebody has just pressed, if it is out of date. */
  pressed(origin: Origin, card: PressedCard): Promise<void>;
  /** Keeps cards in step with the phase until the signal aborts. Only one process may do this. Never rejects. */
  follow(signal: AbortSignal, isHeld: () => boolean): Promise<void>;
  /** Saves what is not saved yet. Never rejects. */
  settle(): Promise<void>;
}

/** A card as its button describes it. */
export interface PressedCard {
  readonly served: ServedPetition;
  readonly locale: string;
  readonly face: string;
}

/** A card whose address we know. Cards of earlier versions name no petition. */
const schema = z.object({
  petition: z.string().exactOptional(),
  channelId: z.string(),
  ts: z.string(),
  locale: z.string(),
  face: z.string(),
});
type KnownCard = z.infer<typeof schema>;

/** The name of the stored list. */
const MEMORY = 'slack-cards';

/** Between two edits: Slack allows 50 a minute, and answers to people need the same method. */
const BETWEEN_MS = 2_000;

export interface CardsOptions {
  readonly context: Pick<AdapterContext, 'petitions' | 'memory' | 'log'>;
  readonly client: webApi.WebClient;
  /** Between two looks at the phase, in milliseconds. */
  readonly lookMs: number;
}

/**
 * Posts cards and keeps them current. Where the app is a member of the channel, it posts a card by the Web API, learns
 * the card's address and can edit it at any time. Elsewhere it posts by the response URL, and Slack tells no address: the
 * next press on the card brings it up to date.
 */
export function createCards({ context, client, lookMs }: CardsOptions): Cards {
  const { petitions, memory, log } = context;
  const nameIn = ({ petition }: ServedPetition) => (petitions.several ? petition.id : undefined);
  const cards = createKeptCards<KnownCard>({
    memory,
    name: MEMORY,
    schema,
    placeOf: ({ channelId }) => channelId,
    keyOf: ({ channelId, ts }) => `${channelId} ${ts}`,
    log,
  });

  /** Posts as a member of the channel. False if Slack does not let the app do that. */
  async function postAsMember(
    channelId: string,
    rendered: Rendered,
    known: Omit<KnownCard, 'channelId' | 'ts'>,
  ) {
    try {
      const { ts } = await retryPatiently(() =>
        client.chat.postMessage({ channel: channelId, ...rendered, ...NO_UNFURLING }),
      );
      if (ts !== undefined) cards.posted({ ...known, channelId, ts });
      return true;
    } catch (error) {
      log.info(failureOf(error), 'a card could not be posted as a member of the channel');
      return mayHaveArrived(error);
    }
  }

  async function edit(
    { channelId, ts }: KnownCard,
    { served, texts, status }: Face,
    signal: AbortSignal,
  ): Promise<boolean | null> {
    const [current] = card(texts, status, nameIn(served));
    if (current === undefined) return true;
    try {
      await retryPatiently(() => client.chat.update({ channel: channelId, ts, ...current }));
      await pause(BETWEEN_MS, signal);
      return true;
    } catch (error) {
      log.info(failureOf(error), 'a card could not be edited');
      return mayPass(error) ? null : false;
    }
  }

  return {
    async post({ channelId, responseUrl }, served, locale) {
      const texts = petitions.textsOf(served, locale);
      const now = await served.status.orLastKnown();
      const [first, ...more] = card(texts, now, nameIn(served));
      if (first === undefined) return;
      // We can't edit a card that is several messages.
      const editable = more.length === 0 && channelId !== null && !isDirect(channelId);
      const known = { petition: served.petition.id, locale: texts.locale, face: faceOf(texts, now) };
      if (editable && (await postAsMember(channelId, first, known))) return;
      if (responseUrl === null) return;
      for (const rendered of [first, ...more]) await respond(responseUrl, rendered, 'public');
    },
    async pressed({ responseUrl }, { served, locale, face }) {
      if (responseUrl === null) return;
      const texts = petitions.textsOf(served, locale);
      const now = await served.status.read().catch(() => null);
      // Without certainty, a card stays as it is.
      if (now === null) return;
      const [current, ...more] = card(texts, now, nameIn(served));
      if (faceOf(texts, now) === face || current === undefined || more.length > 0) return;
      await respond(responseUrl, current, 'replace');
    },
    async follow(signal, isHeld) {
      while (!signal.aborted) {
        await cards.bringUpToDate(
          () => readFaces(petitions),
          (known, face) => edit(known, face, signal),
          isHeld,
          signal,
        );
        await pause(lookMs, signal);
      }
    },
    settle: cards.settle,
  };
}
