import { z } from 'zod';
import type { AdapterContext } from '../../src/channel/adapter.js';
import { faceOf } from '../../src/channel/kit/card-face.js';
import { readPublicTotal } from '../../src/channel/kit/public-total.js';
import { card } from './card.js';
import type { GroupCards } from './cards.js';
import { deepLink } from './links.js';
import type { Outbox } from './outbox.js';
import type { Incoming } from './parse.js';

/** The part of Telegram's answer that we need: where the card is. */
const messageSchema = z.object({ message_id: z.int() });

export interface GroupsOptions {
  readonly context: Pick<AdapterContext, 'petition' | 'total' | 'status' | 'sources' | 'log'>;
  readonly outbox: Outbox;
  readonly cards: Pick<GroupCards, 'posted'>;
}

/**
 * Answers a command in a group with a card. If a card for this group is still queued, it sends no second one.
 * @throws Undelivered if Telegram could not be reached
 */
export async function answerGroup(
  { chatId, threadId, languages }: Extract<Incoming, { readonly kind: 'group-command' }>,
  username: string,
  { context, outbox, cards }: GroupsOptions,
): Promise<void> {
  const { petition, sources, log } = context;
  const texts = petition.texts(petition.negotiate(languages));
  const link = deepLink(username, sources.mint('telegram', String(chatId)));
  const [total, status] = await Promise.all([readPublicTotal(context), context.status.orLastKnown()]);
  if (outbox.backlog(chatId) > 0) return;
  const sent = await outbox.inChat(chatId, (send) =>
    send('sendMessage', {
      chat_id: chatId,
      ...(threadId === null ? {} : { message_thread_id: threadId }),
      ...card(petition, texts, status, total, link),
    }),
  );
  const messageId = sent.ok ? messageSchema.safeParse(sent.result).data?.message_id : undefined;
  if (messageId !== undefined) {
    cards.posted({ chatId, messageId, locale: texts.locale, face: faceOf(texts, status) });
  }
  if (!sent.ok && sent.failure.kind !== 'closed') {
    log.warn({ channel: 'telegram', code: sent.failure.code }, 'a card was refused');
  }
}
