import type { AdapterContext } from '../../src/channel/adapter.js';
import { readPublicTotal } from '../../src/channel/kit/public-total.js';
import { card } from './card.js';
import { deepLink } from './links.js';
import type { OnHeldBack, Outbox } from './outbox.js';
import type { Incoming } from './parse.js';

export interface GroupsOptions {
  readonly context: Pick<AdapterContext, 'petition' | 'total' | 'sources' | 'log'>;
  readonly outbox: Outbox;
}

/**
 * Answers a command in a group with a card. If a card for this group is still queued, it sends no second one.
 * @param onHeldBack called if the card has to wait
 * @throws Undelivered if Telegram could not be reached
 */
export async function answerGroup(
  { chatId, threadId, languages }: Extract<Incoming, { readonly kind: 'group-command' }>,
  username: string,
  { context, outbox }: GroupsOptions,
  onHeldBack: OnHeldBack,
): Promise<void> {
  const { petition, sources, log } = context;
  const texts = petition.texts(petition.negotiate(languages));
  const link = deepLink(username, sources.mint('telegram', String(chatId)));
  const total = await readPublicTotal(context);
  if (outbox.backlog(chatId) > 0) return;
  const post = (id: number) =>
    outbox.inChat(
      id,
      (send) =>
        send('sendMessage', {
          chat_id: id,
          ...(threadId === null ? {} : { message_thread_id: threadId }),
          ...card(petition, texts, total, link),
        }),
      { onHeldBack },
    );
  let sent = await post(chatId);
  // The group has become a supergroup since the command, and has another id.
  if (!sent.ok && sent.failure.kind === 'moved') sent = await post(sent.failure.chatId);
  if (!sent.ok && sent.failure.kind !== 'closed') {
    log.warn({ channel: 'telegram', code: sent.failure.code }, 'a card was refused');
  }
}
