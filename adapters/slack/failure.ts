import { webApi } from '@slack/bolt';
import { withoutAnswer } from '../../src/channel/courier.js';
import { causeOf } from '../../src/log.js';

/** Slack refused what was sent to a response URL (it is used up, too old, or Slack has a problem) or an upload. */
export class ResponseRefused extends Error {
  override readonly name = 'ResponseRefused';
  /**
   * @param retryAfter how long Slack asks to wait, in seconds; null if it does not ask
   * @param word Slack's error code; null if the answer names none
   */
  constructor(
    readonly status: number,
    readonly retryAfter: number | null,
    readonly word: string | null,
  ) {
    super('a response was refused');
  }
}

/** Slack's errors for a token that it refuses for good. */
const TOKEN_REFUSED = [
  'invalid_auth',
  'not_authed',
  'account_inactive',
  'token_revoked',
  'token_expired',
  'not_allowed_token_type',
];

/** Slack's errors for its own temporary problems. */
const PASSING = ['internal_error', 'fatal_error', 'service_unavailable', 'request_timeout', 'ratelimited'];

/** Slack's errors for blocks that it does not accept. */
const BLOCKS_REFUSED = ['invalid_blocks', 'invalid_blocks_format', 'msg_blocks_too_long'];

/**
 * Errors after which Slack may have done the request:
 * https://docs.slack.dev/reference/methods/chat.postMessage
 */
const MAYBE_DONE = ['internal_error', 'fatal_error', 'request_timeout'];

/** Slack's error code; null if the answer is not in Slack's form. */
export function slackError(error: unknown): string | null {
  if (error instanceof ResponseRefused) return error.word;
  if (!(error instanceof webApi.WebAPIPlatformError)) return null;
  // The library passes on an answer that is not JSON as a whole, such as a proxy's page.
  return errorCode(error.data.error);
}

/** The text if it has the form of an error code of Slack; else null. */
export function errorCode(text: string): string | null {
  return /^[a-z_]{1,64}$/.test(text) ? text : null;
}

/** Whether Slack refuses the form of a message. The same words without blocks can still pass. */
export function refusesBlocks(error: unknown): boolean {
  return BLOCKS_REFUSED.includes(slackError(error) ?? '');
}

/**
 * Whether Slack refuses a message because its picture is not ready. Slack checks an uploaded file for a moment:
 * github.com/slackapi/python-slack-sdk/issues/1521
 */
export function awaitsFile(error: unknown): boolean {
  if (!(error instanceof webApi.WebAPIPlatformError) || !refusesBlocks(error)) return false;
  return (error.data.response_metadata?.messages ?? []).some((message) => message.includes('slack_file'));
}

/** Whether Slack refuses the token. */
export function refusesToken(error: unknown): boolean {
  return TOKEN_REFUSED.includes(slackError(error) ?? '');
}

/** Whether a retry can help: the call got no answer, hit a rate limit, or Slack has a problem. */
export function mayPass(error: unknown): boolean {
  if (error instanceof webApi.WebAPIPlatformError) {
    const word = slackError(error);
    return word === null || PASSING.includes(word);
  }
  if (error instanceof ResponseRefused) return error.status === 429 || error.status >= 500;
  return error instanceof Error;
}

/** Whether a message may have arrived although the call failed. */
export function mayHaveArrived(error: unknown): boolean {
  if (error instanceof webApi.WebAPIRequestError) {
    return withoutAnswer(connectionCode(error.original)).kind === 'unknown';
  }
  return MAYBE_DONE.includes(slackError(error) ?? '');
}

/** Node.js's code for why fetch failed. */
function connectionCode({ cause }: Error): string {
  return cause instanceof Error && 'code' in cause && typeof cause.code === 'string' ? cause.code : '';
}

/** How long Slack asks to wait, in milliseconds; 0 if it does not ask. */
export function retryAfterMs(error: unknown): number {
  if (error instanceof webApi.WebAPIRateLimitedError) return error.retryAfter * 1_000;
  if (error instanceof ResponseRefused) return (error.retryAfter ?? 0) * 1_000;
  return 0;
}

/** What a log may contain about a failure: Slack's error code or a status, and no other text. */
export function failureOf(error: unknown): { readonly code: string; readonly error?: string } {
  const word = slackError(error);
  if (word !== null) return { code: `slack-${word}` };
  if (error instanceof webApi.WebAPIPlatformError) return { code: 'slack-unreadable' };
  if (error instanceof webApi.WebAPIRateLimitedError) return { code: 'slack-limited' };
  if (error instanceof webApi.WebAPIHTTPError) return { code: `slack-http-${error.statusCode}` };
  if (error instanceof webApi.WebAPIRequestError) return { code: 'slack-away' };
  if (error instanceof ResponseRefused) return { code: `slack-response-${error.status}` };
  return { code: 'failed', ...causeOf(error) };
}
