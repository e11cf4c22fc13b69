import { webApi } from '@slack/bolt';
import { causeOf } from '../../src/log.js';

/** A response URL that was not taken: used up, too old, or because Slack is not well. */
export class ResponseRefused extends Error {
  override readonly name = 'ResponseRefused';
  /** @param retryAfter how long Slack asks to be left alone, in seconds; null where it does not */
  constructor(
    readonly status: number,
    readonly retryAfter: number | null,
  ) {
    super('a response was refused');
  }
}

/** Errors of Slack's by which it refuses a token for good. */
const TOKEN_REFUSED = [
  'invalid_auth',
  'not_authed',
  'account_inactive',
  'token_revoked',
  'token_expired',
  'not_allowed_token_type',
];

/** Errors of Slack's that are its own trouble. */
const PASSING = ['internal_error', 'fatal_error', 'service_unavailable', 'request_timeout', 'ratelimited'];

/** Why a call failed, as Slack's own word; null where Slack did not answer in its own form. */
export function slackError(error: unknown): string | null {
  if (!(error instanceof webApi.WebAPIPlatformError)) return null;
  // What is no JSON is passed on whole: a proxy's page, for example.
  return /^[a-z_]{1,64}$/.test(error.data.error) ? error.data.error : null;
}

/** Whether Slack does not accept the token that was used. */
export function refusesToken(error: unknown): boolean {
  return TOKEN_REFUSED.includes(slackError(error) ?? '');
}

/** Whether a call may do better a moment later: it got no answer, too many came, or Slack is not well. */
export function mayPass(error: unknown): boolean {
  if (error instanceof webApi.WebAPIPlatformError) {
    const word = slackError(error);
    return word === null || PASSING.includes(word);
  }
  if (error instanceof ResponseRefused) return error.status === 429 || error.status >= 500;
  return error instanceof Error;
}

/** How long Slack asks to be left alone, in milliseconds; 0 where it does not. */
export function patienceOf(error: unknown): number {
  if (error instanceof webApi.WebAPIRateLimitedError) return error.retryAfter * 1_000;
  if (error instanceof ResponseRefused) return (error.retryAfter ?? 0) * 1_000;
  return 0;
}

/** What may be logged of a failure: Slack's own word for it or its status, and no word more. */
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
