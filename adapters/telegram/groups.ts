import { z } from 'zod';
import type { AdapterContext } from '../../src/channel/adapter.js';
import { faceOf } from '../../src/channel/kit/card-face.js';
import type { ServedPetition } from '../../src/channel/served-petitions.js';
import type { GroupCards } from './cards.js';
import type { OnHeldBack, Outbox } from './outbox.js';
import type { Incoming } from './parse.js';
import { cardIn, listCardIn } from './place-card.js';

/** The part of Telegram's answer that we need: where the card is. */
const messageSchema = z.object({ message_id: z.int() });

export interface GroupsOptions {
  readonly context: Pick<AdapterContext, 'petitions' | 'log'>;
  readonly outbox: Outbox;
  readonly cards: Pick<GroupCards, 'posted'>;
}

/**
 * Answers a command in a group with a card. If a card for this group is still queued, it sends no second one.
 * @param onHeldBack called if the card has to wait
 * @throws Undelivered if Telegram could not be reached
 */
export async function answerGroup(
  { chatId, threadId, languages, argument }: Extract<Incoming, { readonly kind: 'group-command' }>,
  username: string,
  { context, outbox, cards }: GroupsOptions,
  onHeldBack: OnHeldBack,
): Promise<void> {
  const { petitions, log } = context;
  const named = petitions.named(argument);
  const served = named ?? petitions.all[0];
  const content =
    named === null && petitions.several
      ? {
          rendered: listCardIn({ chatId, locale: petitions.negotiate(languages), username }, petitions),
          kept: null,
        }
      : await cardOf(served);
  if (outbox.backlog(chatId) > 0) return;
  const post = (id: number) =>
    outbox.inChat(
      id,
      (send) =>
        send('sendMessage', {
          chat_id: id,
          ...(threadId === null ? {} : { message_thread_id: threadId }),
          ...content.rendered,
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
  if (messageId !== undefined && content.kept !== null) {
    cards.posted({ chatId: postedIn, messageId, ...content.kept });
  }
  if (!sent.ok && sent.failure.kind !== 'closed') {
    log.warn({ channel: 'telegram', code: sent.failure.code }, 'a card was refused');
  }

  async function cardOf(served: ServedPetition) {
    const { petition } = served;
    const texts = petition.texts(petition.negotiate(languages));
    const status = await served.status.orLastKnown();
    const place = { chatId, locale: texts.locale, username };
    return {
      rendered: await cardIn(place, served, status, context),
      kept: { petition: petition.id, locale: texts.locale, face: faceOf(texts, status) },
    };
  }
}
