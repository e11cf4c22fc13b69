import type { webApi } from '@slack/bolt';
import type { Logger } from 'pino';
import { z } from 'zod';
import type { StaffMessage } from '../../src/staff/desk.js';
import { failureOf, ResponseRefused } from './failure.js';
import { retryPatiently } from './retry.js';

/** Uploading a picture takes longer than a call. */
const UPLOAD_MS = 30_000;

/** Slack's limit for a file's alternative text. */
const ALT_TEXT = 1_000;

/** The address for an upload. */
const placeSchema = z.object({ upload_url: z.url(), file_id: z.string() });

export type Picture = NonNullable<StaffMessage['picture']>;

/**
 * Uploads a picture without sharing it, with the three calls of the Web API. A message can then show it as a block.
 * The library's own upload loses the alternative text: Slack's field is `alt_txt`, the library sends `alt_text`.
 * https://docs.slack.dev/messaging/working-with-files#upload
 * @returns the file's id
 * @throws errors of Slack's client and of fetch, and ResponseRefused
 */
export async function uploadPicture(
  client: webApi.WebClient,
  { png, alt, title, fileName }: Picture,
): Promise<string> {
  return retryPatiently(async () => {
    const about = { filename: fileName, length: png.length, alt_txt: alt.slice(0, ALT_TEXT) };
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
    if (!sent.ok) throw new ResponseRefused(sent.status, null, null);
    await client.files.completeUploadExternal({ files: [{ id: begun.file_id, title }] });
    return begun.file_id;
  });
}

/** Deletes a picture that no message shows. Never rejects. */
export async function deletePicture(client: webApi.WebClient, fileId: string, log: Logger): Promise<void> {
  try {
    await client.files.delete({ file: fileId });
  } catch (error) {
    log.info(failureOf(error), 'an unused picture could not be deleted');
  }
}
