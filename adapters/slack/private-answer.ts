import type { webApi } from '@slack/bolt';
import type { Logger } from 'pino';
import { failureOf, mayPass, ResponseRefused, refusesBlocks } from './failure.js';
import type { Origin } from './parse.js';
import type { Rendered } from './render.js';
import { NO_UNFURLING, respond } from './respond.js';
import { retryPatiently } from './retry.js';

/** Shows Slack messages to one person only. */
export interface PrivateAnswers {
  /** Answers one tap; see `AnswerTo`. */
  to(origin: Origin): AnswerTo;
  /** Sends a message to the person's direct message with the app. @throws errors of Slack's client */
  directly(userId: string, rendered: Rendered): Promise<void>;
}

/**
 * Sends one message through the tap's response URL. Without a usable one (none in the Home tab, too old, or used up),
 * it goes to the person's direct message with the app. There, a message beside a screen is sent without the response
 * URL too, because Slack does not keep messages that only one person sees.
 * @throws ResponseRefused, an error of fetch, or an error of Slack's client
 */
export type AnswerTo = (rendered: Rendered, placement: 'replace' | 'beside') => Promise<void>;

export function createPrivateAnswers(client: webApi.WebClient, log: Logger): PrivateAnswers {
  async function directly(userId: string, rendered: Rendered): Promise<void> {
    const { channel } = await retryPatiently(() => client.conversations.open({ users: userId }));
    const channelId = channel?.id;
    if (channelId === undefined) throw new Error('Slack opened a conversation without an id');
    await asWordsAtLeast(rendered, log, (form) =>
      retryPatiently(() => client.chat.postMessage({ channel: channelId, ...form, ...NO_UNFURLING })),
    );
  }

  return {
    directly,
    to(origin) {
      let { responseUrl } = origin;
      return async (rendered, placement) => {
        const url = responseUrl;
        const stays = origin.lasting && placement === 'beside';
        if (url === null || stays) return directly(origin.userId, rendered);
        try {
          await asWordsAtLeast(rendered, log, (form) => respond(url, form, placement));
        } catch (error) {
          if (!(error instanceof ResponseRefused) || mayPass(error)) throw error;
          log.info(failureOf(error), 'an answer is sent by direct message instead');
          responseUrl = null;
          await directly(origin.userId, rendered);
        }
      };
    },
  };
}

/** Sends a message, or only its words if Slack refuses its blocks: words without buttons are better than silence. */
export async function asWordsAtLeast<T>(
  rendered: Rendered,
  log: Logger,
  send: (form: Rendered) => Promise<T>,
): Promise<T> {
  try {
    return await send(rendered);
  } catch (error) {
    if (!refusesBlocks(error) || rendered.text === '') throw error;
    log.error(failureOf(error), 'Slack refuses the form of a message: only its words are sent');
    return send({ text: rendered.text, blocks: [] });
  }
}
