import {
  DiscordAPIError,
  DiscordjsError,
  DiscordjsErrorCodes,
  RateLimitError,
  RESTJSONErrorCodes,
} from 'discord.js';
import { AddressBanned } from './ban.js';

/** Whether Discord refuses the bot's token. */
export function refusesToken(error: unknown): boolean {
  if (error instanceof DiscordAPIError) return error.status === 401;
  return error instanceof DiscordjsError && error.code === DiscordjsErrorCodes.TokenInvalid;
}

/** Whether Discord refused a request with one of these codes. */
export function refusedWith(error: unknown, ...codes: readonly RESTJSONErrorCodes[]): boolean {
  return error instanceof DiscordAPIError && codes.some((code) => code === error.code);
}

/**
 * Whether we can never edit a message again: it is deleted, in a channel that the bot can't see, in an archived thread,
 * or its token is over. Only Discord's own codes prove that. A 403 or 404 without one may be a proxy's page.
 */
export function isBeyondReach(error: unknown): boolean {
  return refusedWith(
    error,
    RESTJSONErrorCodes.UnknownChannel,
    RESTJSONErrorCodes.UnknownMessage,
    RESTJSONErrorCodes.MissingAccess,
    RESTJSONErrorCodes.CannotEditMessageAuthoredByAnotherUser,
    RESTJSONErrorCodes.MissingPermissions,
    RESTJSONErrorCodes.InvalidActionOnArchivedThread,
    RESTJSONErrorCodes.InvalidWebhookToken,
    RESTJSONErrorCodes.UnknownWebhook,
  );
}

/** Whether a retry within seconds can help: the request got no answer, or a server's failure. */
export function mayPass(error: unknown): boolean {
  if (error instanceof DiscordAPIError || error instanceof DiscordjsError) return false;
  return !(error instanceof AddressBanned);
}

/** How long Discord, or Cloudflare before it, asks to wait, in milliseconds; 0 if they do not ask. */
export function retryAfterMs(error: unknown): number {
  if (error instanceof AddressBanned) return error.waitMs;
  return error instanceof RateLimitError ? Math.max(error.retryAfter, error.timeToReset) : 0;
}

/** Whether the whole bot is rate-limited, and not just one channel or route. */
export function limitsEverything(error: unknown): boolean {
  return error instanceof AddressBanned || (error instanceof RateLimitError && error.global);
}
