import { z } from 'zod';
import type { AdapterContext } from '../../src/channel/adapter.js';
import { faceOf } from '../../src/channel/kit/card-face.js';
import { readPublicTotal } from '../../src/channel/kit/public-total.js';
import { card } from './card.js';
import type { GroupCards } from './cards.js';
import { deepLink } from './links.js';
import type { OnHeldBack, Outbox } from './outbox.js';
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
 * @param onHeldBack called if the card has to wait
 * @throws Undelivered if Telegram could not be reached
 */
export async function answerGroup(
  { chatId, threadId, languages }: Extract<Incoming, { readonly kind: 'group-command' }>,
  username: string,
  { context, outbox, cards }: GroupsOptions,
  onHeldBack: OnHeldBack,
): Promise<void> {
  const { petition, sources, log } = context;
  const texts = petition.texts(petition.negotiate(languages));
  const link = deepLink(username, sources.mint('telegram', String(chatId)));
  const [total, status] = await Promise.all([readPublicTotal(context), context.status.orLastKnown()]);
  if (outbox.backlog(chatId) > 0) return;
  const post = (id: number) =>
    outbox.inChat(
      id,
      (send) =>
        send('sendMessage', {
          chat_id: id,
          ...(threadId === null ? {} : { message_thread_id: threadId }),
          ...card(petition, texts, status, total, link),
        }),
      { onHeldBack },
    );
  let postedIn = chatId;
  let sent = await post(chatId);
  if (!sent.ok && sent.failure.kind === 'moved') {
    // The group has become a supergroup since the command, and has another id.
    postedIn = sent.failure.chatId;
    sent = await post(postedIn);
  }
  const messageId = sent.ok ? messageSchema.safeParse(sent.result).data?.message_id : undefined;
  if (messageId !== undefined) {
    cards.posted({ chatId: postedIn, messageId, locale: texts.locale, face: faceOf(texts, status) });
  }
  if (!sent.ok && sent.failure.kind !== 'closed') {
    log.warn({ channel: 'telegram', code: sent.failure.code }, 'a card was refused');
  }
}
