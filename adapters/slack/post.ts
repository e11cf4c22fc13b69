import type { webApi } from '@slack/bolt';
import type { Logger } from 'pino';
import { attempts } from '../../src/channel/kit/attempts.js';
import type { StaffMessage } from '../../src/staff/desk.js';
import { awaitsFile, failureOf, mayHaveArrived, refusesBlocks } from './failure.js';
import { deletePicture, type Picture, uploadPicture } from './picture.js';
import { asWordsAtLeast } from './private-answer.js';
import type { Rendered } from './render.js';
import { NO_UNFURLING } from './respond.js';
import { retryPatiently } from './retry.js';
import { renderStaff } from './staff-message.js';

/** The pauses between attempts while Slack checks a new picture, in milliseconds. It takes about a second. */
const CHECKING = [300, 700, 1_500, 3_000];

/** A part of a message that is missing in the channel, with the code of the failure. */
export interface Missing {
  readonly what:
    | 'picture'
    | 'part'
    /** Slack has not confirmed it: it may be there or not. */
    | 'unsure';
  readonly code: string;
}

/**
 * Posts a staff message in a channel, for everybody in it.
 * @returns the parts that are missing there; empty if all of it was posted
 * @throws errors of Slack's client, if nothing has arrived
 */
export type Post = (channelId: string, message: StaffMessage) => Promise<readonly Missing[]>;

/**
 * A message that may have arrived counts as posted, so that nothing is announced twice. After the first part
 * has arrived, the other parts are tried and left out if they fail.
 */
export function createPost(client: webApi.WebClient, log: Logger): Post {
  async function send(channelId: string, form: Rendered): Promise<readonly Missing[]> {
    return retryPatiently(async () => {
      try {
        await client.chat.postMessage({ channel: channelId, ...form, ...NO_UNFURLING });
        return [];
      } catch (error) {
        if (!mayHaveArrived(error)) throw error;
        log.warn(failureOf(error), 'a message may not have arrived');
        return [{ what: 'unsure', code: failureOf(error).code }];
      }
    });
  }

  /** @returns the parts that are missing; throws if the first one is */
  async function sendParts(
    parts: readonly Rendered[],
    sendOne: (part: Rendered) => Promise<readonly Missing[]>,
  ): Promise<Missing[]> {
    const missing: Missing[] = [];
    for (const [index, part] of parts.entries()) {
      try {
        missing.push(...(await sendOne(part)));
      } catch (error) {
        if (index === 0) throw error;
        log.warn(failureOf(error), 'a part of a message could not be posted');
        missing.push({ what: 'part', code: failureOf(error).code });
      }
    }
    return missing;
  }

  function sendWords(channelId: string, message: StaffMessage): Promise<Missing[]> {
    return sendParts(renderStaff(message), (part) =>
      asWordsAtLeast(part, log, (form) => send(channelId, form)),
    );
  }

  /** The words come without the picture if Slack does not take it. */
  async function sendWithPicture(
    channelId: string,
    message: StaffMessage,
    picture: Picture,
  ): Promise<readonly Missing[]> {
    let fileId: string | null = null;
    try {
      fileId = await uploadPicture(client, picture);
      return await sendParts(renderStaff(message, fileId), (part) =>
        attempts(
          () => send(channelId, part),
          CHECKING,
          (error) => (awaitsFile(error) ? 0 : null),
        ),
      );
    } catch (error) {
      if (fileId !== null) await deletePicture(client, fileId, log);
      if (fileId !== null && !refusesBlocks(error)) throw error;
      log.warn(failureOf(error), 'a picture could not be posted');
      const missing = await sendWords(channelId, message);
      return [{ what: 'picture', code: failureOf(error).code }, ...missing];
    }
  }

  return (channelId, message) => {
    const { picture } = message;
    return picture === undefined
      ? sendWords(channelId, message)
      : sendWithPicture(channelId, message, picture);
  };
}
