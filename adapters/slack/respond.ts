import { ResponseRefused } from './failure.js';
import type { Rendered } from './render.js';
import { retryPatiently } from './retry.js';

/** No answer takes longer to be taken. */
const RESPOND_MS = 10_000;

/** Where an answer by a response URL goes. */
export type Placement =
  /** In the place of the message that was tapped. */
  | 'replace'
  /** A message of its own that the person alone sees. */
  | 'beside'
  /** A message of its own that everybody in the channel sees. */
  | 'public';

const PLACEMENTS = {
  replace: { replace_original: true },
  beside: { response_type: 'ephemeral', replace_original: false },
  public: { response_type: 'in_channel', replace_original: false },
} as const;

/** Nothing that is sent makes previews of links. */
export const NO_UNFURLING = { unfurl_links: false, unfurl_media: false } as const;

/** Answers by a response URL. @throws ResponseRefused, or what fetch throws */
export function respond(responseUrl: string, rendered: Rendered, placement: Placement): Promise<void> {
  return retryPatiently(() => send(responseUrl, { ...rendered, ...PLACEMENTS[placement], ...NO_UNFURLING }));
}

/** Takes away the message that was tapped. @throws ResponseRefused, or what fetch throws */
export function takeAway(responseUrl: string): Promise<void> {
  return retryPatiently(() => send(responseUrl, { delete_original: true }));
}

async function send(responseUrl: string, payload: object): Promise<void> {
  const response = await fetch(responseUrl, {
    method: 'POST',
    headers: { 'content-type': 'application/json; charset=utf-8' },
    body: JSON.stringify(payload),
    redirect: 'error',
    signal: AbortSignal.timeout(RESPOND_MS),
  });
  await response.body?.cancel();
  if (response.ok) return;
  const retryAfter = Number.parseInt(response.headers.get('retry-after') ?? '', 10);
  throw new ResponseRefused(response.status, Number.isNaN(retryAfter) ? null : retryAfter);
}
