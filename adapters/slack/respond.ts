import { request } from 'undici';
import { z } from 'zod';
import { parseJson } from '../../src/channel/kit/webhook.js';
import { errorCode, ResponseRefused } from './failure.js';
import type { Rendered } from './render.js';
import { retryPatiently } from './retry.js';

/** The time limit for sending an answer. */
const RESPOND_MS = 10_000;

/** Slack's refusal. A proxy in between would answer with a page. */
const refusalSchema = z.object({ error: z.string() });

/** Where an answer through a response URL goes. */
export type Placement =
  /** Replaces the tapped message. */
  | 'replace'
  /** A new message that only this person sees. */
  | 'beside'
  /** A new message that everybody in the channel sees. */
  | 'public';

const PLACEMENTS = {
  replace: { replace_original: true },
  beside: { response_type: 'ephemeral', replace_original: false },
  public: { response_type: 'in_channel', replace_original: false },
} as const;

/** No message shows previews of its links. */
export const NO_UNFURLING = { unfurl_links: false, unfurl_media: false } as const;

/** Answers through a response URL. @throws ResponseRefused, or an error of undici */
export function respond(responseUrl: string, rendered: Rendered, placement: Placement): Promise<void> {
  return retryPatiently(() => send(responseUrl, { ...rendered, ...PLACEMENTS[placement], ...NO_UNFURLING }));
}

/** Deletes the tapped message. @throws ResponseRefused, or an error of undici */
export function takeAway(responseUrl: string): Promise<void> {
  return retryPatiently(() => send(responseUrl, { delete_original: true }));
}

async function send(responseUrl: string, payload: object): Promise<void> {
  const { statusCode, headers, body } = await request(responseUrl, {
    method: 'POST',
    headers: { 'content-type': 'application/json; charset=utf-8' },
    body: JSON.stringify(payload),
    signal: AbortSignal.timeout(RESPOND_MS),
  });
  const text = await body.text();
  if (statusCode >= 200 && statusCode < 300) return;
  const retryAfter = Number.parseInt(String(headers['retry-after']), 10);
  const refusal = refusalSchema.safeParse(parseJson(text));
  throw new ResponseRefused(
    statusCode,
    Number.isNaN(retryAfter) ? null : retryAfter,
    refusal.success ? errorCode(refusal.data.error) : null,
  );
}
