import type { AdapterContext } from '../../src/channel/adapter.js';
import type { ServedPetition } from '../../src/channel/served-petitions.js';
import type { Article } from './api.js';
import { sharedLink } from './links.js';
import type { Outbox } from './outbox.js';
import type { Incoming } from './parse.js';
import { cardWith } from './place-card.js';

/** Telegram's limit: https://core.telegram.org/bots/api#answerinlinequery */
const MAX_RESULTS = 50;

/** How long Telegram keeps our answer to the same words of the same person, in seconds. */
const CACHE_SECONDS = 60;

/**
 * Answers what a person writes after the bot's name in any chat: offers each petition's card. The card's link is the
 * same for everybody, so the bot does not learn who posts it, or where.
 * @throws Undelivered if Telegram could not be reached
 */
export async function answerInline(
  { queryId, languages }: Extract<Incoming, { readonly kind: 'inline-query' }>,
  username: string,
  { petitions, log }: Pick<AdapterContext, 'petitions' | 'log'>,
  outbox: Pick<Outbox, 'call'>,
): Promise<void> {
  const results = await Promise.all(petitions.all.slice(0, MAX_RESULTS).map(articleOf));
  const sent = await outbox.call('answerInlineQuery', {
    inline_query_id: queryId,
    results,
    cache_time: CACHE_SECONDS,
    // People have different languages.
    is_personal: true,
  });
  if (!sent.ok && sent.failure.kind !== 'settled') {
    log.warn({ channel: 'telegram', code: sent.failure.code }, 'an inline query could not be answered');
  }

  async function articleOf(served: ServedPetition): Promise<Article> {
    const { petition } = served;
    const texts = petition.texts(petition.negotiate(languages));
    const link = sharedLink(username, petitions.several ? petition.id : undefined);
    const shown = await cardWith(link, texts.locale, served, await served.status.orLastKnown(), log);
    const { text, parse_mode, link_preview_options, reply_markup } = shown;
    return {
      type: 'article',
      id: petition.id,
      title: texts.headline,
      description: texts.words.say('card-private'),
      input_message_content: { message_text: text, parse_mode, link_preview_options },
      reply_markup,
    };
  }
}
