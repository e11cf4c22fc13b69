import { z } from 'zod';
import type { AdapterContext } from '../../src/channel/adapter.js';
import { type Face, readFaces } from '../../src/channel/kit/card-face.js';
import { createKeptCards } from '../../src/channel/kit/kept-cards.js';
import type { Outbox } from './outbox.js';
import { cardIn } from './place-card.js';

/** A card in a group. */
export interface GroupCard {
  /** The petition's name. Cards of earlier versions have none. */
  readonly petition?: string;
  readonly chatId: number;
  readonly messageId: number;
  readonly locale: string;
  /** What it says besides its total: see `faceOf`. */
  readonly face: string;
}

/** The cards in groups. When signing closes or opens again, or the letter is delivered, their text must change. */
export interface GroupCards {
  /** Remembers a card that was just posted. */
  posted(card: GroupCard): void;
  /** Edits the cards that are out of date. Only one process may do this at a time. Never rejects. */
  bringUpToDate(username: string, isHeld: () => boolean, signal: AbortSignal): Promise<void>;
  /** Saves what is not saved yet. Never rejects. */
  settle(): Promise<void>;
}

/** The name of the stored list. */
const MEMORY = 'telegram-cards';

const schema = z.object({
  petition: z.string().exactOptional(),
  chatId: z.int(),
  messageId: z.int(),
  locale: z.string(),
  face: z.string(),
});

export function createGroupCards({
  context,
  outbox,
}: {
  readonly context: Pick<AdapterContext, 'petitions' | 'memory' | 'log'>;
  readonly outbox: Pick<Outbox, 'inChat'>;
}): GroupCards {
  const { petitions, memory, log } = context;
  const cards = createKeptCards<GroupCard>({
    memory,
    name: MEMORY,
    schema,
    placeOf: ({ chatId }) => chatId,
    keyOf: ({ chatId, messageId }) => `${chatId} ${messageId}`,
    log: log.child({ channel: 'telegram' }),
  });

  /**
   * Edits one card. @returns whether to keep it in the list; null if its chat has to wait for long. @throws Undelivered
   */
  async function edit(
    { chatId, messageId, locale }: GroupCard,
    { served, status }: Face,
    username: string,
  ): Promise<boolean | null> {
    const shown = await cardIn({ chatId, locale, username }, served, status, context);
    const sent = await outbox.inChat(
      chatId,
      (send) =>
        send('editMessageText', {
          chat_id: chatId,
          message_id: messageId,
          ...shown,
        }),
      { unasked: true },
    );
    if (sent.ok || sent.failure.kind === 'settled') return true;
    if (sent.failure.kind === 'limited') return null;
    log.info({ channel: 'telegram', code: sent.failure.code }, 'a card can no longer be edited');
    return false;
  }

  return {
    posted: cards.posted,
    bringUpToDate: (username, isHeld, signal) =>
      cards.bringUpToDate(
        () => readFaces(petitions),
        (card, face) => edit(card, face, username),
        isHeld,
        signal,
      ),
    settle: cards.settle,
  };
}
