import { webApi } from '@slack/bolt';
import type { Logger } from 'pino';
import { z } from 'zod';
import { withoutAnswer } from '../../src/channel/courier.js';
import type { StaffMessage } from '../../src/staff/desk.js';
import { failureOf, slackError } from './failure.js';
import type { Rendered } from './render.js';
import { NO_UNFURLING } from './respond.js';
import { retryPatiently } from './retry.js';
import { renderStaff } from './staff-message.js';

/** Uploading a picture takes longer than a call. */
const UPLOAD_MS = 30_000;

/** Slack's limit for a picture's alternative text. */
const ALT_TEXT = 1_000;

/**
 * Errors after which Slack may have done the request:
 * https://docs.slack.dev/reference/methods/chat.postMessage
 */
const MAYBE_DONE = ['internal_error', 'fatal_error', 'request_timeout'];

/** The address for an upload. */
const placeSchema = z.object({ upload_url: z.url(), file_id: z.string() });

/** Posts a staff message in a channel, for everybody in it. */
export type Post = (channelId: string, message: StaffMessage) => Promise<void>;

/**
 * A message that may have arrived counts as sent, so that nothing is announced twice. After the first part
 * has arrived, the other parts are tried and left out if they fail.
 * @returns rejects if nothing has arrived
 */
export function createPost(client: webApi.WebClient, log: Logger): Post {
  function first(work: () => Promise<unknown>): Promise<void> {
    return retryPatiently(async () => {
      try {
        await work();
      } catch (error) {
        if (!mayHaveArrived(error)) throw error;
        log.warn(failureOf(error), 'a message may not have arrived');
      }
    });
  }

  async function further(work: () => Promise<unknown>): Promise<void> {
    try {
      await retryPatiently(work);
    } catch (error) {
      log.warn(failureOf(error), 'a part of a message could not be posted');
    }
  }

  return async (channelId, message) => {
    const send = (rendered: Rendered) => () =>
      client.chat.postMessage({ channel: channelId, ...rendered, ...NO_UNFURLING });
    const [start, ...rest] = renderStaff(message);
    if (start !== undefined) await first(send(start));
    for (const part of rest) await further(send(part));
    const { picture } = message;
    if (picture !== undefined) await further(() => upload(client, channelId, picture));
  };
}

/**
 * Uploads a picture into a channel with the three calls of the Web API. The library's own upload loses the
 * alternative text: Slack's field is `alt_txt`, the library sends `alt_text`.
 * https://docs.slack.dev/messaging/working-with-files#upload
 */
async function upload(
  client: webApi.WebClient,
  channelId: string,
  { png, alt, title, fileName }: NonNullable<StaffMessage['picture']>,
): Promise<void> {
  const words = alt.slice(0, ALT_TEXT);
  const about = { filename: fileName, length: png.length, alt_txt: words };
  const begun = placeSchema.parse(await client.apiCall('files.getUploadURLExternal', about));
  const form = new FormData();
  form.append('filename', new Blob([Uint8Array.from(png)], { type: 'image/png' }), fileName);
  const sent = await fetch(begun.upload_url, {
    method: 'POST',
    body: form,
    redirect: 'error',
    signal: AbortSignal.timeout(UPLOAD_MS),
  });
  await sent.body?.cancel();
  if (!sent.ok) throw new Error('Slack did not take a file');
  await client.files.completeUploadExternal({ files: [{ id: begun.file_id, title }], channel_id: channelId });
}

/** Whether a message may have arrived although the call failed. */
function mayHaveArrived(error: unknown): boolean {
  if (error instanceof webApi.WebAPIRequestError) {
    return withoutAnswer(connectionCode(error.original)).kind === 'unknown';
  }
  return MAYBE_DONE.includes(slackError(error) ?? '');
}

/** Node.js's code for why fetch failed. */
function connectionCode({ cause }: Error): string {
  return cause instanceof Error && 'code' in cause && typeof cause.code === 'string' ? cause.code : '';
}
