import type { webApi } from '@slack/bolt';
import type { Logger } from 'pino';
import type { Button, Message } from '../../src/conversation/message.js';
import type { Petition } from '../../src/petition/petition.js';
import { buttonValue, clearValue } from './button-value.js';
import { failureOf, mayPass, ResponseRefused } from './failure.js';
import { isDirect, type Origin } from './parse.js';
import { type Rendered, render } from './render.js';
import { NO_UNFURLING, type Placement, respond } from './respond.js';
import { retryPatiently } from './retry.js';

/** Shows messages to one person only. */
export type Show = (origin: Origin, messages: readonly Message[]) => Promise<void>;

export interface ShowOptions {
  readonly client: webApi.WebClient;
  readonly petition: Petition;
  readonly log: Logger;
}

/**
 * Sends answers to the tap's response URL. A screen replaces the tapped message, a note comes beside it, and
 * only this person sees them. Without a usable response URL (none in the Home tab, too old, or used up), the
 * answer goes to the person's direct message with the app. There, a message beside a screen is sent without
 * the response URL too, because Slack does not keep messages that only one person sees.
 */
export function createShow({ client, petition, log }: ShowOptions): Show {
  /**
   * Buttons of ours below a message. One posts a card in a channel. The other, in a direct message, deletes a
   * message that shows that the person has signed: nobody but the app can delete it.
   */
  function ownButtons({ locale, share, sensitive }: Message, { channelId }: Origin): readonly Button[] {
    const { words } = petition.texts(locale);
    const direct = channelId === null || isDirect(channelId);
    const post = {
      kind: 'press',
      label: words.say('button-post-card'),
      code: buttonValue('card-post', locale),
    } as const;
    const clear = { kind: 'press', label: words.say('button-clear-chat'), code: clearValue } as const;
    return [...(share && !direct ? [post] : []), ...(sensitive && direct ? [clear] : [])];
  }

  async function directly(userId: string, rendered: Rendered): Promise<void> {
    const { channel } = await retryPatiently(() => client.conversations.open({ users: userId }));
    if (channel?.id === undefined) throw new Error('Slack opened a conversation without an id');
    const message = { channel: channel.id, ...rendered, ...NO_UNFURLING };
    await retryPatiently(() => client.chat.postMessage(message));
  }

  return async (origin, messages) => {
    let responseUrl = origin.responseUrl;

    async function put(rendered: Rendered, placement: Placement): Promise<void> {
      const stays = origin.lasting && placement === 'beside';
      if (responseUrl === null || stays) return directly(origin.userId, rendered);
      try {
        await respond(responseUrl, rendered, placement);
      } catch (error) {
        if (!(error instanceof ResponseRefused) || mayPass(error)) throw error;
        log.info(failureOf(error), 'an answer is sent by direct message instead');
        responseUrl = null;
        await directly(origin.userId, rendered);
      }
    }

    for (const { message, index } of ordered(origin, messages)) {
      const [first, ...rest] = render(message, ownButtons(message, origin));
      if (first === undefined) continue;
      const replaces = index === 0 && message.role === 'screen' && origin.inPlace;
      await put(first, replaces ? 'replace' : 'beside');
      for (const part of rest) await put(part, 'beside');
    }
  };
}

/** If a screen replaces the tapped message, it comes first. */
function ordered(
  { inPlace }: Origin,
  messages: readonly Message[],
): readonly { readonly message: Message; readonly index: number }[] {
  const screen = inPlace ? messages.find(({ role }) => role === 'screen') : undefined;
  const all = screen === undefined ? messages : [screen, ...messages.filter((message) => message !== screen)];
  return all.map((message, index) => ({ message, index }));
}
